import type { GitHubRepository } from '../../sources/github/repository.ts';
import type { Commit, CommitGraph } from '../graph.ts';
import { choosePullRequest } from './choose.ts';
import { correctedClues } from './clues.ts';
import type { PlatformFacts } from './facts.ts';

/** GraphQL's whole numbers have 31 bits. */
const LARGEST = 2 ** 31 - 1;

/** Asks GitHub for all that telling and recording the changes of some landings needs. */
export async function askAbout(
  landings: readonly Commit[],
  graph: CommitGraph,
  facts: PlatformFacts,
  github: GitHubRepository,
): Promise<void> {
  await github.askCandidates(landings.map(({ id }) => id));
  await github.askNumbers(numbersOf(landings, graph, facts));
  // What a pull request copies stands in the pull request: its original is asked for once the copy is known.
  await github.askNumbers(numbersOf(landings, graph, facts));
}

function numbersOf(landings: readonly Commit[], graph: CommitGraph, facts: PlatformFacts): number[] {
  const numbers = new Set<number>();
  for (const landing of landings) {
    const choice = choosePullRequest(landing, graph, facts);
    const clues = choice === null ? landing.clues : correctedClues(landing, choice, graph, facts);
    const said = landing.clues?.named?.numbers ?? [];
    for (const number of [...said, ...(clues?.named?.numbers ?? []), ...(clues?.mark?.numbers ?? [])])
      if (number > 0 && number <= LARGEST) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}
