/**
 * What GitHub is asked, in GraphQL (https://docs.github.com/graphql). Connections ask for as many as nearly every
 * pull request has; what is more comes page by page. Page sizes matter: each one counts against the hourly limit.
 */

const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

const ACTOR = `__typename login
  ... on User { databaseId }
  ... on Bot { databaseId }
  ... on Mannequin { databaseId }
  ... on Organization { databaseId }`;

const AUTHORS = `${PAGE} nodes { name user { login } }`;

const CONTEXTS = `${PAGE} nodes {
  __typename
  ... on CheckRun { name conclusion completedAt detailsUrl checkSuite { app { slug } } }
  ... on StatusContext { context state createdAt targetUrl creator { login } }
}`;

const COMMITS = `${PAGE} nodes { commit { oid authoredDate authors(first: 5) { ${AUTHORS} } } }`;

const REVIEWS = `${PAGE} nodes {
  id state submittedAt createdAt body lastEditedAt authorCanPushToRepository
  author { ${ACTOR} }
  commit { oid }
}`;

const EVENTS = `filteredCount ${PAGE} nodes {
  __typename
  ... on HeadRefForcePushedEvent { createdAt actor { ${ACTOR} } beforeCommit { oid } afterCommit { oid } }
  ... on RenamedTitleEvent { createdAt previousTitle currentTitle }
  ... on ReviewDismissedEvent {
    createdAt previousReviewState dismissalMessage
    actor { ${ACTOR} }
    review { id }
  }
}`;

const EVENT_TYPES = 'itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT, RENAMED_TITLE_EVENT, REVIEW_DISMISSED_EVENT]';

/** A connection of a pull request: its arguments besides the page's, and its fields. */
const CONNECTIONS = {
  labels: { first: 20, more: '', fields: `${PAGE} nodes { name }` },
  closingIssuesReferences: {
    first: 10,
    more: '',
    fields: `${PAGE} nodes { number title repository { nameWithOwner } }`,
  },
  commits: { first: 30, more: '', fields: COMMITS },
  reviews: { first: 30, more: '', fields: REVIEWS },
  timelineItems: { first: 30, more: `, ${EVENT_TYPES}`, fields: EVENTS },
  files: { first: 60, more: '', fields: `${PAGE} nodes { path }` },
} as const;

export type PullConnection = keyof typeof CONNECTIONS;
export const PULL_CONNECTIONS = Object.keys(CONNECTIONS) as PullConnection[];

function connection(name: PullConnection): string {
  const { first, more, fields } = CONNECTIONS[name];
  return `${name}(first: ${first}${more}) { ${fields} }`;
}

const PULL_REQUEST = `fragment PullRequestFacts on PullRequest {
  number url state title body createdAt mergedAt updatedAt lastEditedAt
  baseRefName headRefName headRefOid headRepositoryOwner { login }
  baseRepository { nameWithOwner }
  author { ${ACTOR} }
  mergedBy { ${ACTOR} }
  mergeCommit { oid }
  milestone { title }
  additions deletions changedFiles
  ${PULL_CONNECTIONS.map(connection).join('\n  ')}
  head: commits(last: 1) { nodes { commit { oid statusCheckRollup { contexts(first: 50) { ${CONTEXTS} } } } } }
}`;

const RELEASE = `tagName name description url isDraft isPrerelease createdAt publishedAt updatedAt
  author { __typename login databaseId }
  tagCommit { oid }
  releaseAssets(first: 30) { ${PAGE} nodes { name size } }`;

const CANDIDATES = `${PAGE} nodes { number merged baseRepository { nameWithOwner } mergeCommit { oid } }`;

const UPDATED = 'states: [MERGED, CLOSED], orderBy: { field: UPDATED_AT, direction: DESC }';
const NEWEST = 'orderBy: { field: CREATED_AT, direction: DESC }';

function inRepository(name: string, variables: string, fields: string, fragments = ''): string {
  return `query ${name}($owner: String!, $name: String!${variables}) {
  repository(owner: $owner, name: $name) { ${fields} }
}
${fragments}`;
}

const UPDATED_FIELDS = `${PAGE} nodes { number updatedAt mergeCommit { oid } commits { totalCount } }`;

