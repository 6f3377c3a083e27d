import { Fault } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import type { DeploymentAnswer, DeploymentsAnswer, RepositoryAnswer } from './answers.ts';
import { type GitHub, TooMuch, type Variables } from './client.ts';
import { completeDeployment } from './pages.ts';
import { DEPLOYMENTS } from './queries.ts';

/** What GitHub tells of a repository's deployments. */
export interface RepositoryDeployments {
  repository: RepositoryAnswer;
  /** The newest first, each with all of its statuses. */
  deployments: DeploymentAnswer[];
}

/** Which deployments are asked for. */
export interface DeploymentQuestion {
  /** "owner/name". */
  repository: string;
  /** Names of environments as the platform has them. */
  environments: readonly string[];
  /** Deployments that were created before are left out: RFC 3339. All where it is not said. */
  since?: string;
}

/** How many deployments one request asks for: with their statuses 2,100 nodes. */
const PAGE = 100;

/**
 * Asks for deployments, page by page. Nothing is kept between two calls: any deployment may get another status at any
 * time. Throws a Fault where GitHub gives less than it says there is.
 */
export async function askDeployments(
  github: GitHub,
  { repository: fullName, environments, since }: DeploymentQuestion,
  progress: Progress,
): Promise<RepositoryDeployments> {
  const [owner = '', name = ''] = fullName.split('/');
  const found: DeploymentAnswer[] = [];
  let repository: RepositoryAnswer = { nameWithOwner: fullName, isPrivate: false, url: '' };
  for await (const { deployments, ...facts } of pagesOf(github, { owner, name, environments })) {
    repository = facts;
    const there = deployments.nodes.filter((node) => node !== null);
    const wanted = there.filter(({ createdAt }) => since === undefined || isSince(createdAt, since));
    for (const deployment of wanted) await completeDeployment(deployment, github);
    found.push(...wanted);
    progress.step(`Asking GitHub for deployments of ${name}`, found.length, deployments.totalCount);
    if (wanted.length < there.length) break;
  }
  return { repository, deployments: found };
}

type Page = DeploymentsAnswer['repository'];

/** Page after page, the next ones smaller where the platform gives up on one. */
async function* pagesOf(github: GitHub, place: Variables): AsyncGenerator<Page> {
  let [first, cursor, given] = [PAGE, null as string | null, 0];
  let expected: number | undefined;
  for (;;) {
    const page = await askPage(github, { ...place, first, cursor });
    if (page === null) {
      first = Math.ceil(first / 2);
      continue;
    }
    yield page;
    const { nodes, totalCount, pageInfo } = page.deployments;
    given += nodes.length;
    // What begins while this is read is not missing: the next reading has it.
    expected ??= totalCount;
    cursor = pageInfo.endCursor;
    if (!pageInfo.hasNextPage && given < expected) throw truncated(expected, given);
    if (!pageInfo.hasNextPage) return;
  }
}

/** Null where less may be had. */
async function askPage(github: GitHub, variables: Variables & { first: number }): Promise<Page | null> {
  try {
    const { data } = await github.ask<DeploymentsAnswer>(DEPLOYMENTS, variables, {
      alone: variables.first === 1,
    });
    return data.repository;
  } catch (error) {
    if (error instanceof TooMuch && variables.first > 1) return null;
    throw error;
  }
}

function isSince(createdAt: string, since: string): boolean {
  return Date.parse(createdAt) >= Date.parse(since);
}

function truncated(expected: number, given: number): Fault {
  return new Fault(`GitHub says that there are ${expected} deployments, and gave ${given}`, {
    hint: 'Nothing was written. Ask again: the missing ones may be there by then.',
  });
}
