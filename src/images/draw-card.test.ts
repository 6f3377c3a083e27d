import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Canvas } from './canvas.ts';
import type { Card } from './card.ts';
import { CARD_SIZE, drawCard } from './draw-card.ts';
import { drawIcon } from './draw-icon.ts';
import { breakText, fitText } from './fit-text.ts';
import { type Colour, placeOf } from './palette.ts';
import { readTypeface, type Typeface } from './typeface.ts';

const FONT = path.resolve(import.meta.dirname, '../styles/fonts/source-serif-4.woff2');
const CARD: Card = {
  site: 'Releases',
  kicker: 'Core',
  title: '1.2.0',
  text: '3 February 2026',
  mark: null,
  counts: [],
};

let typeface: Typeface;

beforeAll(() => {
  typeface = readTypeface(readFileSync(FONT));
});

function inked({ pixels }: Canvas, colour: Colour): number {
  const full = placeOf(colour);
  return pixels.filter((place) => place === full).length;
}

/** True where nothing but the paper and the margin line touches the picture's border. */
function isFramed({ width, height, pixels }: Canvas): boolean {
  const right = Array.from({ length: height }, (_, row) => pixels[row * width + width - 1]);
  return right.every((place) => place === 0);
}

describe('a card', () => {
  test('is the same whatever was drawn before it', () => {
    const fresh = drawCard(CARD, readTypeface(readFileSync(FONT)));
    drawCard({ ...CARD, title: '9.8.7', kicker: 'Other' }, typeface);
    expect(drawCard(CARD, typeface).pixels).toEqual(fresh.pixels);
  });

  test('is the same on a leaf that another one was drawn on', () => {
    const leaf = drawCard({ ...CARD, title: '9.8.7', mark: { text: 'Withdrawn', tone: 'danger' } }, typeface);
    const fresh = drawCard(CARD, typeface);
    expect(leaf.pixels).not.toEqual(fresh.pixels);
    expect(drawCard(CARD, typeface, leaf).pixels).toEqual(fresh.pixels);
  });

  test('says more with each thing that it is told', () => {
    const plain = drawCard(CARD, typeface);
    expect(plain).toMatchObject(CARD_SIZE);
    expect(inked(plain, 'ink')).toBeGreaterThan(1000);
    expect(inked(plain, 'danger')).toBe(0);
    const marked = drawCard({ ...CARD, mark: { text: 'Withdrawn', tone: 'danger' } }, typeface);
    expect(inked(marked, 'danger')).toBeGreaterThan(500);
    const counts = [{ count: '3', label: 'fixed', tone: 'ink' as const }];
    expect(inked(drawCard({ ...CARD, counts }, typeface), 'ink')).toBeGreaterThan(inked(plain, 'ink'));
  });

  test('stays inside of its leaf however long its words are', () => {
    const long = 'Wide '.repeat(60);
    const counts = Array.from({ length: 30 }, () => ({
      count: '1,234',
      label: long.slice(0, 20),
      tone: 'ink' as const,
    }));
    const card: Card = { site: 'S', kicker: long, title: long, text: long, mark: null, counts };
    expect(isFramed(drawCard(card, typeface))).toBe(true);
  });

  test('leaves out what the typeface lacks', () => {
    expect(drawCard({ ...CARD, kicker: '版本 Core' }, typeface).pixels).toEqual(
      drawCard({ ...CARD, kicker: ' Core' }, typeface).pixels,
    );
    expect(typeface.lettersOf('e\u0301', 20)).toEqual(typeface.lettersOf('\u00e9', 20));
  });
});

describe('a text', () => {
  test('keeps its size where it fits, and gets smaller, then shorter', () => {
    expect(fitText(typeface, 'Core', 60, 500)).toEqual({ text: 'Core', size: 60 });
    const smaller = fitText(typeface, 'A longer name', 60, 200);
    expect(smaller).toMatchObject({ text: 'A longer name' });
    expect(smaller.size).toBeLessThan(60);
    const cut = fitText(typeface, 'A name that is longer than any card', 60, 200);
    expect(cut.text).toMatch(/^A name.*…$/);
    expect(typeface.widthOf(cut.text, cut.size)).toBeLessThanOrEqual(200);
  });

  test('breaks between words into lines that fit, the last of them cut', () => {
    const given = { size: 30, room: 220, most: 2 };
    expect(breakText(typeface, 'one two', given)).toEqual(['one two']);
    expect(breakText(typeface, '', given)).toEqual([]);
    const lines = breakText(typeface, 'these words take more than two lines here', given);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(typeface.widthOf(line, 30)).toBeLessThanOrEqual(220);
  });
});

test.each([32, 180, 192, 512])('the sign of %d pixels has a border, a hole and lines', (size) => {
  const icon = drawIcon(size);
  const at = (x: number, y: number) =>
    icon.pixels[Math.floor((y * size) / 32) * size + Math.floor((x * size) / 32)];
  expect([at(0.5, 0.5), at(7, 16), at(18, 13)]).toEqual([0, 0, 0]);
  expect(at(11, 16)).toBe(placeOf('accent'));
  expect(at(18, 10)).toBe(placeOf('accent'));
});
