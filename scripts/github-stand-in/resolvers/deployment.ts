import { actor } from '../lookup/accounts.ts';
import { commitOf } from '../lookup/commits.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { refNamed } from '../lookup/refs.ts';
import { fullNameOf } from '../lookup/repositories.ts';
import type { Arguments } from '../query/arguments.ts';
import type { Fields } from '../query/resolvers.ts';
import type { DeploymentView, RepositoryView } from '../views.ts';
import type { Deployment, DeploymentStatus } from '../world/deployment.ts';

const STATES: Partial<Record<DeploymentStatus['state'], string>> = { SUCCESS: 'ACTIVE' };

interface StatusView {
  deployment: DeploymentView;
  described: DeploymentStatus;
}

/** Deployments. */
export const DEPLOYMENT: Fields<DeploymentView> = {
  id: (deployment) => nodeId('DE', ...idOf(deployment)),
  databaseId: (deployment) =>
    deployment.described.id === undefined ? numberOf(idOf(deployment).join('#')) : deployment.described.id,
  environment: ({ described }) => described.environment,
  originalEnvironment: ({ described }) => described.environment,
  latestEnvironment: ({ described }) => described.environment,
  commitOid: ({ described }) => described.commit,
  commit: ({ repository, described }, _args, scope) => commitOf(scope, repository, described.commit),
  ref: ({ repository, described }, _args, scope) =>
    described.ref == null ? null : (refNamed(scope, repository, described.ref) ?? null),
  creator: ({ described }, _args, scope) => actor(scope, creator(described)),
  createdAt: ({ described }) => described.createdAt,
  updatedAt: ({ described }) => described.statuses?.at(-1)?.at ?? described.createdAt,
  description: ({ described }) => described.description ?? null,
  task: ({ described }) => described.task ?? 'deploy',
  payload: () => null,
  repository: ({ repository }) => repository,
  state: ({ described }) => {
    if (described.state !== undefined) return described.state;
    const last = described.statuses?.at(-1)?.state;
    return last === undefined ? 'PENDING' : (STATES[last] ?? last);
  },
  statuses: statusesOf,
  latestStatus: (deployment) => statusesOf(deployment)[0] ?? null,
};

/** What became of them. */
export const DEPLOYMENT_STATUS: Fields<StatusView> = {
  id: ({ deployment, described }) => nodeId('DES', ...idOf(deployment), described.at),
  state: ({ described }) => described.state,
  createdAt: ({ described }) => described.at,
  updatedAt: ({ described }) => described.at,
  creator: ({ deployment, described }, _args, scope) =>
    actor(scope, described.creator ?? creator(deployment.described)),
  description: ({ described }) => described.description ?? null,
  environment: ({ deployment }) => deployment.described.environment,
  environmentUrl: ({ described }) => described.environmentUrl ?? null,
  logUrl: ({ described }) => described.logUrl ?? null,
  deployment: ({ deployment }) => deployment,
};

/** Deployments to some environments, the oldest first unless asked otherwise. */
export function deploymentsOf(
  repository: RepositoryView,
  { environments, orderBy }: Arguments,
  deployments: readonly Deployment[],
): DeploymentView[] {
  const rising = deployments
    .filter(({ environment }) => environments == null || environments.includes(environment))
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  const ordered = orderBy?.direction === 'DESC' ? rising.reverse() : rising;
  return ordered.map((described) => ({ __typename: 'Deployment', repository, described }));
}

/** The deployment of a node id; undefined where there is none. */
export function deploymentOf(repository: RepositoryView, id: string): DeploymentView | undefined {
  return deploymentsOf(repository, {}, repository.described.deployments ?? []).find(
    (deployment) => nodeId('DE', ...idOf(deployment)) === id,
  );
}

/** The newest first, as GitHub answers. */
function statusesOf(deployment: DeploymentView): StatusView[] {
  return (deployment.described.statuses ?? []).map((described) => ({ deployment, described })).reverse();
}

function creator({ creator: login = 'deployer' }: Deployment): string {
  return login;
}

function idOf({ repository, described }: DeploymentView): (string | number)[] {
  const { id, environment, createdAt } = described;
  return [fullNameOf(repository.described), ...(id == null ? [environment, createdAt] : [id])];
}
