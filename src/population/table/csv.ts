/** Where a spreadsheet takes a cell for a formula, with whatever blanks before it; and where a guard begins. */
const GUARDED = /^(?:\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n'])/u;
const QUOTED = /[",\r\n]/;

/**
 * A cell as RFC 4180 writes it. One that a spreadsheet would run (it begins with = + - @, a tab or a line break) gets an
 * apostrophe before it, and so does one that begins with an apostrophe: whoever takes one leading apostrophe off every
 * cell has what was there.
 */
export function csvCell(text: string): string {
  const guarded = GUARDED.test(text) ? `'${text}` : text;
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A line of cells, ended as RFC 4180 ends it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A row of one cell that says something of the file: "# count: 12". Data never begins with "#". */
export function commentLine(name: string, value: string | number): string {
  return csvLine([`# ${name}: ${value}`]);
}
