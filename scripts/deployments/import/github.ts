import { type DeploymentSource, leadOf, type Module } from '../../../src/records/index.ts';
import { type PlatformDeployment, parseDeployment } from '../../parse/deployments/github.ts';
import { known } from '../../parse/report/report-values.ts';
import { versionOfTag } from '../../parse/tag-patterns.ts';
import type { RepositoryDeployments } from '../../sources/github/deployments.ts';
import type { NotTaken, ObservedDeployment } from '../observed.ts';
import type { ImportContext, Observations } from './context.ts';
import { type Clue, type Deployed, deployedBy } from './deployed.ts';
import { environmentOf, moduleOfId } from './module-of.ts';
import { settled } from './settled.ts';
import { byAccount } from './who.ts';
import { named, quoted } from './words.ts';

/** A repository's deployments, with the modules of the product that are in it. */
export interface GitHubDeployments extends RepositoryDeployments {
  modules: readonly string[];
}

interface Reading {
  answers: GitHubDeployments;
  deployment: PlatformDeployment;
  found: { id: number; deployed: Deployed } | { because: string };
}

/** Names of an environment on GitHub, as a question about it needs them. */
export function gitHubEnvironment({
  policy,
  environment,
}: Pick<ImportContext, 'policy' | 'environment'>): string {
  return environmentOf(policy, environment).github ?? environment;
}

/** Deployments that GitHub tells of. Those to other environments are left out: they were not asked about. */
export function observeGithub(answers: readonly GitHubDeployments[], context: ImportContext): Observations {
  const wanted = gitHubEnvironment(context).toLowerCase();
  const readings = answers.flatMap((each) =>
    each.deployments
      .map(parseDeployment)
      .filter(({ environment }) => environment.toLowerCase() === wanted)
      .map((deployment) => ({ answers: each, deployment, found: read(deployment, each, context) })),
  );
  const observed = readings.flatMap((reading) => observedOf(reading, readings, context) ?? []);
  return settled(observed, readings.flatMap(refused));
}

function read(
  deployment: PlatformDeployment,
  { modules }: GitHubDeployments,
  context: ImportContext,
): Reading['found'] {
  const { policy, releaseOf } = context;
  const { id, at, commit } = deployment;
  if (id === null) return { because: 'GitHub does not tell its number' };
  const candidates = candidateModules(deployment, modules, context);
  const ways = candidates.map((module) => ({ module, clues: cluesOf(deployment, module) }));
  for (const { module, clues } of ways) {
    const deployed = deployedBy({ module, clues, at, commit }, policy, releaseOf);
    if (deployed !== null) return { id, deployed };
  }
  if (candidates.length === 0) return { because: 'its repository has no module of the product' };
  const tags = candidates[0]?.tags.join(' or ');
  return { because: `no release of the ledger has its commit, and it names no tag such as ${tags}` };
}

/** Modules that may be meant: those whose releases have the commit, then those that call tags so; the lead module first. */
function candidateModules(
  { tag, commit, at }: PlatformDeployment,
  ids: readonly string[],
  { policy, releaseOf }: ImportContext,
): Module[] {
  const lead = leadOf(policy);
  const modules = ids.flatMap((id) => moduleOfId(policy, id) ?? []);
  const rank = (module: Module): number =>
    2 * Number(releaseOf(module.id, { commit }, at) === null) +
    2 * Number(tag === null || versionOfTag(tag, module.tags) === null) +
    Number(module !== lead);
  return modules.sort((a, b) => rank(a) - rank(b));
}

/** A commit may have several tags, and a tag may have been moved since: both together are best, the commit is next. */
function cluesOf({ tag, commit }: PlatformDeployment, { tags }: Module): Clue[] {
  const version = tag === null ? null : versionOfTag(tag, tags);
  const ofCommit = `GitHub's deployment is of commit ${commit.slice(0, 12)}`;
  if (tag === null || version === null) return [{ says: ofCommit, commit }];
  const ofTag = `GitHub's deployment is of tag ${named(tag)}`;
  return [
    { says: `${ofTag} at commit ${commit.slice(0, 12)}`, version, commit },
    { says: ofCommit, commit },
    { says: `${ofTag}, at commit ${commit.slice(0, 12)} which that release does not have`, version },
  ];
}

function observedOf(
  reading: Reading,
  all: readonly Reading[],
  { product, environment, policy }: ImportContext,
): ObservedDeployment | null {
  const { answers, deployment, found } = reading;
  if ('because' in found) return null;
  const { creator, url, isRollback, words } = deployment;
  const by = creator === null ? undefined : byAccount(policy, creator);
  return {
    product,
    environment,
    ...found.deployed,
    kind: isRollback ? 'rollback' : 'deploy',
    ...known({ by, url: url ?? undefined }),
    ...(isRollback && { rollback: { from: versionBefore(answers, deployment, all) } }),
    source: sourceOf(reading, found.id),
    body: quoted(words),
  };
}

/** GitHub has no page of one deployment, but one of all to an environment. */
function sourceOf({ answers, deployment }: Reading, id: number): DeploymentSource {
  const { at, finishedAt, outcome, environment } = deployment;
  const { nameWithOwner: repository, url: page } = answers.repository;
  const url = `${page}/deployments/${encodeURIComponent(environment)}`;
  const ended = known({ finishedAt: finishedAt ?? undefined });
  return { kind: 'github', at, ...ended, outcome, id, url, repository };
}

/** The version that the last success before put in place. */
function versionBefore(
  { repository }: GitHubDeployments,
  { at }: PlatformDeployment,
  all: readonly Reading[],
): string | null {
  const before = all.flatMap(({ answers, deployment, found }) => {
    const isIt = answers.repository.nameWithOwner === repository.nameWithOwner && deployment.at < at;
    return isIt && deployment.outcome === 'succeeded' && 'id' in found
      ? [{ at: deployment.at, ...found }]
      : [];
  });
  return before.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.deployed.version ?? null;
}

function refused({ answers, deployment, found }: Reading): NotTaken[] {
  const number = deployment.id === null ? 'a deployment' : `deployment ${deployment.id}`;
  const what = `${number} of ${answers.repository.nameWithOwner} at commit ${deployment.commit.slice(0, 12)}`;
  return 'because' in found ? [{ what, because: found.because }] : [];
}
