import type { When } from './clock.ts';
import type { CommitHandle } from './handles.ts';
import { borsMessage, mergeMessage, squashMessage } from './messages.ts';
import type { Files } from './options.ts';
import { GITHUB, type PersonLike, personOf } from './people.ts';
import type { RepositoryBuilder } from './repository-builder.ts';

/** A pull request whose branch has been described, ready to be merged. */
export interface PullRequestMerge {
  number: number;
  title: string;
  /** The branch. It is removed after the merge unless `keepBranch` says otherwise. */
  from: string;
  /** The first branch where it is not said. */
  into?: string;
  /** The account that the branch belongs to. */
  owner?: string;
  /** Who pressed the button. */
  by?: PersonLike;
  date?: When;
  keepBranch?: boolean;
  files?: Files;
}

/** "Create a merge commit": written by who pressed the button, committed by the platform. */
export function mergePullRequest(repo: RepositoryBuilder, pull: PullRequestMerge): CommitHandle {
  const { number, title, from, owner = 'sample' } = pull;
  const message = mergeMessage({ number, title, from: `${owner}/${from}` });
  const merged = repo.merge({ ...landing(pull), ...by(pull), from, message });
  return close(repo, pull, merged);
}

/** "Squash and merge": one commit with the pull request's title, its number and what its commits say. */
export function squashPullRequest(repo: RepositoryBuilder, pull: PullRequestMerge): CommitHandle {
  const commits = repo.commitsOf(pull.from, pull.into);
  const message = squashMessage(pull.title, pull.number, commits, coAuthorsOf(commits));
  return close(repo, pull, repo.squash({ ...landing(pull), from: pull.from, message }));
}

/** "Rebase and merge": copies of the commits. No message names the pull request. Returns the last one. */
export function rebasePullRequest(repo: RepositoryBuilder, pull: PullRequestMerge): CommitHandle {
  const target = pull.into === undefined ? {} : { into: pull.into };
  const last = repo.rebase({ ...target, from: pull.from, committer: GITHUB }).at(-1);
  if (last === undefined) throw new Error(`pull request #${pull.number} has no commits`);
  return close(repo, pull, last);
}

/** A bot's merge of several pull requests at once: an octopus where there are more than one. */
export function borsMerge(
  repo: RepositoryBuilder,
  pulls: readonly (PullRequestMerge & { reviewer: string })[],
): CommitHandle {
  const [first] = pulls;
  if (first === undefined) throw new Error('a merge needs a pull request');
  const lines = pulls.map(({ number, title, from, reviewer }) => ({
    number,
    title,
    reviewer,
    author: repo.tip(from).author.name,
  }));
  const bot = { author: 'bors[bot]', committer: GITHUB };
  const merged = repo.merge({
    ...landing(first),
    ...bot,
    from: pulls.map(({ from }) => from),
    message: borsMessage(lines),
  });
  for (const pull of pulls) close(repo, pull, merged);
  return merged;
}

/** What all landings share; keys without a value are left out, so that they override nothing. */
function landing({ into, date, files }: PullRequestMerge): {
  into?: string;
  date?: When;
  files?: Files;
  committer: PersonLike;
} {
  return {
    committer: GITHUB,
    ...(into === undefined ? {} : { into }),
    ...(date === undefined ? {} : { date }),
    ...(files === undefined ? {} : { files }),
  };
}

function by(pull: PullRequestMerge): { author?: PersonLike } {
  return pull.by === undefined ? {} : { author: pull.by };
}

/** Everybody who wrote a commit, but the first one's author, who is the squash's. */
function coAuthorsOf(commits: readonly CommitHandle[]): PersonLike[] {
  const byAddress = new Map(commits.map(({ author }) => [author.email, author]));
  return [...byAddress.values()].map(personOf).slice(1);
}

function close(repo: RepositoryBuilder, pull: PullRequestMerge, landed: CommitHandle): CommitHandle {
  if (pull.keepBranch !== true) repo.removeBranch(pull.from);
  return landed;
}
