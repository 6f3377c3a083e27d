import type { Commit, CommitGraph } from './graph.ts';
import type { LandedChange, LandedHistory } from './landed-changes.ts';
import type { Twins } from './twins.ts';

/** How many commits of the same author are compared with one that nothing else identifies: the nearest before it. */
const NEAREST = 20;

/** A commit that may be a copy, and the commits that it may be a copy of, the likeliest first. */
export interface PatchQuestion {
  commit: Commit;
  candidates: Commit[];
}

/**
 * The commits whose patch is worth asking for: released off the main line, without number, mark or twin. Each is
 * compared with commits of the main line that have its subject, or its author shortly before.
 */
export function patchQuestions(
  graph: CommitGraph,
  history: LandedHistory,
  main: Commit | undefined,
  released: readonly Commit[],
  twins: Twins,
): PatchQuestion[] {
  if (main === undefined) return [];
  const [onMain, inReleases] = [graph.reachedFrom([main]), graph.reachedFrom(released)];
  const off = graph.inOrder().filter((commit) => inReleases.has(commit) && !onMain.has(commit));
  const open = off.filter((commit) => isOpen(commit, history) && twins.of(commit).length === 0);
  if (open.length === 0) return [];
  const others = graph.all().filter((commit) => commit.parents.length < 2 && onMain.has(commit));
  // To look a title up it has to be read to its end: most are of a length that none of the wanted has.
  const lengths = new Set(open.map(({ firstLine }) => firstLine.length));
  const alike = others.filter(({ firstLine }) => lengths.has(firstLine.length));
  const bySubject = groupBy(alike, open, (commit) => commit.firstLine);
  const byAuthor = groupBy(others, open, (commit) => commit.author.key);
  return open
    .map((commit) => ({ commit, candidates: candidatesFor(commit, bySubject, byAuthor) }))
    .filter((question) => question.candidates.length > 0);
}

function isOpen(commit: Commit, history: LandedHistory): boolean {
  const change: LandedChange | undefined = history.get(commit);
  if (change === undefined || commit.parents.length > 1) return false;
  return change.landing === commit && change.named === null && change.mark === null && change.only === null;
}

function candidatesFor(
  commit: Commit,
  bySubject: Map<string, Commit[]>,
  byAuthor: Map<string, Commit[]>,
): Commit[] {
  const sameSubject = bySubject.get(commit.firstLine) ?? [];
  const sameAuthor = (byAuthor.get(commit.author.key) ?? [])
    .filter((other) => other.committedAt <= commit.committedAt)
    .sort((a, b) => b.committedAt - a.committedAt)
    .slice(0, NEAREST);
  return [...new Set([...sameSubject, ...sameAuthor])];
}

/** Groups commits by a key; only keys that one of the open commits has are of interest. */
function groupBy(
  commits: readonly Commit[],
  open: readonly Commit[],
  keyOf: (commit: Commit) => string,
): Map<string, Commit[]> {
  const groups = new Map<string, Commit[]>(open.map((commit) => [keyOf(commit), []]));
  for (const commit of commits) groups.get(keyOf(commit))?.push(commit);
  return groups;
}

/** Joins each asked commit to the first candidate with the same patch. */
export function equalPatches(
  graph: CommitGraph,
  questions: readonly PatchQuestion[],
  ids: ReadonlyMap<string, string>,
): Map<Commit, Commit> {
  const equal = new Map<Commit, Commit>();
  for (const { commit, candidates } of questions) {
    const patch = ids.get(commit.id);
    // A commit that repeats what its own history had and lost is no copy from elsewhere.
    const isOriginal = (candidate: Commit): boolean =>
      patch !== undefined && ids.get(candidate.id) === patch && !graph.reaches(commit, candidate);
    const original = candidates.find(isOriginal);
    if (original !== undefined) equal.set(commit, original);
  }
  return equal;
}