/** The repository itself, what was changed in it last, and its releases: enough to see that nothing is new. */
export const OVERVIEW = inRepository(
  'Overview',
  '',
  `nameWithOwner isPrivate url
  pullRequests(first: 100, ${UPDATED}) { ${UPDATED_FIELDS} }
  releases(first: 100, ${NEWEST}) { ${PAGE} nodes { ${RELEASE} } }`,
);

/** Further pages of what was changed last. */
export const UPDATED_PAGES = inRepository(
  'UpdatedPullRequests',
  ', $cursor: String',
  `pullRequests(first: 100, after: $cursor, ${UPDATED}) { ${UPDATED_FIELDS} }`,
);

/** Further pages of releases. */
export const RELEASE_PAGES = inRepository(
  'Releases',
  ', $cursor: String',
  `releases(first: 100, after: $cursor, ${NEWEST}) { ${PAGE} nodes { ${RELEASE} } }`,
);

/** Further assets of one release. */
export const ASSET_PAGES = inRepository(
  'ReleaseAssets',
  ', $tag: String!, $cursor: String',
  `release(tagName: $tag) { releaseAssets(first: 100, after: $cursor) { ${PAGE} nodes { name size } } }`,
);

/** The pull requests that hold each of some commits; the alias of a commit is "c" and its id. */
export function candidatesQuery(commits: readonly string[]): string {
  const asked = commits.map((oid) => `c${oid}: object(oid: "${oid}") { ...Candidates }`);
  const fragment = `fragment Candidates on Commit { associatedPullRequests(first: 5) { ${CANDIDATES} } }`;
  return inRepository('PullRequestsOfCommits', '', asked.join('\n'), fragment);
}

/** Further pull requests of one commit. */
export const CANDIDATE_PAGES = inRepository(
  'PullRequestsOfCommit',
  ', $oid: GitObjectID!, $cursor: String',
  `object(oid: $oid) { ... on Commit { associatedPullRequests(first: 100, after: $cursor) { ${CANDIDATES} } } }`,
);

/** Some pull requests whole; the alias of a number is "p" and the number. A number may be an issue's. */
export function pullRequestsQuery(numbers: readonly number[]): string {
  const fields = '{ __typename ...PullRequestFacts ... on Issue { number title } }';
  const asked = numbers.map((number) => `p${number}: issueOrPullRequest(number: ${number}) ${fields}`);
  return inRepository('PullRequests', '', asked.join('\n'), PULL_REQUEST);
}

/** Further pages of one connection of a pull request. */
export function connectionQuery(name: PullConnection): string {
  const { more, fields } = CONNECTIONS[name];
  return inRepository(
    'PullRequestPage',
    ', $number: Int!, $cursor: String',
    `pullRequest(number: $number) { ${name}(first: 100, after: $cursor${more}) { ${fields} } }`,
  );
}

/** Further authors of one commit. */
export const AUTHOR_PAGES = inRepository(
  'CommitAuthors',
  ', $oid: GitObjectID!, $cursor: String',
  `object(oid: $oid) { ... on Commit { authors(first: 100, after: $cursor) { ${AUTHORS} } } }`,
);

/** Further checks of one commit. */
export const CHECK_PAGES = inRepository(
  'CommitChecks',
  ', $oid: GitObjectID!, $cursor: String',
  `object(oid: $oid) { ... on Commit { statusCheckRollup { contexts(first: 100, after: $cursor) { ${CONTEXTS} } } } }`,
);

const STATUSES = `${PAGE} nodes { state createdAt description logUrl }`;

/**
 * A page of deployments to some environments. Each has a handful of statuses; where a cluster reports its health as one,
 * there are thousands.
 */
export const DEPLOYMENTS = inRepository(
  'Deployments',
  ', $environments: [String!]!, $first: Int!, $cursor: String',
  `nameWithOwner isPrivate url
  deployments(first: $first, after: $cursor, environments: $environments, ${NEWEST}) { ${PAGE} nodes {
    id databaseId environment task description createdAt commitOid state
    ref { name prefix }
    creator { login }
    statuses(first: 20) { ${STATUSES} }
  } }`,
);

/** Further statuses of one deployment, by its node id: repositories do not tell deployments by number. */
export const DEPLOYMENT_STATUS_PAGES = `query DeploymentStatuses($id: ID!, $cursor: String) {
  node(id: $id) { ... on Deployment { statuses(first: 100, after: $cursor) { ${STATUSES} } } }
}`;
