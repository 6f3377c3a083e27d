/** A table for a terminal: columns of one width, the first one for names as long as the longest of them. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  const width = Math.max(32, ...all.map(([name = '']) => name.length)) + 2;
  const line = ([name = '', ...cells]: readonly string[]): string =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join('')}\n`;
  return all.map(line).join('');
}
