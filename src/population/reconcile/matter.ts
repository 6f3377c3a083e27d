import type { EnvironmentTimeline } from '../../history/deployments/drift.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { compareVersions } from '../../history/version-order.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { remembered } from '../../verdict/remembered.ts';
import { namedDigests } from '../../verdict/rollback-facts.ts';
import { type Lineage, lineageOf } from '../lineage.ts';
import { type PlannedRow, plannedRows } from '../plan.ts';
import type { ProductRecords } from '../product-records.ts';
import { isWithin, type PopulationQuery } from '../query.ts';
import type { ReconciliationFinding } from './finding.ts';

/** A change that was merged and that no release has yet. */
export interface UnreleasedChange {
  id: string;
  /** When it came to the branch that releases are cut from. */
  mergedAt: string;
}

/** A deployment, and where it stands. */
export interface PlacedDeployment {
  environment: EnvironmentTimeline;
  event: DeploymentEvent;
  /** The last success that began before it. */
  before: DeploymentEvent | null;
}

type Period = Pick<PopulationQuery, 'from' | 'to'>;

/** What of a product is the same whatever period is asked about. */
export interface Ground {
  records: ProductRecords;
  lineage: Lineage;
  /** Each release with those before it in the order of versions, by its place. */
  newestFirst: readonly string[];
  places: ReadonlyMap<string, number>;
  /** Every change that some release has in its range, by the release. */
  releaseOfChange: ReadonlyMap<string, string>;
  /** The changes that came to its environments in a period. */
  planOf(period: Period): readonly PlannedRow[];
}

/** Everything of one product that is set against each other in a period. */
export interface Matter extends Ground {
  period: Period;
  plan: readonly PlannedRow[];
  /** Deployments of the period to the environments that are asked about. */
  deployments: readonly PlacedDeployment[];
  /** All that began before the period ended, however long ago. */
  past: readonly DeploymentEvent[];
  /** Their releases, whatever came of them. */
  deployedVersions: ReadonlySet<string>;
  /** Digests of every image that ran by the end of the period. */
  deployedImages: ReadonlySet<string>;
  /** Digests that reports give for a module of a release, or of the one that moved it last. */
  namedImages(version: string, module: string): ReadonlySet<string>;
  /** Null where the repositories were not asked. */
  unreleased: readonly UnreleasedChange[] | null;
}

/** Finds what is the same for all periods; plans each of them anew where nobody has done that before. */
export function groundOf(records: ProductRecords, planOf: Ground['planOf'] = plansOf(records)): Ground {
  const newestFirst = records.versions.toSorted((a, b) => compareVersions(b, a));
  return {
    ...{ records, planOf, newestFirst },
    places: new Map(newestFirst.map((version, at) => [version, at])),
    lineage: lineageOf(records),
    releaseOfChange: releasesByChange(records),
  };
}

function plansOf(records: ProductRecords): Ground['planOf'] {
  return (period) => records.environments.flatMap((environment) => plannedRows(environment, records, period));
}

/** Puts together what is set against each other. */
export function matterOf(ground: Ground, period: Period, unreleased: Matter['unreleased']): Matter {
  const { records } = ground;
  const past = records.environments.flatMap(({ timeline }) =>
    timeline.filter((event) => isPast(event, period)),
  );
  return {
    ...ground,
    ...{ period, past, unreleased, namedImages: namedImages(ground) },
    plan: ground.planOf(period),
    deployments: records.environments.flatMap((environment) => deploymentsOf(environment, period)),
    deployedVersions: new Set(past.map(({ record }) => record.data.version)),
    deployedImages: new Set(
      past.flatMap(({ record }) => record.data.modules.flatMap(({ digest }) => digest ?? [])),
    ),
  };
}

/** A finding without its product, and without an environment where it has none. */
export type FoundHere = Omit<ReconciliationFinding, 'product' | 'environment'> & { environment?: string };

/** Releases that were tagged in the period, by version. */
export function taggedReleases({ records, period }: Matter): string[] {
  return records.versions
    .filter((version) => {
      const outline = records.outlineOf(version);
      return outline !== null && isWithin(outline.date, period);
    })
    .sort();
}

/** A dossier that has to be there, for its outline is. */
export function knownDossier(version: string, { records }: Matter): Dossier {
  const dossier = records.dossierOf(version);
  if (dossier === null) throw new Error(`${version} has an outline and no dossier`);
  return dossier;
}

function isPast({ record }: DeploymentEvent, { to }: Period): boolean {
  return record.data.at < to;
}

function deploymentsOf(environment: EnvironmentTimeline, period: Period): PlacedDeployment[] {
  let before: DeploymentEvent | null = null;
  return environment.timeline.flatMap((event) => {
    const placed = { environment, event, before };
    if (event.record.data.outcome === 'succeeded') before = event;
    return isWithin(event.record.data.at, period) ? [placed] : [];
  });
}

/** Asked again and again for the same modules: each is looked up once. */
function namedImages({ newestFirst, places, records }: Ground): Matter['namedImages'] {
  const named = remembered((key) => {
    const [version = '', module = ''] = key.split(' ');
    const from = newestFirst.slice(places.get(version) ?? 0);
    return namedDigests(module, from, (each) => records.claimsOf(each)?.shipped ?? null);
  });
  return (version, module) => named(`${version} ${module}`);
}

function releasesByChange({ versions, outlineOf }: ProductRecords): Map<string, string> {
  return new Map(
    versions.flatMap((version) =>
      (outlineOf(version)?.changes ?? []).map(({ id }) => [id, version] as const),
    ),
  );
}
