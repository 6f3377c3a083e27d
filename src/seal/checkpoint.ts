import { Fault } from '../records/fault.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { DIGEST_BYTES } from './merkle.ts';

/** What a log was at a moment: c2sp.org/tlog-checkpoint v1, "Note text". */
export interface Checkpoint {
  /** Which log it is: a name that does not change, as "releases.example.org/ledger". */
  origin: string;
  /** How many seals the log had. */
  size: number;
  /** Merkle tree hash of its seals, 32 bytes. */
  root: Uint8Array;
  /** Further lines. They are signed, and mean nothing here. */
  extensions: readonly string[];
}

/** Writes a checkpoint as the text of a note. Throws a Fault where a line would be empty or two. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions];
  const text = `${lines.join('\n')}\n`;
  if (lines.some((line) => line.includes('\n'))) throw new Fault('a line of a checkpoint has a line break');
  parseCheckpoint(text, 'checkpoint');
  return text;
}

/** Reads the text of a note as a checkpoint. Throws a Fault with the line where it is none. */
export function parseCheckpoint(text: string, file: string): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  const wrong = (what: string, line: number) => new Fault(what, { place: { file, line } });
  if (rest.at(-1) !== '') throw wrong('a checkpoint has at least three lines: origin, size and root', 1);
  if (origin === '') throw wrong('the log has no name', 1);
  if (!isSize(size)) throw wrong('the size is not a plain decimal number', 2);
  const bytes = fromBase64(root);
  if (bytes?.length !== DIGEST_BYTES) throw wrong('the root is not base64 of 32 bytes', 3);
  if (extensions.includes('')) throw wrong('there is an empty line', extensions.indexOf('') + 4);
  return { origin, size: Number(size), root: bytes, extensions };
}

/** True for a decimal number without leading zeros that this runtime counts exactly. */
export function isSize(digits: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(digits) && Number.isSafeInteger(Number(digits));
}
