import { Fault } from '../../../src/records/index.ts';
import type {
  CommitAnswer,
  Connection,
  DeploymentAnswer,
  NumberAnswer,
  PullRequestAnswer,
  ReleaseAnswer,
} from './answers.ts';
import type { GitHub, Variables } from './client.ts';
import {
  ASSET_PAGES,
  AUTHOR_PAGES,
  CHECK_PAGES,
  connectionQuery,
  DEPLOYMENT_STATUS_PAGES,
  PULL_CONNECTIONS,
} from './queries.ts';

/** A connection that may go on, and the question that brings its next pages. */
interface OpenConnection {
  /** As a person reads it: "reviews of #12". */
  name: string;
  connection: Connection<unknown>;
  query: string;
  variables: Variables;
  /** What the question asks at its top; the repository where it is not said. */
  under?: 'repository' | 'node';
  /** Finds the connection in what stands there. */
  inAnswer(repository: never): Connection<unknown> | null | undefined;
}

/**
 * Reads what a pull request's first answer left out, page by page. `keep` is told after each page. Throws a Fault
 * where GitHub gives less than it says there is.
 */
export async function completePullRequest(
  pull: PullRequestAnswer,
  github: GitHub,
  repository: Variables,
  keep: () => void,
): Promise<void> {
  // Pages of commits bring commits whose own lists may go on, so those come after.
  for (const open of ofPullRequest(pull)) await complete(open, github, repository, keep);
  for (const open of ofCommits(pull)) await complete(open, github, repository, keep);
}

/** True where no list of an answer goes on. */
export function isWhole(answer: NumberAnswer): boolean {
  if (answer.__typename !== 'PullRequest') return true;
  const open = [...ofPullRequest(answer), ...ofCommits(answer)];
  return !open.some(({ connection }) => connection.pageInfo.hasNextPage);
}

/** Reads the assets that a release's first answer left out. */
export async function completeRelease(
  release: ReleaseAnswer,
  github: GitHub,
  repository: Variables,
): Promise<void> {
  const open: OpenConnection = {
    name: `assets of release ${release.tagName}`,
    connection: release.releaseAssets,
    query: ASSET_PAGES,
    variables: { tag: release.tagName },
    inAnswer: (answer: { release: ReleaseAnswer | null }) => answer.release?.releaseAssets,
  };
  await complete(open, github, repository, () => {});
}

/** Reads the statuses that a deployment's first answer left out. Throws a Fault where GitHub gives less than it says. */
export async function completeDeployment(deployment: DeploymentAnswer, github: GitHub): Promise<void> {
  if (deployment.statuses === null) return;
  const open: OpenConnection = {
    name: `statuses of deployment ${deployment.databaseId ?? deployment.id}`,
    connection: deployment.statuses,
    query: DEPLOYMENT_STATUS_PAGES,
    variables: { id: deployment.id },
    under: 'node',
    inAnswer: (node: DeploymentAnswer | null) => node?.statuses,
  };
  await complete(open, github, {}, () => {});
}

/** Reads the rest of a list that starts in an answer. Throws a Fault where it ends too early. */
export async function completeList<Node>(
  name: string,
  connection: Connection<Node>,
  query: string,
  inAnswer: (repository: never) => Connection<Node> | null | undefined,
  github: GitHub,
  variables: Variables,
): Promise<void> {
  await complete({ name, connection, query, variables, inAnswer }, github, {}, () => {});
}

function ofPullRequest(pull: PullRequestAnswer): OpenConnection[] {
  return PULL_CONNECTIONS.flatMap((name) => {
    const connection = pull[name];
    if (connection === null) return [];
    return {
      name: `${name} of #${pull.number}`,
      connection: connection as Connection<unknown>,
      query: connectionQuery(name),
      variables: { number: pull.number },
      inAnswer: (answer: { pullRequest: PullRequestAnswer | null }) =>
        answer.pullRequest?.[name] as Connection<unknown> | undefined,
    };
  });
}

function ofCommits(pull: PullRequestAnswer): OpenConnection[] {
  const authors = pull.commits.nodes.flatMap((node) =>
    node === null
      ? []
      : {
          name: `authors of ${node.commit.oid.slice(0, 12)} of #${pull.number}`,
          connection: node.commit.authors as Connection<unknown>,
          query: AUTHOR_PAGES,
          variables: { oid: node.commit.oid },
          inAnswer: (answer: { object: CommitAnswer | null }) =>
            answer.object?.authors as Connection<unknown> | undefined,
        },
  );
  return [...authors, ...checksOf(pull)];
}

type Rollup = { object: { statusCheckRollup: { contexts: Connection<unknown> } | null } | null };

function checksOf(pull: PullRequestAnswer): OpenConnection[] {
  const head = pull.head.nodes[0]?.commit;
  if (head?.statusCheckRollup == null) return [];
  return [
    {
      name: `checks of #${pull.number}`,
      connection: head.statusCheckRollup.contexts as Connection<unknown>,
      query: CHECK_PAGES,
      variables: { oid: head.oid },
      inAnswer: (answer: Rollup) => answer.object?.statusCheckRollup?.contexts,
    },
  ];
}

async function complete(
  { name, connection, query, variables, under = 'repository', inAnswer }: OpenConnection,
  github: GitHub,
  repository: Variables,
  keep: () => void,
): Promise<void> {
  if (connection.pageInfo.hasNextPage) {
    const from = { ...repository, ...variables, cursor: connection.pageInfo.endCursor };
    for await (const page of github.pages<{ repository?: object; node?: object }>(query, from)) {
      const next = inAnswer(page[under] as never);
      if (next == null) throw gone(name);
      connection.nodes.push(...next.nodes);
      connection.pageInfo = next.pageInfo;
      connection.totalCount = next.totalCount;
      keep();
    }
  }
  if (connection.nodes.length < countOf(connection)) throw truncated(name, connection);
}

/** Which of the two counts leaves out other kinds is not documented: it is the smaller one. */
function countOf({ totalCount, filteredCount = totalCount }: Connection<unknown>): number {
  return Math.min(totalCount, filteredCount);
}

function gone(name: string): Fault {
  return new Fault(`GitHub stopped in the middle of the ${name}`, {
    hint: 'Harvest again: it may have changed just now.',
  });
}

function truncated(name: string, connection: Connection<unknown>): Fault {
  const [count, given] = [countOf(connection), connection.nodes.length];
  return new Fault(`GitHub says that there are ${count} ${name}, and gave ${given}`, {
    hint: 'Nothing was written. Harvest again: the missing ones may be there by then.',
  });
}
