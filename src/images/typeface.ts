import { create, type Font } from 'fontkitten';
import { type Coverage, coverageOf } from './coverage.ts';
import { edgesOf } from './outline.ts';

/** A letter in a size, drawn once: where it lies beside the pen, and how far the pen moves on. */
export interface Letter {
  coverage: Coverage;
  left: number;
  /** Rows from the base line up to its first row. */
  above: number;
  advance: number;
}

/** A typeface that draws each letter once for each size. */
export interface Typeface {
  /** Letters of a text; characters that the typeface lacks are left out. Sizes are in pixels. */
  lettersOf(text: string, size: number): Letter[];
  /** How wide a text is. */
  widthOf(text: string, size: number): number;
}

/** Reads a font file (TrueType, WOFF or WOFF2); of a variable one its ordinary weight. */
export function readTypeface(bytes: Uint8Array): Typeface {
  const font = fontOf(bytes);
  const drawn = new Map<string, Letter>();
  const letterOf = (character: string, size: number): Letter => {
    const key = `${size} ${character}`;
    const letter = drawn.get(key) ?? draw(font, character.codePointAt(0) ?? 0, size / font.unitsPerEm);
    drawn.set(key, letter);
    return letter;
  };
  const lettersOf = (text: string, size: number): Letter[] =>
    [...text.normalize('NFC')]
      .filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
      .map((character) => letterOf(character, size));
  return {
    lettersOf,
    widthOf: (text, size) => lettersOf(text, size).reduce((sum, { advance }) => sum + advance, 0),
  };
}

function fontOf(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes));
  if (font.isCollection) throw new Error('expected a font file with one font');
  return font;
}

function draw(font: Font, codePoint: number, scale: number): Letter {
  const glyph = font.glyphForCodePoint(codePoint);
  const { minX, minY, maxX, maxY } = glyph.path.commands.length === 0 ? NOTHING : glyph.bbox;
  const [left, above] = [Math.floor(minX * scale), Math.ceil(maxY * scale)];
  const [width, height] = [Math.ceil(maxX * scale) - left + 1, above - Math.floor(minY * scale) + 1];
  const placed = glyph.path.transform(scale, 0, 0, -scale, -left, above);
  const coverage = coverageOf(edgesOf(placed.commands), width, height);
  return { coverage, left, above, advance: glyph.advanceWidth * scale };
}

const NOTHING = { minX: 0, minY: 0, maxX: 0, maxY: 0 };
