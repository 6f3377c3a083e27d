import type { DeploymentSource, Module } from '../../../src/records/index.ts';
import type { GivenFile } from '../../dossier/evidence.ts';
import { type ArgoApplication, parseApplications } from '../../parse/deployments/argocd.ts';
import type { ArgoDeployment } from '../../parse/deployments/argocd-deployment.ts';
import { known } from '../../parse/report/report-values.ts';
import type { NotTaken, ObservedDeployment } from '../observed.ts';
import { argoClues, chartOf } from './argocd-clues.ts';
import { imageDigests } from './argocd-images.ts';
import { type Mapped, mapApplications } from './argocd-modules.ts';
import type { ImportContext, Observations } from './context.ts';
import { type Deployed, deployedBy } from './deployed.ts';
import { settled } from './settled.ts';
import { byUser } from './who.ts';
import { named, quoted } from './words.ts';

/** An application in a file, and its module. */
interface Seen {
  file: GivenFile;
  application: ArgoApplication;
  module: Module;
}

interface Reading {
  seen: Seen;
  entry: ArgoDeployment;
  found: { at: string; deployed: Deployed } | { because: string };
}

/**
 * Deployments in the histories of Argo CD's applications, and the last sync where it failed or still runs. A file may
 * hold applications of other products and environments: those are told apart by the policy.
 */
export function observeArgocd(files: readonly GivenFile[], context: ImportContext): Observations {
  const all = files.flatMap((file) => parseApplications(file).map((application) => ({ file, application })));
  const mapped = mapApplications(
    all.map(({ application }) => application),
    context,
  );
  const seen = all.flatMap((each) => {
    const { module } = mapped.get(each.application.name) ?? {};
    return module === undefined ? [] : [{ ...each, module }];
  });
  const readings = seen.flatMap((each) =>
    each.application.deployments.map((entry) => ({ seen: each, entry, found: read(each, entry, context) })),
  );
  const observed = readings.flatMap((reading) => observedOf(reading, readings, context) ?? []);
  return settled(observed, [...unmapped(mapped), ...seen.flatMap(notWhole), ...readings.flatMap(refused)]);
}

function read(
  { application, module }: Seen,
  entry: ArgoDeployment,
  context: ImportContext,
): Reading['found'] {
  const { policy, releaseOf } = context;
  if (entry.at === null) return { because: 'Argo CD does not say when it was' };
  const clues = argoClues(application, entry, module, policy);
  const digests = entry.isCurrent ? imageDigests(application.images, policy) : undefined;
  const chart = chartOf(entry, module, policy)?.version;
  const deployed = deployedBy({ module, clues, at: entry.at, chart, digests }, policy, releaseOf);
  if (deployed !== null) return { at: entry.at, deployed };
  return {
    because:
      clues[0] === undefined
        ? 'it has no source'
        : `${clues[0].says}, which names no version that the ledger knows`,
  };
}

function observedOf(
  reading: Reading,
  all: readonly Reading[],
  { product, environment, policy }: ImportContext,
): ObservedDeployment | null {
  const { seen, entry, found } = reading;
  if ('because' in found) return null;
  const { name, digest, bytes } = seen.file;
  const by = entry.username === null ? undefined : byUser(policy, entry.username);
  return {
    product,
    environment,
    ...found.deployed,
    kind: entry.isRollback ? 'rollback' : 'deploy',
    ...known({ by }),
    ...(entry.isRollback && { rollback: { from: versionBefore(seen, entry, found.at, all) } }),
    source: sourceOf(reading, found.at),
    toldBy: { name, digest, bytes },
    body: quoted(entry.words),
  };
}

function sourceOf({ seen, entry }: Reading, at: string): DeploymentSource {
  const { name: file, digest } = seen.file;
  const { id, outcome, finishedAt } = entry;
  const ended = known({ finishedAt: finishedAt ?? undefined });
  return { kind: 'argocd', at, ...ended, outcome, application: seen.application.name, id, file, digest };
}

/** The version of the entry before; another file may still have what this one has lost. */
function versionBefore(
  { application: { name } }: Seen,
  { id }: ArgoDeployment,
  at: string,
  all: readonly Reading[],
): string | null {
  const before = all.flatMap(({ seen, entry, found }) => {
    const isIt = seen.application.name === name && entry.id === id - 1 && entry.outcome === 'succeeded';
    return isIt && 'at' in found && found.at <= at ? [found] : [];
  });
  return before.sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1)?.deployed.version ?? null;
}

function unmapped(mapped: ReadonlyMap<string, Mapped>): NotTaken[] {
  return [...mapped].flatMap(([name, { because }]) =>
    because === undefined ? [] : [{ what: `application ${named(name)}`, because }],
  );
}

function notWhole({ application }: Seen): NotTaken[] {
  const { name, deployments, partial } = application;
  const empty = { what: `application ${named(name)}`, because: 'Argo CD has no history of it' };
  const part = {
    what: `${partial} of ${named(name)}`,
    because: 'it did not deploy the application as a whole',
  };
  return [...(deployments.length === 0 ? [empty] : []), ...(partial === null ? [] : [part])];
}

function refused({ seen, entry, found }: Reading): NotTaken[] {
  const what = `deployment ${entry.id} of ${named(seen.application.name)}`;
  return 'because' in found ? [{ what, because: found.because }] : [];
}
