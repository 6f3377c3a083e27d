import { byOrder, type Commit, type CommitGraph } from '../graph.ts';
import type { LandedChange, LandedHistory } from '../landed-changes.ts';
import { choosePullRequest } from './choose.ts';
import { correctedClues } from './clues.ts';
import type { PlatformFacts } from './facts.ts';
import type { Platform } from './source.ts';

/**
 * Groups commits into changes twice: as the messages tell, to know what to ask for, and as the platform tells, once
 * it has answered. `land` groups by the clues that the commits have at that moment.
 */
export async function landAsTold(
  land: () => LandedHistory,
  graph: CommitGraph,
  released: readonly Commit[],
  platform: Platform,
): Promise<LandedHistory> {
  const landings = releasedLandings(land(), graph, released);
  await platform.ask(landings, graph);
  const rebased = applyPlatform(landings, graph, platform.facts);
  const history = land();
  joinRebased(history, rebased);
  return history;
}

/** What no release holds yet is asked for when one does. */
function releasedLandings(history: LandedHistory, graph: CommitGraph, released: readonly Commit[]): Commit[] {
  const reached = graph.reachedFrom(released);
  const landings = history.changes.map(({ landing }) => landing).filter((landing) => reached.has(landing));
  return [...new Set(landings)].sort(byOrder);
}

/** The last commit of the rebased pull request that a commit belongs to. */
type RebasedInto = Map<Commit, Commit>;

/**
 * Puts what the platform knows into the clues of landings, before they are grouped into changes. Returns which
 * commits belong together because a pull request was rebased.
 */
function applyPlatform(landings: readonly Commit[], graph: CommitGraph, facts: PlatformFacts): RebasedInto {
  const rebased: RebasedInto = new Map();
  const choices = landings.map((landing) => ({ landing, choice: choosePullRequest(landing, graph, facts) }));
  for (const { landing, choice } of choices) {
    if (choice === null) continue;
    landing.clues = correctedClues(landing, choice, graph, facts);
    if (choice.number !== null && choice.rebasedInto !== null) rebased.set(landing, choice.rebasedInto);
  }
  return rebased;
}

/** Joins the commits of each rebased pull request into one change, which landed with the last of them. */
function joinRebased(history: LandedHistory, rebased: RebasedInto): void {
  const joined = new Set<LandedChange>();
  for (const [commit, last] of rebased) {
    const [part, whole] = [history.get(commit), history.get(last)];
    if (part === undefined || whole === undefined || part === whole || part.commits.length > 1) continue;
    whole.commits.push(commit);
    history.set(commit, whole);
    joined.add(part);
  }
  if (joined.size === 0) return;
  for (const change of history.changes) if (change.commits.length > 1) change.commits.sort(byOrder);
  history.remove(joined);
}
