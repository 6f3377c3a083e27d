import { actor, user } from '../lookup/accounts.ts';
import { partsOf } from '../lookup/identity.ts';
import { pullView, repositoryNamed } from '../lookup/repositories.ts';
import { refusal, refuseWhatIsKept } from '../query/refusal.ts';
import type { Fields } from '../query/resolvers.ts';
import type { Scope } from '../scope.ts';
import type { DeploymentView, PullView, RepositoryView } from '../views.ts';
import { deploymentOf } from './deployment.ts';

/** The entry points. */
export const QUERY: Fields<unknown> = {
  repository: (_source, { owner = '', name = '' }, scope) => found(scope, `${owner}/${name}`),
  viewer: (_source, _args, scope) => user(scope, scope.world.viewer ?? 'ledger-reader'),
  user: (_source, { login }, scope) => user(scope, login),
  repositoryOwner: (_source, { login }, scope) => actor(scope, login),
  node: (_source, { id = '' }, scope) => node(scope, id),
  nodes: (_source, { ids = [] }, scope) => ids.map((id) => node(scope, id)),
  rateLimit: (_source, _args, scope) => scope,
};

/** What the query costs and what is left. */
export const RATE_LIMIT: Fields<Scope> = {
  limit: ({ rate }) => rate.limit,
  used: ({ rate }) => rate.used,
  remaining: ({ rate }) => rate.remaining,
  resetAt: ({ rate }) => new Date(rate.reset * 1000).toISOString().replace('.000Z', 'Z'),
  cost: ({ cost }) => cost.points,
  nodeCount: ({ cost }) => cost.nodes,
};

function found(scope: Scope, fullName: string): RepositoryView {
  refuseWhatIsKept(scope.faults, fullName);
  const repository = repositoryNamed(scope, fullName);
  if (repository !== undefined) return repository;
  throw refusal(`Could not resolve to a Repository with the name '${fullName}'.`, 'NOT_FOUND');
}

function node(scope: Scope, id: string): PullView | RepositoryView | DeploymentView {
  const repository = partsOf('R', id) ?? partsOf('PR', id) ?? partsOf('DE', id);
  const view = repository && repositoryNamed(scope, repository[0] ?? '');
  const deployment = view && deploymentOf(view, id);
  if (deployment !== undefined) return deployment;
  if (view !== undefined && repository?.[1] === undefined) return view;
  const pull = view && scope.pulls(view.described).numbered(Number(repository?.[1]));
  if (view !== undefined && pull !== undefined) return pullView(scope, view, pull);
  throw refusal(`Could not resolve to a node with the global id of '${id}'`, 'NOT_FOUND');
}
