import type { BackportMark } from '../../parse/message/backport.ts';
import type { NamedNumbers } from '../../parse/message/numbers.ts';
import { backportSource } from '../../parse/pull-request/backport-source.ts';
import type { Commit, CommitGraph } from '../graph.ts';
import type { MessageClues } from '../message-clues.ts';
import type { Choice } from './choose.ts';
import { type PlatformFacts, pullRequestUnder } from './facts.ts';

/** What a commit's message says, put right by what the platform knows. */
export function correctedClues(
  commit: Commit,
  choice: Choice,
  graph: CommitGraph,
  facts: PlatformFacts,
): MessageClues {
  const said = commit.clues?.named ?? null;
  const number = choice.number ?? choice.several.find((each) => said?.numbers.includes(each)) ?? null;
  const named = number === null ? withoutForeign(said, commit, graph, facts) : confirmed(said, number, facts);
  const own = named?.numbers.at(-1);
  const dropped = said?.numbers.find((each) => !named?.numbers.includes(each));
  return {
    named,
    mark: commit.clues?.mark ?? (own === undefined ? null : markOf(own, facts)),
    told: facts.recordedReason?.(commit.id) ?? reason(said, named, choice, facts),
    ...(dropped !== undefined && { dropped }),
  };
}

/** The message's own numbers stay where they are pull requests: a cherry-pick keeps its original's number. */
function confirmed(said: NamedNumbers | null, number: number, facts: PlatformFacts): NamedNumbers {
  if (said?.numbers.includes(number)) return said;
  const pull = pullRequestUnder(facts, number);
  const title = pull?.record.titleAtMerge ?? pull?.record.title ?? said?.title ?? '';
  const branch =
    pull === null
      ? (facts.recordedBranch?.(number) ?? null)
      : `${pull.record.headOwner ?? ''}/${pull.record.head}`;
  const own = { numbers: [number], how: 'platform' as const, title, branch, together: false };
  if (said === null) return own;
  const originals = said.numbers.filter((each) => pullRequestUnder(facts, each) !== null);
  return originals.length === 0 ? own : { ...said, numbers: [...originals, number], together: false };
}

/** Numbers of issues, of nothing, and of pull requests that were merged as something else here, are taken out. */
function withoutForeign(
  said: NamedNumbers | null,
  commit: Commit,
  graph: CommitGraph,
  facts: PlatformFacts,
): NamedNumbers | null {
  if (said === null) return null;
  const numbers = said.numbers.filter((number) => !isForeign(number, said, commit, graph, facts));
  return numbers.length === 0 ? null : { ...said, numbers };
}

/** A number that the platform was not asked about is left to the message. */
function isForeign(
  number: number,
  said: NamedNumbers,
  commit: Commit,
  graph: CommitGraph,
  facts: PlatformFacts,
): boolean {
  const found = facts.numbered(number);
  if (found === undefined) return false;
  if (found.kind === 'issue' || found.kind === 'nothing') return true;
  const { record } = found;
  const merge = graph.find(record.mergeCommit ?? '');
  if (merge === undefined || merge === commit || !graph.reaches(commit, merge)) return false;
  const titles = [record.title, record.titleAtMerge ?? record.title].map(titleKey);
  return !titles.includes(titleKey(said.title));
}

function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A pull request's own branch, title or description may tell what it copies, where its squash does not. */
function markOf(number: number, facts: PlatformFacts): BackportMark | null {
  const pull = pullRequestUnder(facts, number);
  if (pull === null) return null;
  const { title, head, labels = [], repository } = pull.record;
  const source = backportSource({ title, body: pull.description, head, labels, repository });
  return source === null || source.numbers.includes(number) ? null : { ...source, commits: [] };
}

function reason(
  said: NamedNumbers | null,
  named: NamedNumbers | null,
  choice: Choice,
  facts: PlatformFacts,
): string {
  const issue = said?.numbers.find((number) => facts.numbered(number)?.kind === 'issue');
  if (named === null && issue !== undefined)
    return `#${issue} in the message is an issue, and ${choice.because}`;
  if (named === null || named.how === 'platform')
    return issue === undefined ? choice.because : `#${issue} in the message is an issue; ${choice.because}`;
  const how = {
    merge: 'the merge commit names it',
    squash: 'the subject names it',
    trailer: 'a trailer names it',
  };
  return `${how[named.how]}; ${choice.number === null ? stateOf(named, choice, facts) : choice.because}`;
}

/** What GitHub says of a number that it does not tie to the commit. */
function stateOf({ numbers }: NamedNumbers, { because, several }: Choice, facts: PlatformFacts): string {
  const pull = several.length > 0 ? null : pullRequestUnder(facts, numbers.at(-1) ?? 0);
  if (pull === null) return because;
  const { state, number, mergeCommit } = pull.record;
  if (state === 'open') return `on GitHub #${number} is still open`;
  if (state === 'closed') return `on GitHub #${number} was closed, not merged`;
  return mergeCommit === null
    ? `GitHub merged #${number} with a commit that is gone`
    : `GitHub merged #${number} with ${mergeCommit.slice(0, 12)}`;
}
