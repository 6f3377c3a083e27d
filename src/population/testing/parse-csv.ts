/** Reads RFC 4180 without any of the code that writes it: one character after the other. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === ',' || letter === '\n') {
      row.push(cell);
      cell = '';
      if (letter === '\n') rows.push(row);
      if (letter === '\n') row = [];
    } else if (letter !== '\r') cell += letter;
  }
  return rows;
}
