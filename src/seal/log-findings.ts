import type { LinkedSeal, SealLink } from './seal-link.ts';

/**
 * Something wrong in the log of seals.
 * - `unreadable`: a seal does not say its number and the seal before it
 * - `gap`: seals are missing before this one
 * - `fork`: another seal has the same number, or names the same seal before it
 * - `wrong-previous`: the seal before it is not the one that it names
 * - `reorder`: it does not stand at the place of its number
 */
export interface LogFinding {
  kind: 'unreadable' | 'gap' | 'fork' | 'wrong-previous' | 'reorder';
  /** What is wrong, in one sentence. */
  text: string;
  /** The seal that it was found at. */
  file: string;
}

/** A seal that could be read, at its place among those. */
interface PlacedSeal extends SealLink {
  file: string;
  digest: string;
  position: number;
  /** The number that belongs here: one more than the highest before. */
  expected: number;
}

/** All seals that could be read; each group in the order of the log. */
interface Chain {
  bySequence: ReadonlyMap<number, readonly PlacedSeal[]>;
  byPrevious: ReadonlyMap<string | null, readonly PlacedSeal[]>;
  byDigest: ReadonlyMap<string, readonly PlacedSeal[]>;
}

/** What is wrong in the chain, in the order of the log. */
export function logFindings(linked: readonly LinkedSeal[]): LogFinding[] {
  const placed = placedSeals(linked);
  const chain: Chain = {
    bySequence: Map.groupBy(placed.values(), ({ sequence }) => sequence),
    byPrevious: Map.groupBy(placed.values(), ({ previous }) => previous),
    byDigest: Map.groupBy(placed.values(), ({ digest }) => digest),
  };
  return linked.flatMap((each) => {
    const seal = placed.get(each);
    return seal === undefined ? [unreadable(each)] : [...ofSequence(seal, chain), ...ofPrevious(seal, chain)];
  });
}

function placedSeals(linked: readonly LinkedSeal[]): Map<LinkedSeal, PlacedSeal> {
  const placed = new Map<LinkedSeal, PlacedSeal>();
  let expected = 0;
  for (const seal of linked) {
    if (seal.link === null) continue;
    const { file, digest, link } = seal;
    placed.set(seal, { file, digest, ...link, position: placed.size, expected });
    expected = Math.max(expected, link.sequence + 1);
  }
  return placed;
}

function ofSequence({ file, sequence, position, expected }: PlacedSeal, { bySequence }: Chain): LogFinding[] {
  const [twin] = bySequence.get(sequence) ?? [];
  if (twin !== undefined && twin.position < position)
    return [{ kind: 'fork', text: `${twin.file} is seal ${sequence} as well`, file }];
  if (sequence === expected) return [];
  let missing = expected;
  while (missing < sequence && bySequence.has(missing)) missing += 1;
  return missing < sequence
    ? [{ kind: 'gap', text: `seal ${missing} is missing before seal ${sequence}`, file }]
    : [{ kind: 'reorder', text: `seal ${sequence} stands where seal ${expected} belongs`, file }];
}

function ofPrevious(seal: PlacedSeal, chain: Chain): LogFinding[] {
  const { file, sequence, previous, position } = seal;
  if (isRightPrevious(seal, chain)) return [];
  const twin = chain.byPrevious
    .get(previous)
    ?.find((each) => each.position < position && each.sequence !== sequence);
  if (twin === undefined) return [{ kind: 'wrong-previous', text: wrongPrevious(seal, chain), file }];
  const shared = previous === null ? 'claims to be the first seal as well' : 'names the same seal before it';
  return [{ kind: 'fork', text: `${twin.file} ${shared}`, file }];
}

/** Where the seal before it is not there, there is a gap, and nothing to hold it against. */
function isRightPrevious({ sequence, previous }: PlacedSeal, { bySequence }: Chain): boolean {
  if (sequence === 0) return previous === null;
  const before = bySequence.get(sequence - 1);
  return before === undefined ? previous !== null : before.some(({ digest }) => digest === previous);
}

function wrongPrevious({ sequence, previous }: PlacedSeal, { bySequence, byDigest }: Chain): string {
  if (sequence === 0) return 'seal 0 is the first and names a seal before it';
  if (previous === null) return `seal ${sequence} names no seal before it`;
  const [named] = byDigest.get(previous) ?? [];
  const [before] = bySequence.get(sequence - 1) ?? [];
  if (named !== undefined) return `seal ${sequence} names seal ${named.sequence} (${named.file}) before it`;
  return `seal ${sequence} names ${previous} before it, and ${before?.file} has ${before?.digest}: it was changed`;
}

function unreadable({ file }: LinkedSeal): LogFinding {
  const text = 'the seal does not say its sequence number and the seal before it';
  return { kind: 'unreadable', text, file };
}
