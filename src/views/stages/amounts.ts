/** "83.40 %", rounded down: 79.996 must not read as the 80 that it misses. */
export function percentText({ covered, total }: { covered: number; total: number }): string {
  if (total === 0) return '–';
  return `${(Math.floor((covered * 10_000) / total) / 100).toFixed(2)} %`;
}

/** Percent of something covered; null where there is nothing to cover. */
export function percentOf({ covered, total }: { covered: number; total: number }): number | null {
  return total === 0 ? null : (covered * 100) / total;
}

/** "+1.20", "−3", "±0": a change with its sign. */
export function changeText(change: number, digits = 0): string {
  const size = numbered(Math.abs(change), digits, digits);
  if (Number(size.replaceAll(',', '')) === 0) return '±0';
  return `${change > 0 ? '+' : '−'}${size}`;
}

/** A figure of a tool, with as many digits as people read. */
export function figureText(value: number): string {
  return numbered(value, 0, Math.abs(value) < 1 ? 4 : 2);
}

/** A figure's change with its sign, with as many digits as the figure itself. */
export function figureChange(change: number): string {
  const size = figureText(Math.abs(change));
  if (size === '0') return '±0';
  return `${change > 0 ? '+' : '−'}${size}`;
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const;

/** "84.2 MB": a size in bytes, in units of 1,000. */
export function sizeText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const digits = power === 0 ? 0 : 1;
  return `${numbered(bytes / 1000 ** power, digits, digits)} ${UNITS[power]}`;
}

/** Formatters by the digits behind the point that a number has at least and at most: to make one takes long. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function numbered(value: number, least: number, most: number): string {
  const key = `${least} ${most}`;
  const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
  const format = FORMATS.get(key) ?? new Intl.NumberFormat('en-GB', digits);
  FORMATS.set(key, format);
  return format.format(value);
}
