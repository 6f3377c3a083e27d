import sax, { type QualifiedAttribute, type QualifiedTag } from 'sax';

/** A drawing that can do no harm, or why it is refused, and in which line. */
export type CleanSvg = { is: 'clean'; text: string } | { is: 'refused'; because: string; line: number };

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

/** Everything that draws. What runs, moves, links or brings other files in is not among it. */
const DRAWS = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'style', 'text', 'tspan'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'marker'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComposite', 'feDropShadow', 'feFlood', 'feGaussianBlur'],
  ...['feMerge', 'feMergeNode', 'feMorphology', 'feOffset'],
]);

/** What a drawing program says of itself and of who used it: it is left out with all that is in it. */
const TELLS = new Set(['metadata']);

/** Raised inside of the parser, which has no other way to stop. */
class Refused extends Error {}

/**
 * Writes an SVG drawing anew from what draws alone: without scripts, handlers, other files, comments and metadata. What
 * would not look the same without something of that is refused rather than changed.
 */
export function cleanSvg(text: string): CleanSvg {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const writer = svgWriter();
  parser.onopentag = writer.open;
  parser.onclosetag = writer.close;
  parser.ontext = writer.text;
  parser.oncdata = writer.text;
  parser.ondoctype = (doctype) => {
    if (doctype.includes('[')) throw new Refused('declares words of its own');
  };
  parser.onerror = (error) => {
    throw new Refused(`is not XML: ${(error.message.split('\n')[0] ?? '').toLowerCase()}`);
  };
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
    return { is: 'clean', text: writer.whole() };
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', because: error.message, line: parser.line + 1 };
    throw error;
  }
}

function svgWriter() {
  const pieces: string[] = [];
  const open: string[] = [];
  /** The rules of the style that is open, which may stand in pieces. */
  let style = '';
  /** How deep within something that is left out. */
  let outside = 0;
  return {
    open({ uri, local, attributes }: QualifiedTag): void {
      if (outside > 0 || uri !== SVG || TELLS.has(local)) {
        if (open.length === 0) throw new Refused(`is no SVG drawing: it begins with <${local}>`);
        outside += 1;
        return;
      }
      if (!DRAWS.has(local)) throw new Refused(`has <${local}>, which a logo may not have`);
      const own = open.length === 0 ? ` xmlns="${SVG}"` : '';
      pieces.push(`<${local}${own}${Object.values(attributes).map(attributeText).join('')}>`);
      open.push(local);
    },
    close(): void {
      if (outside > 0) {
        outside -= 1;
        return;
      }
      const local = open.pop() ?? '';
      if (local === 'style') holdStyle(style);
      pieces.push(`</${local}>`);
    },
    text(words: string): void {
      if (outside > 0 || open.length === 0) return;
      if (open.at(-1) === 'style') style += words;
      pieces.push(escaped(words));
    },
    whole(): string {
      if (pieces.length === 0) throw new Refused('is empty');
      return `${pieces.join('')}\n`;
    },
  };
}

function attributeText({ uri, local, prefix, value }: QualifiedAttribute): string {
  const isLink = local === 'href' && (uri === '' || uri === XLINK);
  if ((uri !== '' && !isLink) || prefix === 'xmlns' || local === 'xmlns' || local.startsWith('data-'))
    return '';
  if (/^on/i.test(local)) throw new Refused(`has ${local}, which runs a script`);
  if (isLink && !/^#[\w.:-]+$/.test(value)) throw new Refused('refers to another file');
  holdStyle(value);
  return ` ${local}="${escaped(value).replaceAll('"', '&quot;').replace(/\s/g, ' ')}"`;
}

/** Style may refer to parts of the same drawing alone; ways to write that otherwise are refused with it. */
function holdStyle(style: string): void {
  const others = style.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/g, '');
  if (/url\s*\(|@import|image-set|javascript:|\\/i.test(others)) throw new Refused('refers to another file');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
