import type { ProductRecords } from './product-records.ts';
import { normalisedQuery, type PopulationQuery } from './query.ts';
import { deploymentFindings } from './reconcile/deployments.ts';
import type { ReconciliationFinding } from './reconcile/finding.ts';
import { imageFindings } from './reconcile/images.ts';
import {
  type FoundHere,
  type Ground,
  groundOf,
  type Matter,
  matterOf,
  taggedReleases,
  type UnreleasedChange,
} from './reconcile/matter.ts';
import { mergeFindings } from './reconcile/merges.ts';
import { releaseFindings } from './reconcile/releases.ts';
import { revisionFindings } from './reconcile/revisions.ts';

export {
  EXPLANATIONS,
  type Explanation,
  FINDING_KINDS,
  type FindingKind,
  type ReconciliationFinding,
  unexplained,
} from './reconcile/finding.ts';
export { type Ground, groundOf, type UnreleasedChange } from './reconcile/matter.ts';

/** How much was set against each other, so that an empty list of findings can be told from an empty ledger. */
export interface ReconciliationCounts {
  /** Changes that came to production: the population's rows. */
  changes: number;
  /** Releases that were tagged in the period. */
  releases: number;
  /** Deployments of the period. */
  deployments: number;
  /** Modules in them whose image is recorded. */
  images: number;
  /** Modules in them that have Helm's number. */
  revisions: number;
}

/** Merges, releases, images, revisions and deployments, set against each other. */
export interface Reconciliation {
  /** In the order of products and times. */
  findings: readonly ReconciliationFinding[];
  counts: ReconciliationCounts;
}

const CHECKS: readonly ((matter: Matter) => FoundHere[])[] = [
  mergeFindings,
  releaseFindings,
  imageFindings,
  revisionFindings,
  deploymentFindings,
];

/**
 * Sets the sources of a period against each other. A product without an environment that is asked about has nothing to be
 * set against. `unreleasedOf` tells what was merged and is in no release; null where nobody asked the repositories.
 */
export function reconcile(
  asked: PopulationQuery,
  recordsOf: (product: string) => ProductRecords,
  unreleasedOf: (product: string) => readonly UnreleasedChange[] | null = () => null,
): Reconciliation {
  const { from, to, products } = normalisedQuery(asked);
  const parts = products
    .filter(({ environments }) => environments.length > 0)
    .map(({ product, environments }) => {
      const records = recordsOf(product);
      const own = records.environments.filter(({ id }) => environments.includes(id));
      const ground = groundOf({ ...records, environments: own });
      return reconcileOn(ground, { from, to }, unreleasedOf(product));
    });
  return sumOf(parts);
}

/** Sets the sources of one product against each other, in one of several periods. */
export function reconcileOn(
  ground: Ground,
  period: Pick<PopulationQuery, 'from' | 'to'>,
  unreleased: readonly UnreleasedChange[] | null = null,
): Reconciliation {
  const matter = matterOf(ground, period, unreleased);
  return { findings: findingsOf(matter), counts: countsOf(matter) };
}

/** Products have nothing to do with each other: what is found in all of them is what is found in each. */
export function sumOf(parts: readonly Reconciliation[]): Reconciliation {
  const sum = (of: keyof ReconciliationCounts): number =>
    parts.reduce((all, { counts }) => all + counts[of], 0);
  return {
    findings: parts.flatMap(({ findings }) => findings),
    counts: {
      changes: sum('changes'),
      releases: sum('releases'),
      deployments: sum('deployments'),
      images: sum('images'),
      revisions: sum('revisions'),
    },
  };
}

function findingsOf(matter: Matter): ReconciliationFinding[] {
  const { product } = matter.records.policy;
  const found = CHECKS.flatMap((check) => check(matter));
  return found
    .map(({ environment = null, ...finding }) => ({ ...finding, product, environment }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ at, kind, environment, text }: ReconciliationFinding): string {
  return [at, kind, environment ?? '', text].join('\n');
}

function countsOf(matter: Matter): ReconciliationCounts {
  const { deployments, plan } = matter;
  const modules = deployments.flatMap(({ event }) => event.record.data.modules);
  return {
    changes: plan.length,
    releases: taggedReleases(matter).length,
    deployments: deployments.length,
    images: modules.filter(({ digest }) => digest !== undefined).length,
    revisions: modules.filter(({ revision }) => revision !== undefined).length,
  };
}
