import { parseVersion } from '../../../src/history/version-order.ts';
import { type Module, type Policy, VersionSchema } from '../../../src/records/index.ts';
import type { ArgoApplication } from '../../parse/deployments/argocd.ts';
import type { ArgoDeployment } from '../../parse/deployments/argocd-deployment.ts';
import type { ArgoSource } from '../../parse/deployments/argocd-source.ts';
import { splitChart } from '../../parse/deployments/chart-column.ts';
import { commitOf } from '../../parse/report/report-values.ts';
import { versionOfTag } from '../../parse/tag-patterns.ts';
import { lastName, parseImage } from './argocd-images.ts';
import type { Clue } from './deployed.ts';
import { moduleOfChart } from './module-of.ts';
import { named } from './words.ts';

/** The chart that a deployment was made of, where it was made of one: of several the module's own. */
export function chartOf(
  { sources }: ArgoDeployment,
  module: Module,
  policy: Policy,
): { name: string; version: string } | null {
  const charts = sources.flatMap((source) =>
    source.chart === null ? [] : [{ ...source, name: lastName(source.chart) }],
  );
  const own = charts.find(({ name }) => moduleOfChart(policy, name) === module) ?? charts[0];
  const version = [own?.revision, own?.target].find((text) => text != null && isVersion(text));
  return own === undefined || version == null ? null : { name: own.name, version };
}

/**
 * What tells the version of a deployment, the best first: the chart, the commit, the tag that was asked for, what Helm or
 * Kustomize were told to use, and at last the images that run, which are known of the last deployment only.
 */
export function argoClues(
  application: ArgoApplication,
  entry: ArgoDeployment,
  module: Module,
  policy: Policy,
): Clue[] {
  const says = `Argo CD's deployment ${entry.id} of ${named(application.name)}`;
  const git = entry.sources.filter(({ chart }) => chart === null);
  return [
    ...chartClues(chartOf(entry, module, policy), says),
    ...git.flatMap((source) => commitClues(source, says)),
    ...git.flatMap((source) => tagClues(source, module, says)),
    ...entry.sources.flatMap((source) => parameterClues(source, module, says)),
    ...entry.sources.flatMap(({ images }) => imageClues(images, module, `${says} puts in place`)),
    ...(entry.isCurrent ? imageClues(application.images, module, `${says} runs`) : []),
  ];
}

function chartClues(chart: ReturnType<typeof chartOf>, says: string): Clue[] {
  if (chart === null) return [];
  const told = `${says} has chart ${named(chart.name)} ${named(chart.version)}`;
  const parts = splitChart(`${chart.name}-${chart.version}`, [chart.name]);
  const clue: Clue = { says: told, version: parts?.version ?? withoutV(chart.version) };
  return parts?.commit == null ? [clue] : [clue, { says: told, commit: parts.commit }];
}

function commitClues({ revision }: ArgoSource, says: string): Clue[] {
  const commit = commitOf(revision ?? undefined);
  return commit === undefined ? [] : [{ says: `${says} is of commit ${commit.slice(0, 12)}`, commit }];
}

function tagClues({ target }: ArgoSource, { tags }: Module, says: string): Clue[] {
  const tag = target?.replace(/^refs\/tags\//, '') ?? '';
  const version = versionOfTag(tag, tags);
  return version === null ? [] : [{ says: `${says} is of tag ${named(tag)}`, version }];
}

/** "image.tag" says the version of the application's own image, "redis.image.tag" that of another one. */
const OWN_TAG = /^(?:global\.)?(?:image\.tag|imageTag|image\.version)$/;

function parameterClues({ parameters }: ArgoSource, module: Module, says: string): Clue[] {
  return parameters.flatMap(({ name, value }) => {
    const own = name.startsWith(`${module.id}.`) ? name.slice(module.id.length + 1) : name;
    const version = OWN_TAG.test(own) ? taggedVersion(value, module) : null;
    return version === null ? [] : [{ says: `${says} sets ${named(name)} to ${named(value)}`, version }];
  });
}

function imageClues(images: readonly string[], module: Module, says: string): Clue[] {
  return images.flatMap((text) => {
    const image = parseImage(text);
    const version = image.name === module.id && image.tag !== null ? taggedVersion(image.tag, module) : null;
    return version === null ? [] : [{ says: `${says} image ${named(text)}`, version }];
  });
}

function taggedVersion(tag: string, { tags }: Module): string | null {
  const version = versionOfTag(tag, tags) ?? withoutV(tag);
  return isVersion(version) && parseVersion(version) !== null ? version : null;
}

function isVersion(text: string): boolean {
  return (
    VersionSchema.safeParse(withoutV(text)).success && /^v?\d+(?:\.\d+)*(?:[-+.][0-9A-Za-z]|$)/.test(text)
  );
}

function withoutV(text: string): string {
  return text.replace(/^v(?=\d)/, '');
}
