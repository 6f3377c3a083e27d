import type { Check } from './world/check.ts';
import type { Commit, Person } from './world/commit.ts';
import type { Deployment } from './world/deployment.ts';
import type { Pull } from './world/pull.ts';
import type { Release } from './world/release.ts';
import type { Review } from './world/review.ts';
import type { Account, Issue, Repository } from './world/world.ts';

// What resolvers pass on: a piece of the described world, where it belongs, and its type's name for interfaces
// and unions. Nothing is copied.

/** A repository. */
export interface RepositoryView {
  __typename: 'Repository';
  described: Repository;
}

/** A pull request, in the repository that it asks to merge into. */
export interface PullView {
  __typename: 'PullRequest';
  repository: RepositoryView;
  described: Pull;
}

/** A commit, and the pull request that it was found in. */
export interface CommitView {
  __typename: 'Commit';
  repository: RepositoryView;
  described: Commit;
  pull?: Pull | undefined;
}

/** An issue. */
export interface IssueView {
  __typename: 'Issue';
  repository: RepositoryView;
  described: Issue;
}

/** A review of a pull request. */
export interface ReviewView {
  __typename: 'PullRequestReview';
  pullRequest: PullView;
  described: Review;
  place: number;
}

/** A check of a commit. */
export interface CheckView {
  __typename: 'CheckRun' | 'StatusContext';
  commit: CommitView;
  described: Check;
  place: number;
}

/** A release. */
export interface ReleaseView {
  __typename: 'Release';
  repository: RepositoryView;
  described: Release;
}

/** A deployment. */
export interface DeploymentView {
  __typename: 'Deployment';
  repository: RepositoryView;
  described: Deployment;
}

/** An account. */
export interface AccountView {
  __typename: 'User' | 'Bot' | 'Organization' | 'Mannequin' | 'EnterpriseUserAccount';
  login: string;
  described: Account;
}

/** Somebody in a commit. */
export interface GitActorView {
  person: Person;
  date: string;
}

/** A branch or tag. */
export interface RefView {
  __typename: 'Ref';
  repository: RepositoryView;
  /** With "refs/heads/" or "refs/tags/". */
  qualifiedName: string;
  /** Null where it leads to nothing that is known. */
  oid: string | null;
}
