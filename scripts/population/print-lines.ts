import type { Console } from '../verbs/console.ts';

/** How much is put together before it is written: a write for each line would cost more than its making. */
const CHUNK = 65_536;

/** Prints lines as they are made, so that no more than a piece of them is ever held. */
export function printLines(lines: Iterable<string>, out: Pick<Console, 'print'>): void {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    out.print(chunk);
    chunk = '';
  }
  if (chunk !== '') out.print(chunk);
}
