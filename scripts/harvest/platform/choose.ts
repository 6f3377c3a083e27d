import type { Commit, CommitGraph } from '../graph.ts';
import type { CandidatePull, PlatformFacts } from './facts.ts';

/** Which pull request put a commit on its branch, as the platform tells. */
export interface Choice {
  /** Null where none did, or several may have. */
  number: number | null;
  /** The commit is one of several that the pull request was rebased into; `last` is the last one of them. */
  rebasedInto: Commit | null;
  /** Several that all claim the commit: none is taken, unless its own message names it. */
  several: number[];
  because: string;
}

/** Longer rebases than this are not followed. */
const LONGEST_REBASE = 1000;

/**
 * Chooses by what GitHub's own merge leaves: the pull request that is merged, into this repository, with this
 * commit; for a rebase, with a commit that follows it on its line through commits of the same pull request. Any
 * other pull request only holds the commit too. Null where the platform was not asked.
 */
export function choosePullRequest(commit: Commit, graph: CommitGraph, facts: PlatformFacts): Choice | null {
  const candidates = facts.candidates(commit.id);
  if (candidates === undefined) return null;
  if (candidates === null) return none('GitHub does not know the commit');
  const merged = candidates.filter(({ mergedHere }) => mergedHere);
  const exact = merged.filter(({ mergeCommit }) => mergeCommit === commit.id);
  if (exact.length > 0) return chosen(exact, null, (name) => `GitHub merged ${name} with this commit`);
  const rebased = merged.filter((candidate) => isRebased(candidate, commit, graph, facts));
  const last = graph.find(rebased[0]?.mergeCommit ?? '') ?? null;
  if (rebased.length > 0)
    return chosen(
      rebased,
      last,
      (name) => `GitHub merged ${name} by rebasing its commits, of which this is one`,
    );
  const others = merged.map(nameOf).join(', ');
  return none(
    others === '' ? 'GitHub knows no pull request for it' : `GitHub merged ${others} with another commit`,
  );
}

function none(because: string): Choice {
  return { number: null, rebasedInto: null, several: [], because };
}

function chosen(
  candidates: readonly CandidatePull[],
  rebasedInto: Commit | null,
  told: (name: string) => string,
): Choice {
  const [first, ...others] = candidates;
  if (first !== undefined && others.length === 0)
    return { number: first.number, rebasedInto, several: [], because: told(nameOf(first)) };
  const several = candidates.map(({ number }) => number).sort((a, b) => a - b);
  const names = several.map((number) => `#${number}`).join(', ');
  return {
    number: null,
    rebasedInto,
    several,
    because: `GitHub merged ${names} with it: none is taken for certain`,
  };
}

function nameOf({ number }: CandidatePull): string {
  return `#${number}`;
}

function isRebased(
  { number, mergeCommit }: CandidatePull,
  commit: Commit,
  graph: CommitGraph,
  facts: PlatformFacts,
): boolean {
  let current = graph.find(mergeCommit ?? '');
  for (let steps = 0; current !== undefined && steps < LONGEST_REBASE; steps += 1) {
    if (current.parents.length > 1) return false;
    if (!facts.candidates(current.id)?.some((candidate) => candidate.number === number)) return false;
    if (current === commit) return true;
    current = current.parents[0];
  }
  return false;
}
