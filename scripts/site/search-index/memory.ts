import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Shard } from '../../../src/notes/search/shard-files.ts';
import type { MonthFacts } from './seen-months.ts';

/** What a build knows of an edition that was built before, by signs: what looks on disk as it did is not read again. */
export interface Memory {
  /** Documents of months, by product and month. */
  months: Record<string, Seen<MonthFacts>>;
  /** Parts of the index in their places, by their names. What the list of shards says of one; null for the runtime. */
  parts: Record<string, Seen<Shard | null>>;
}

/** Something with what it looked like on disk. */
export interface Seen<Facts> {
  sign: string;
  facts: Facts;
}

/** The memory of builds with this cache and code. Nothing where there is none, or where it is not as it was written. */
export function readMemory(cache: string | null, code: string): Memory {
  const nothing = { months: {}, parts: {} };
  if (cache === null) return nothing;
  try {
    const text = readFileSync(fileOf(cache), 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return text.slice(0, end) === headOf(code, body) ? (JSON.parse(body) as Memory) : nothing;
  } catch {
    return nothing;
  }
}

/** Keeps what the next build should know. Never a reason for a build to fail. */
export function writeMemory(cache: string | null, code: string, memory: Memory): void {
  if (cache === null) return;
  const [file, body] = [fileOf(cache), JSON.stringify(memory)];
  const unfinished = `${file}.new`;
  try {
    writeFileSync(unfinished, `${headOf(code, body)}\n${body}`);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** Beside the cache: in it are shards alone. */
function fileOf(cache: string): string {
  return `${cache}.seen`;
}

function headOf(code: string, body: string): string {
  return hash('sha256', `${code}\n${body}`);
}
