import type { PlannedRow } from '../plan.ts';
import { whyNotDeployed } from './explanations.ts';
import {
  type FoundHere,
  knownDossier,
  type Matter,
  type PlacedDeployment,
  taggedReleases,
} from './matter.ts';

/** Releases against deployments: what was tagged and never ran, and what ran and is no release that is known. */
export function releaseFindings(matter: Matter): FoundHere[] {
  return [
    ...taggedReleases(matter)
      .filter((version) => !matter.deployedVersions.has(version))
      .map((version) => notDeployed(version, matter)),
    ...matter.deployments.flatMap((deployment) => unknownRelease(deployment, matter)),
    ...matter.plan.flatMap(unknownBelow),
  ];
}

function notDeployed(version: string, matter: Matter): FoundHere {
  const dossier = knownDossier(version, matter);
  const at = matter.records.outlineOf(version)?.date ?? dossier.now;
  return {
    kind: 'release-not-deployed',
    at,
    text: `${version} was tagged at ${at}, and not deployed by ${matter.period.to}`,
    record: dossier.release?.path ?? null,
    explained: whyNotDeployed(dossier, matter),
  };
}

function unknownRelease({ event, environment }: PlacedDeployment, { records }: Matter): FoundHere[] {
  const { version, at } = event.record.data;
  if (records.outlineOf(version) !== null) return [];
  const isOpened = records.versions.includes(version);
  const what = isOpened
    ? 'which was opened, and whose tag no harvest has read'
    : 'of which the ledger knows nothing';
  return [
    {
      kind: 'release-unknown',
      environment: environment.id,
      at,
      text: `${environment.id} got ${version}, ${what}`,
      record: event.record.path,
      explained: null,
    },
  ];
}

/** A release that was passed over and that nobody knows hides whatever lies below it. */
function unknownBelow({ change, release, event, environment }: PlannedRow): FoundHere[] {
  const { version, at } = event.record.data;
  if (change !== null || release === version) return [];
  const text = `${environment} got ${version}, which contains ${release}, of which the ledger knows nothing`;
  return [{ kind: 'release-unknown', environment, at, text, record: event.record.path, explained: null }];
}
