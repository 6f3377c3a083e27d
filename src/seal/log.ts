import type { Hashing } from './hashing.ts';
import { type LogFinding, logFindings } from './log-findings.ts';
import { leafHashes, treeHash } from './merkle.ts';
import { type LinkedSeal, linkedSeal, type SealFile } from './seal-link.ts';

/** Hashes of the log's leaves: a leaf is a seal's bytes. `seals` in the order of the log. */
export function* sealLeaves(seals: readonly SealFile[]): Hashing<Uint8Array[]> {
  return yield* leafHashes(seals.map(({ bytes }) => bytes));
}

/** The root of the log when it had that many seals. Throws a RangeError for more than there are. */
export function* logRoot(leaves: readonly Uint8Array[], size: number): Hashing<Uint8Array> {
  if (!Number.isInteger(size) || size < 0 || size > leaves.length)
    throw new RangeError(`the log has ${leaves.length} seals and was never of size ${size}`);
  return yield* treeHash(leaves.slice(0, size));
}

/**
 * Finds what is wrong in the chain of seals, given in the order of the log; the first wrong seal comes first, and the
 * list is empty where all is well. A log whose end is cut off, or that was rewritten from some seal on, is in order in
 * itself: only a checkpoint that is kept elsewhere shows it (`checkCheckpoint`).
 */
export function* checkLog(seals: readonly SealFile[]): Hashing<LogFinding[]> {
  const linked: LinkedSeal[] = [];
  for (const seal of seals) linked.push(yield* linkedSeal(seal));
  return logFindings(linked);
}
