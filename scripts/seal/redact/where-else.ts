import fs from 'node:fs';
import path from 'node:path';

/** Other files of the ledger that hold the value as well, the redacted one included where it still does. */
export function whereElse(content: string, value: string): string[] {
  const wanted = Buffer.from(value.trim());
  if (wanted.length === 0) return [];
  return fs
    .readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.includes(value.trim()) || fs.readFileSync(file).includes(wanted))
    .map((file) => path.relative(content, file))
    .sort();
}
