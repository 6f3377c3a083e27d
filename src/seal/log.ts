import type { Hashing } from './hashing.ts';
import type { LogFinding } from './log-finding.ts';
import { leafHashes, treeHash } from './merkle.ts';
import { type LinkedSeal, linkedSeal, type SealFile, type SealLink } from './seal-link.ts';

/** A seal whose place could be read. */
type PlacedSeal = LinkedSeal & { link: SealLink };

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
 * Finds what is wrong in the chain of seals, given in the order of the log; the first wrong seal comes first, and nothing
 * is empty where all is well. A log whose end is cut off, or that was rewritten from some seal on, is in order in itself:
 * only a checkpoint that is kept elsewhere shows it (`checkCheckpoint`).
 */
export function* checkLog(seals: readonly SealFile[]): Hashing<LogFinding[]> {
  const linked: LinkedSeal[] = [];
  for (const seal of seals) linked.push(yield* linkedSeal(seal));
  const placed = linked.filter(isPlaced);
  return linked.flatMap((seal) => {
    if (!isPlaced(seal)) return [unreadable(seal)];
    const earlier = placed.slice(0, placed.indexOf(seal));
    return [...sequenceFindings(seal, earlier, placed), ...previousFindings(seal, earlier, placed)];
  });
}

function sequenceFindings(
  { file, link: { sequence } }: PlacedSeal,
  earlier: readonly PlacedSeal[],
  all: readonly PlacedSeal[],
): LogFinding[] {
  const twin = earlier.find(({ link }) => link.sequence === sequence);
  if (twin !== undefined) return [{ kind: 'fork', text: `${twin.file} is seal ${sequence} as well`, file }];
  const expected = Math.max(-1, ...earlier.map(({ link }) => link.sequence)) + 1;
  if (sequence === expected) return [];
  const missing = firstMissing(expected, sequence, all);
  if (missing !== null) return [gap(missing, sequence, file)];
  return [{ kind: 'reorder', text: `seal ${sequence} stands where seal ${expected} belongs`, file }];
}

function previousFindings(
  seal: PlacedSeal,
  earlier: readonly PlacedSeal[],
  all: readonly PlacedSeal[],
): LogFinding[] {
  const { file, link } = seal;
  if (isRightPrevious(seal, all)) return [];
  const twin = earlier.find(
    (each) => each.link.previous === link.previous && each.link.sequence !== link.sequence,
  );
  if (twin === undefined) return [{ kind: 'wrong-previous', text: wrongPrevious(seal, all), file }];
  const shared = link.previous === null ? 'claims to be the first seal' : 'names the same seal before it';
  return [{ kind: 'fork', text: `${twin.file} ${shared}`, file }];
}

/** Where the seal before it is not there, there is a gap, and nothing to hold it against. */
function isRightPrevious({ link: { sequence, previous } }: PlacedSeal, all: readonly PlacedSeal[]): boolean {
  if (sequence === 0) return previous === null;
  const before = all.filter(({ link }) => link.sequence === sequence - 1);
  return before.length === 0 ? previous !== null : before.some(({ digest }) => digest === previous);
}

function wrongPrevious({ link: { sequence, previous } }: PlacedSeal, all: readonly PlacedSeal[]): string {
  if (sequence === 0) return 'seal 0 is the first and names a seal before it';
  if (previous === null) return `seal ${sequence} names no seal before it`;
  const named = all.find(({ digest }) => digest === previous);
  const before = all.find(({ link }) => link.sequence === sequence - 1);
  if (named !== undefined)
    return `seal ${sequence} names seal ${named.link.sequence} (${named.file}) before it`;
  return `seal ${sequence} names ${previous} before it, and ${before?.file} has ${before?.digest}: it was changed`;
}

function firstMissing(from: number, to: number, all: readonly PlacedSeal[]): number | null {
  const present = new Set(all.map(({ link }) => link.sequence));
  for (let sequence = from; sequence < to; sequence += 1) if (!present.has(sequence)) return sequence;
  return null;
}

function gap(missing: number, sequence: number, file: string): LogFinding {
  return { kind: 'gap', text: `seal ${missing} is missing before seal ${sequence}`, file };
}

function unreadable({ file }: LinkedSeal): LogFinding {
  return {
    kind: 'unreadable',
    text: 'the seal does not say its sequence number and the seal before it',
    file,
  };
}

function isPlaced(seal: LinkedSeal): seal is PlacedSeal {
  return seal.link !== null;
}
