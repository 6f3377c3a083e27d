import { equalBytes } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { Hashing } from './hashing.ts';
import type { Verifier } from './keys.ts';
import { treeHash } from './merkle.ts';
import { verifyConsistency } from './merkle-verify.ts';
import type { Note } from './note.ts';
import { type NoteVerdict, verifyNote } from './signed-note.ts';

/** Which log is meant, and who may sign for it. */
export interface Trust {
  origin: string;
  verifiers: readonly Verifier[];
}

/** A checkpoint that may be believed, or why it may not. */
export type OpenedCheckpoint =
  | (Omit<Extract<NoteVerdict, { ok: true }>, 'text'> & { checkpoint: Checkpoint })
  | { ok: false; reason: string };

/**
 * What a checkpoint that was kept says about the log of today.
 * - `holds`: the log still begins with what was signed; `added` seals came after it
 * - `shrunk`: seals that were signed are gone
 * - `rewritten`: the signed seals are not these
 */
export type CheckpointState =
  | { state: 'holds'; added: number }
  | { state: 'shrunk' | 'rewritten'; reason: string };

/**
 * Believes a checkpoint only when a known key signed it and it is of the log that is meant. Throws a Fault where the
 * signed text is no checkpoint.
 */
export function openCheckpoint(note: Note, { origin, verifiers }: Trust, file: string): OpenedCheckpoint {
  const verdict = verifyNote(note, verifiers);
  if (!verdict.ok) return verdict;
  const checkpoint = parseCheckpoint(verdict.text, file);
  if (checkpoint.origin !== origin)
    return { ok: false, reason: `the checkpoint is of the log ${checkpoint.origin}, not of ${origin}` };
  return { ok: true, checkpoint, verified: verdict.verified, unverified: verdict.unverified };
}

/** Holds the log that is there, by the hashes of its seals, against a checkpoint. */
export function* checkCheckpoint(
  { size, root }: Checkpoint,
  leaves: readonly Uint8Array[],
): Hashing<CheckpointState> {
  if (leaves.length < size)
    return { state: 'shrunk', reason: `${size} seals were signed, and the log has ${leaves.length}` };
  if (equalBytes(yield* treeHash(leaves.slice(0, size)), root))
    return { state: 'holds', added: leaves.length - size };
  return { state: 'rewritten', reason: `the first ${size} seals are not the ones that were signed` };
}

/**
 * Holds a newer checkpoint against an older one of the same log by a proof of consistency (RFC 9162 §2.1.4.2): without
 * the log itself. An empty log is the beginning of every log; its proof is empty.
 */
export function* checkGrowth(
  older: Checkpoint,
  newer: Checkpoint,
  proof: readonly Uint8Array[],
): Hashing<CheckpointState> {
  if (older.origin !== newer.origin)
    return { state: 'rewritten', reason: `one is of the log ${older.origin}, the other of ${newer.origin}` };
  if (newer.size < older.size)
    return { state: 'shrunk', reason: `${older.size} seals were signed first, and ${newer.size} later` };
  if (yield* isGrowth(older, newer, proof)) return { state: 'holds', added: newer.size - older.size };
  const reason = `the proof does not lead from size ${older.size} to size ${newer.size}`;
  return { state: 'rewritten', reason };
}

function* isGrowth(older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): Hashing<boolean> {
  if (older.size === 0) return yield* isEmptyStart(older, newer, proof);
  const { size: oldSize, root: oldRoot } = older;
  return yield* verifyConsistency({ oldSize, oldRoot, newSize: newer.size, newRoot: newer.root, proof });
}

function* isEmptyStart(older: Checkpoint, newer: Checkpoint, proof: readonly Uint8Array[]): Hashing<boolean> {
  const empty = yield* treeHash([]);
  const isEmpty = ({ size, root }: Checkpoint) => size > 0 || equalBytes(root, empty);
  return proof.length === 0 && isEmpty(older) && isEmpty(newer);
}
