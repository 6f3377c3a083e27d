import type { KnownGoodFacts } from '../history/deployments/known-good-facts.ts';
import type { RollbackPlanInput } from '../history/deployments/rollback-plan.ts';
import type { RecordedDeployment } from '../history/deployments/timeline.ts';
import { compareVersions } from '../history/version-order.ts';
import type { Policy, Product } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { remembered } from './remembered.ts';
import { shippingOf } from './shipping.ts';
import { keepsData } from './stateful-parts.ts';
import { judge } from './verdict.ts';

/** What tells whether releases may be put back, read only where it is asked for. */
export interface ReleaseSource {
  policy: Policy;
  /** All releases of the product, in no order. */
  versions: readonly string[];
  /** Every rollback of the product, in whichever environment. */
  rollbacks: readonly RecordedDeployment[];
  /** Null for a release that the ledger does not know. */
  dossierOf(version: string): Dossier | null;
}

/** What a plan asks about releases. */
export type RollbackFacts = Pick<RollbackPlanInput, 'versions' | 'facts' | 'recoveryOf' | 'partsOf'>;

/** Answers what a rollback asks about releases from their dossiers. */
export function rollbackFacts(source: ReleaseSource): RollbackFacts {
  const dossierOf = remembered(source.dossierOf);
  return {
    versions: source.versions,
    facts: knownGoodFacts({ ...source, dossierOf }),
    recoveryOf: (version) => {
      const recovery = dossierOf(version)?.recovery ?? null;
      if (recovery === null) return null;
      const { irreversible, stateful = [] } = recovery.data;
      return { irreversible, stateful, record: recovery.path };
    },
    partsOf: (version) => partsOf(dossierOf(version)),
  };
}

/** Names as customers know them. */
export function publicNames(id: string, product: Product | null): RollbackPlanInput['publicNames'] {
  return {
    product: product?.name ?? id,
    module: (module) => product?.modules.find((each) => each.id === module)?.name ?? null,
  };
}

function knownGoodFacts({ policy, versions, rollbacks, dossierOf }: ReleaseSource): KnownGoodFacts {
  const newestFirst = [...versions].sort((a, b) => compareVersions(b, a));
  return {
    modules: new Set(policy.modules.map(({ id }) => id)),
    rollbacks,
    verdictOf: (version) => {
      const dossier = dossierOf(version);
      return dossier === null ? null : judge(dossier).verdict;
    },
    namedDigests: (version, module) => {
      const from = newestFirst.slice(Math.max(0, newestFirst.indexOf(version)));
      return namedDigests(module, from, (each) => {
        const dossier = dossierOf(each);
        return dossier && shippedBy(dossier);
      });
    },
  };
}

/** A module that did not move was tested with the release that brought it: its image is named there. */
export function namedDigests(
  module: string,
  newestFirst: readonly string[],
  shippedOf: (version: string) => Shipped | null,
): Set<string> {
  for (const version of newestFirst) {
    const ships = shippedOf(version)?.[module];
    if (ships === undefined) break;
    if (ships.moved || ships.images.length > 0) return new Set(ships.images);
  }
  return new Set();
}

/** Modules of a release: whether each moved, and the digests of its images. */
export type Shipped = Record<string, { moved: boolean; images: string[] }>;

/** What a release shipped, in short. */
export function shippedBy(dossier: Dossier): Shipped {
  return Object.fromEntries(
    Array.from(shippingOf(dossier).modules, ([id, { moved, images }]) => [
      id,
      { moved, images: images.flatMap((group) => [...group]) },
    ]),
  );
}

function partsOf(dossier: Dossier | null): ReturnType<RollbackFacts['partsOf']> {
  const release = dossier?.release ?? null;
  if (release?.data.parts === undefined) return null;
  return release.data.parts.map(({ name, version }) => ({
    name,
    version,
    stateful: keepsData(name),
    record: release.path,
  }));
}
