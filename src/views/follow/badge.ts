/** Widths of characters in thousandths of the size of the type, as Verdana has them, the widest of the usual sans serifs. */
const WIDTHS: readonly (readonly [characters: string, width: number])[] = [
  [' fI', 380],
  [".,:;ijl|!'", 400],
  ['-rst()[]/"', 480],
  ['ckxyvzJ', 600],
  ['0123456789abdeghnopqu_*?$', 640],
  ['ABCEFKLPRSTUVXYZ&#', 700],
  ['DGHNOQw+=<>~', 820],
  ['mMW%@', 1000],
];

/** Wide ones of other scripts, and pictures. */
const OTHER = 1_000;
const SIZE = 11;
const PADDING = 6;
const HEIGHT = 20;
const BASELINE = 14;

/** What a badge says: whose version, and which one. */
export interface Badge {
  label: string;
  value: string;
  /** What it says in words. */
  title: string;
}

/** How wide words are, in pixels, in the badge's type. */
export function textWidth(words: string): number {
  const thousandths = [...words].reduce((sum, character) => sum + widthOf(character), 0);
  return Math.ceil((thousandths * SIZE) / 1000);
}

/**
 * A picture of two fields. The words are set to the width that was measured for them, so that they fit in whatever type
 * the reader's machine has.
 */
export function badgeSvg({ label, value, title }: Badge): string {
  const [left, right] = [label, value].map((words) => textWidth(words) + 2 * PADDING) as [number, number];
  const width = left + right;
  const name = escapeXml(title);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${name}">
<title>${name}</title>
<clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath>
<g clip-path="url(#r)">
<rect width="${left}" height="${HEIGHT}" fill="#3b3f46"/>
<rect x="${left}" width="${right}" height="${HEIGHT}" fill="#1f4b8e"/>
</g>
<g fill="#fff" font-family="Verdana,Geneva,'DejaVu Sans',sans-serif" font-size="${SIZE}" aria-hidden="true">
${field(label, PADDING)}
${field(value, left + PADDING)}
</g>
</svg>
`;
}

function field(words: string, x: number): string {
  return `<text x="${x}" y="${BASELINE}" textLength="${textWidth(words)}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`;
}

function widthOf(character: string): number {
  return WIDTHS.find(([characters]) => characters.includes(character))?.[1] ?? OTHER;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
