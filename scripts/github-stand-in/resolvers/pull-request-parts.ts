import { commitOf } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { addressOf, fullNameOf, repositoryOrName } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Fields } from '../query/resolvers.ts';
import { mapped, type Sequence } from '../query/sequence.ts';
import type { Scope } from '../scope.ts';
import type { CommitView, IssueView, PullView, RepositoryView } from '../views.ts';
import type { ChangedFile, Pull } from '../world/pull.ts';

interface PullCommitView {
  __typename: 'PullRequestCommit';
  pullRequest: PullView;
  commit: CommitView;
}

interface NamedView {
  title: string;
  repository: RepositoryView;
}

/** A commit in its pull request. */
export const PULL_REQUEST_COMMIT: Fields<PullCommitView> = {
  id: ({ pullRequest, commit }) => nodeId('PURC', pullRequest.described.number, commit.described.oid),
  commit: ({ commit }) => commit,
  pullRequest: ({ pullRequest }) => pullRequest,
};

/** A file that a pull request changes. */
export const CHANGED_FILE: Fields<ChangedFile> = {
  path: ({ path }) => path,
  additions: ({ additions = 1 }) => additions,
  deletions: ({ deletions = 0 }) => deletions,
  changeType: ({ changeType = 'MODIFIED' }) => changeType,
};

/** Labels. */
export const LABEL: Fields<NamedView> = {
  id: ({ title, repository }) => nodeId('LA', fullNameOf(repository.described), title),
  name: ({ title }) => title,
  color: ({ title }) => numberOf(title).toString(16).padStart(6, '0').slice(-6),
  description: () => null,
  url: ({ title, repository }) => `${addressOf(repository.described)}/labels/${encodeURIComponent(title)}`,
};

/** Milestones. */
export const MILESTONE: Fields<NamedView> = {
  id: ({ title, repository }) => nodeId('MI', fullNameOf(repository.described), title),
  number: ({ title }) => (numberOf(title) % 1000) + 1,
  title: ({ title }) => title,
  state: () => 'OPEN',
  description: () => null,
  dueOn: () => null,
  url: ({ title, repository }) =>
    `${addressOf(repository.described)}/milestone/${(numberOf(title) % 1000) + 1}`,
};

/** Labels of a pull request or an issue. */
export function labelsOf({ described, repository }: PullView | IssueView): NamedView[] {
  return (described.labels ?? []).map((title) => ({ title, repository }));
}

/** Its commits, oldest first. */
export function pullCommits(pullRequest: PullView, _args: Arguments, scope: Scope): Sequence<PullCommitView> {
  const { described, repository } = pullRequest;
  return mapped(described.commits ?? [], ({ oid }) => ({
    __typename: 'PullRequestCommit',
    pullRequest,
    commit: commitOf(scope, repository, oid, described),
  }));
}

/** Its files; where only their number is told, as many with made-up names. */
export function filesOf({ files = [] }: Pull): Sequence<ChangedFile> {
  if (typeof files !== 'number') return files;
  return { length: files, at: (index) => ({ path: `files/file-${index + 1}.txt` }) };
}

/** How much it changes. */
export function lineCounts({ files = [] }: Pull): { files: number; additions: number; deletions: number } {
  if (typeof files === 'number') return { files, additions: files, deletions: 0 };
  const sum = (of: (file: ChangedFile) => number) => files.reduce((total, file) => total + of(file), 0);
  return {
    files: files.length,
    additions: sum(({ additions = 1 }) => additions),
    deletions: sum(({ deletions = 0 }) => deletions),
  };
}

/** Issues that it closes. One that the world does not describe has a number and a made-up title. */
export function closedIssues(
  { described, repository }: PullView,
  _args: Arguments,
  scope: Scope,
): IssueView[] {
  return (described.closes ?? []).map((reference) => {
    const [name = '', digits = ''] = String(reference).includes('#')
      ? String(reference).split('#')
      : ['', String(reference)];
    const home = name === '' ? repository : repositoryOrName(scope, name);
    const number = Number(digits);
    const issue = home.described.issues?.find((each) => each.number === number);
    return {
      __typename: 'Issue',
      repository: home,
      described: issue ?? { number, title: `Issue ${number}` },
    };
  });
}
