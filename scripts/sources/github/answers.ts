/** Part of a connection: `nodes` is whole where it is as long as `totalCount` says. */
export interface Connection<Node> {
  totalCount: number;
  /** Of a list that was asked for some kinds only. */
  filteredCount?: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** A node that may not be read is null. */
  nodes: (Node | null)[];
}

/** Who did something; null where the account is gone. */
export interface ActorAnswer {
  __typename: string;
  login: string;
  databaseId?: number | null;
}

export interface CommitAnswer {
  oid: string;
  authoredDate: string;
  authors: Connection<{ name: string | null; user: { login: string } | null }>;
}

export interface ReviewAnswer {
  id: string;
  state: string;
  submittedAt: string | null;
  createdAt: string;
  body: string;
  lastEditedAt: string | null;
  authorCanPushToRepository: boolean;
  author: ActorAnswer | null;
  commit: { oid: string } | null;
}

export type EventAnswer =
  | {
      __typename: 'HeadRefForcePushedEvent';
      createdAt: string;
      actor: ActorAnswer | null;
      beforeCommit: { oid: string } | null;
      afterCommit: { oid: string } | null;
    }
  | { __typename: 'RenamedTitleEvent'; createdAt: string; previousTitle: string; currentTitle: string }
  | {
      __typename: 'ReviewDismissedEvent';
      createdAt: string;
      previousReviewState: string;
      dismissalMessage: string | null;
      actor: ActorAnswer | null;
      review: { id: string } | null;
    };

export type ContextAnswer =
  | {
      __typename: 'CheckRun';
      name: string;
      conclusion: string | null;
      completedAt: string | null;
      detailsUrl: string | null;
      checkSuite: { app: { slug: string } | null };
    }
  | {
      __typename: 'StatusContext';
      context: string;
      state: string;
      createdAt: string;
      targetUrl: string | null;
      creator: { login: string } | null;
    };

/** The last commit of a pull request's branch with its checks; no rollup where it has none. */
export interface HeadAnswer {
  commit: { oid: string; statusCheckRollup: { contexts: Connection<ContextAnswer> } | null };
}

/** A pull request as GitHub answers; the platform's own names. */
export interface PullRequestAnswer {
  __typename: 'PullRequest';
  number: number;
  url: string;
  state: 'MERGED' | 'CLOSED' | 'OPEN';
  title: string;
  body: string;
  createdAt: string;
  mergedAt: string | null;
  updatedAt: string;
  lastEditedAt: string | null;
  baseRefName: string;
  headRefName: string;
  headRefOid: string;
  headRepositoryOwner: { login: string } | null;
  baseRepository: { nameWithOwner: string } | null;
  author: ActorAnswer | null;
  mergedBy: ActorAnswer | null;
  mergeCommit: { oid: string } | null;
  milestone: { title: string } | null;
  additions: number;
  deletions: number;
  changedFiles: number;
  labels: Connection<{ name: string }> | null;
  closingIssuesReferences: Connection<{
    number: number;
    title: string;
    repository: { nameWithOwner: string };
  }> | null;
  commits: Connection<{ commit: CommitAnswer }>;
  reviews: Connection<ReviewAnswer> | null;
  timelineItems: Connection<EventAnswer>;
  files: Connection<{ path: string }> | null;
  head: { nodes: (HeadAnswer | null)[] };
}

/** What stands under a number: a pull request, an issue, or nothing that may be read. */
export type NumberAnswer =
  | PullRequestAnswer
  | { __typename: 'Issue'; number: number; title: string }
  | { __typename: 'Nothing'; number: number };

/** A pull request that holds a commit. Several do: open ones, forks' ones, ones that merged its branch back. */
export interface Candidate {
  number: number;
  merged: boolean;
  baseRepository: { nameWithOwner: string } | null;
  mergeCommit: { oid: string } | null;
}

/** A pull request in the list of those that changed last. */
export interface UpdatedAnswer {
  number: number;
  updatedAt: string;
  mergeCommit: { oid: string } | null;
  commits: { totalCount: number };
}

export interface ReleaseAnswer {
  tagName: string;
  name: string | null;
  description: string | null;
  url: string;
  isDraft: boolean;
  isPrerelease: boolean;
  createdAt: string;
  publishedAt: string | null;
  updatedAt: string;
  author: ActorAnswer | null;
  tagCommit: { oid: string } | null;
  releaseAssets: Connection<{ name: string; size: number }>;
}

/** The repository itself. */
export interface RepositoryAnswer {
  nameWithOwner: string;
  isPrivate: boolean;
  url: string;
}

export interface OverviewAnswer {
  repository: RepositoryAnswer & {
    pullRequests: Connection<UpdatedAnswer>;
    releases: Connection<ReleaseAnswer>;
  };
}

/** What became of a deployment at one time. */
export interface DeploymentStatusAnswer {
  state: string;
  createdAt: string;
  description: string | null;
  logUrl: string | null;
}

/** A deployment of a commit to an environment. */
export interface DeploymentAnswer {
  id: string;
  databaseId: number | null;
  environment: string | null;
  task: string | null;
  description: string | null;
  createdAt: string;
  commitOid: string;
  /** Null where only a commit was asked for, and where the branch or tag is gone. */
  ref: { name: string; prefix: string } | null;
  creator: { login: string } | null;
  /** Of all states the only one that tells of deployments that nobody ended: "ABANDONED", "DESTROYED". */
  state: string | null;
  /** The newest first. */
  statuses: Connection<DeploymentStatusAnswer> | null;
}

/** A repository's deployments to some environments, the newest first. */
export interface DeploymentsAnswer {
  repository: RepositoryAnswer & { deployments: Connection<DeploymentAnswer> };
}
