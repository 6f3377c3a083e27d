import { Fault } from '../records/fault.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { type OpenedCheckpoint, openCheckpoint, type Trust } from './check-checkpoint.ts';
import { isSize } from './checkpoint.ts';
import type { Hashing } from './hashing.ts';
import { DIGEST_BYTES, leafHash } from './merkle.ts';
import { verifyInclusion } from './merkle-verify.ts';
import { parseNote } from './note.ts';

/** The proof that one seal is in a log, c2sp.org/tlog-proof v1. Its files end in ".tlog-proof". */
export interface InclusionFile {
  /** Place in the log, counted from 0: the seal's sequence number. */
  index: number;
  /** The seal's sibling first. */
  proof: readonly Uint8Array[];
  /** The signed checkpoint, byte for byte as its holder has it. */
  checkpoint: string;
  /** Bytes for whoever reads the file. Nothing signs them. */
  extra?: Uint8Array;
}

/** What a proof shows, or why it shows nothing. */
export type Inclusion =
  | (Extract<OpenedCheckpoint, { ok: true }> & { index: number })
  | { ok: false; reason: string };

const HEAD = 'c2sp.org/tlog-proof@v1';

/** Writes the file. Throws a Fault where the checkpoint is no signed note. */
export function formatInclusionFile({ index, proof, checkpoint, extra }: InclusionFile): string {
  parseNote(checkpoint, 'checkpoint');
  const extraLine = extra === undefined ? [] : [`extra ${toBase64(extra)}`];
  return [HEAD, ...extraLine, `index ${index}`, ...proof.map(toBase64), '', checkpoint].join('\n');
}

/** Reads the file; `formatInclusionFile` gives the same bytes again. Throws a Fault with the line where it is none. */
export function parseInclusionFile(source: string, file: string): InclusionFile {
  const end = source.indexOf('\n\n');
  const [head, ...lines] = source.slice(0, Math.max(end, 0)).split('\n');
  if (head !== HEAD)
    throw wrong(file, 1, `a proof begins with "${HEAD}" and has an empty line before its checkpoint`);
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice(6), file, 2) : undefined;
  const skipped = extra === undefined ? 2 : 3;
  const index = indexOf(lines.shift(), file, skipped);
  const proof = lines.map((line, at) => bytesOf(line, file, skipped + 1 + at, DIGEST_BYTES));
  return { index, proof, checkpoint: source.slice(end + 2), ...(extra !== undefined && { extra }) };
}

/**
 * Checks that a seal is in the log of a checkpoint that may be believed: the steps of c2sp.org/tlog-proof "Verifying a
 * tlog proof", with the seal's bytes as the entry. Throws a Fault where the checkpoint cannot be read.
 */
export function* verifyInclusionFile(
  seal: Uint8Array,
  { index, proof, checkpoint: source }: InclusionFile,
  trust: Trust,
  file: string,
): Hashing<Inclusion> {
  const opened = openCheckpoint(parseNote(source, file), trust, file);
  if (!opened.ok) return opened;
  const { size, root } = opened.checkpoint;
  const isIn = yield* verifyInclusion({ leaf: yield* leafHash(seal), index, size, proof, root });
  if (isIn) return { ...opened, index };
  return { ok: false, reason: `the proof does not lead from this seal to the log's root at size ${size}` };
}

function indexOf(line: string | undefined, file: string, at: number): number {
  const [word, digits = '', ...rest] = line?.split(' ') ?? [];
  if (word === 'index' && rest.length === 0 && isSize(digits)) return Number(digits);
  throw wrong(file, at, 'expected "index" and a plain decimal number');
}

function bytesOf(base64 = '', file: string, line: number, length?: number): Uint8Array {
  const bytes = fromBase64(base64);
  if (bytes !== null && (length === undefined || bytes.length === length)) return bytes;
  throw wrong(file, line, `expected base64${length === undefined ? '' : ` of ${length} bytes`}`);
}

function wrong(file: string, line: number, what: string): Fault {
  return new Fault(what, { place: { file, line } });
}
