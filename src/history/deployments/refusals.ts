import type { DeployedRelease } from './deployed-releases.ts';
import type { KnownGoodFacts } from './known-good-facts.ts';
import type { RecordedDeployment } from './timeline.ts';
import type { DeploymentFinding } from './wording.ts';

/** Why a release may not be put back at a moment (milliseconds). None: it is a known good one. */
export function refusalsOf(
  release: DeployedRelease,
  moment: number,
  facts: KnownGoodFacts,
): DeploymentFinding[] {
  const cheap = [...markedBad(release.version, moment, facts), ...unnamedImages(release, facts)];
  return cheap.length > 0 ? cheap : notBlessed(release.version, facts);
}

/** Rollbacks that took the release away. Where nobody said that it was not at fault, it counts as bad. */
export function markedBad(version: string, moment: number, facts: KnownGoodFacts): DeploymentFinding[] {
  return rollbacksFrom(version, moment, facts).flatMap(({ data, path }) => {
    const { bad } = data.rollback ?? {};
    if (bad === false) return [];
    const because = bad ? 'marked as bad' : 'nobody said whether it was at fault, so that it counts as bad';
    const text = `${version} was rolled back in ${data.environment} at ${data.at}: ${because}`;
    return [{ text, record: path }];
  });
}

/** Rollbacks that took a release away and were known by a moment (milliseconds). */
export function rollbacksFrom(
  version: string,
  moment: number,
  { rollbacks }: KnownGoodFacts,
): RecordedDeployment[] {
  return rollbacks.filter(
    ({ data }) => data.rollback?.from === version && Date.parse(data.filedAt) <= moment,
  );
}

/** Modules of ours that run with an image of which no report of the release tells. */
export function unnamedImages(
  { version, event, modules }: DeployedRelease,
  facts: KnownGoodFacts,
): DeploymentFinding[] {
  const ours = [...modules.values()].filter(({ module }) => facts.modules.has(module.id));
  if (ours.length === 0)
    return [{ text: `the deployment of ${version} names no module of ours`, record: event.record.path }];
  return ours.flatMap(({ module, event: { record } }) => {
    const text = imageRefusal(version, module.id, module.digest, facts);
    return text === null ? [] : [{ text, record: record.path }];
  });
}

function imageRefusal(
  version: string,
  module: string,
  digest: string | undefined,
  { namedDigests }: KnownGoodFacts,
): string | null {
  if (digest === undefined) return noDigest(version, module);
  if (namedDigests(version, module).has(digest)) return null;
  return `no report of ${version} names the image of ${module} that was deployed, ${digest.slice(0, 19)}`;
}

/** A module of which nobody recorded the image. */
export function noDigest(version: string, module: string): string {
  return `no digest is recorded of ${module} as ${version} was deployed`;
}

/** What the ledger says of the release, where that is not that it is blessed. */
export function notBlessed(version: string, { verdictOf }: KnownGoodFacts): DeploymentFinding[] {
  const verdict = verdictOf(version);
  if (verdict === 'blessed') return [];
  const text =
    verdict === null ? `the ledger has no verdict on ${version}` : `${version} is ${said(verdict)}`;
  return [{ text, record: null }];
}

function said(verdict: 'not-blessed' | 'unproven'): string {
  return verdict === 'unproven' ? 'unproven, which is not blessed' : 'not blessed';
}
