import { actor } from '../lookup/accounts.ts';
import { committedAt } from '../lookup/commit-facts.ts';
import { nodeId, numberOf } from '../lookup/identity.ts';
import { headOf } from '../lookup/pull-facts.ts';
import { addressOf, fullNameOf } from '../lookup/repositories.ts';
import type { Listing } from '../query/listing.ts';
import type { Fields } from '../query/resolvers.ts';
import type { CheckView, CommitView } from '../views.ts';
import type { CheckConclusion, CheckRun, StatusContext } from '../world/check.ts';

const FAILED: ReadonlySet<unknown> = new Set<CheckConclusion>([
  'ACTION_REQUIRED',
  'CANCELLED',
  'FAILURE',
  'STARTUP_FAILURE',
  'TIMED_OUT',
]);
const WAITING: ReadonlySet<unknown> = new Set(['PENDING', 'EXPECTED']);

/** All checks of a commit together. */
export const ROLLUP: Fields<CommitView> = {
  id: ({ repository, described }) => nodeId('SCR', fullNameOf(repository.described), described.oid),
  commit: (commit) => commit,
  state: (commit) => rolledUp(checksOf(commit).map(stateOf)),
  contexts: (commit): Listing<CheckView> => {
    const items = checksOf(commit);
    const runs = items.filter(({ __typename }) => __typename === 'CheckRun').length;
    return { items, more: { checkRunCount: runs, statusContextCount: items.length - runs } };
  },
};

/** Check runs of apps. */
export const CHECK_RUN: Fields<CheckView> = {
  ...shared('CR'),
  name: (check) => run(check).name,
  conclusion: conclusionOf,
  status: (check) => run(check).status ?? 'COMPLETED',
  startedAt: at,
  completedAt: (check) => (conclusionOf(check) === null ? null : at(check)),
  url: page,
  permalink: page,
  detailsUrl: page,
  resourcePath: (check) => new URL(page(check)).pathname,
  repository: ({ commit }) => commit.repository,
  checkSuite: (check) => ({ commit: check.commit, checks: [check] }),
};

/** Statuses in the older manner. */
export const STATUS_CONTEXT: Fields<CheckView> = {
  ...shared('SC'),
  context: (check) => status(check).context,
  state: stateOf,
  description: (check) => status(check).description ?? null,
  targetUrl: (check) => status(check).url ?? null,
  createdAt: at,
  creator: (check, _args, scope) => actor(scope, login(status(check))),
  commit: ({ commit }) => commit,
};

interface SuiteView {
  commit: CommitView;
  checks: CheckView[];
}

/** Check runs of one app. */
export const CHECK_SUITE: Fields<SuiteView> = {
  id: ({ commit, checks }) =>
    nodeId('CS', fullNameOf(commit.repository.described), commit.described.oid, appOf(checks) ?? ''),
  app: ({ checks }) => (appOf(checks) === null ? null : { name: appOf(checks) }),
  commit: ({ commit }) => commit,
  repository: ({ commit }) => commit.repository,
  status: ({ checks }) =>
    checks.map((check) => run(check).status ?? 'COMPLETED').find((each) => each !== 'COMPLETED') ??
    'COMPLETED',
  conclusion: ({ checks }) =>
    checks.map(conclusionOf).find((each) => each !== 'SUCCESS') ??
    (checks.some((check) => conclusionOf(check) === null) ? null : 'SUCCESS'),
  checkRuns: ({ checks }) => checks,
  createdAt: ({ checks }) => checks[0] && at(checks[0]),
  updatedAt: ({ checks }) => checks[0] && at(checks[0]),
};

/** Apps. */
export const APP: Fields<{ name: string }> = {
  id: ({ name }) => nodeId('A', name),
  databaseId: ({ name }) => numberOf(name),
  name: ({ name }) => name,
  slug: ({ name }) => name.toLowerCase().replaceAll(' ', '-'),
  url: ({ name }) => `https://github.com/apps/${name.toLowerCase().replaceAll(' ', '-')}`,
};

/** Checks of a commit: its own, or those of the pull request whose head it is. */
export function checksOf(commit: CommitView): CheckView[] {
  const { described, pull } = commit;
  const ofHead = pull !== undefined && headOf(pull) === described.oid ? pull.checks : undefined;
  return (described.checks ?? ofHead ?? []).map((check, place) => ({
    __typename: 'context' in check ? 'StatusContext' : 'CheckRun',
    commit,
    described: check,
    place,
  }));
}

/** Check runs of a commit, by app. */
export function checkSuitesOf(commit: CommitView): SuiteView[] {
  const runs = checksOf(commit).filter(({ __typename }) => __typename === 'CheckRun');
  const suites = Map.groupBy(runs, (check) => appOf([check]));
  return [...suites.values()].map((checks) => ({ commit, checks }));
}

function shared(kind: string): Fields<CheckView> {
  const id = ({ commit, place }: CheckView) =>
    [fullNameOf(commit.repository.described), commit.described.oid, place] as const;
  return {
    id: (check) => nodeId(kind, ...id(check)),
    databaseId: (check) => numberOf(id(check).join('#')),
    isRequired: () => false,
  };
}

function appOf([check]: readonly CheckView[]): string | null {
  const app = check && run(check).app;
  return app === undefined ? 'GitHub Actions' : app;
}

function conclusionOf(check: CheckView): CheckConclusion | null {
  const { conclusion, status: now = 'COMPLETED' } = run(check);
  return now === 'COMPLETED' ? (conclusion === undefined ? 'SUCCESS' : conclusion) : null;
}

function stateOf(check: CheckView): string {
  if (check.__typename === 'StatusContext') return status(check).state ?? 'SUCCESS';
  const conclusion = conclusionOf(check);
  if (conclusion === null) return 'PENDING';
  return FAILED.has(conclusion) ? 'FAILURE' : 'SUCCESS';
}

function rolledUp(states: readonly string[]): string {
  if (states.includes('FAILURE')) return 'FAILURE';
  if (states.includes('ERROR')) return 'ERROR';
  return states.some((state) => WAITING.has(state)) ? 'PENDING' : 'SUCCESS';
}

function at({ described, commit }: CheckView): string {
  return described.at ?? committedAt(commit);
}

function page({ described, commit, place }: CheckView): string {
  return described.url ?? `${addressOf(commit.repository.described)}/runs/${place + 1}`;
}

function login({ creator }: StatusContext): string | null {
  return creator === undefined ? 'ci-bot' : creator;
}

function run({ described }: CheckView): CheckRun {
  return described as CheckRun;
}

function status({ described }: CheckView): StatusContext {
  return described as StatusContext;
}
