import { deploymentTimeline, type RecordedDeployment } from '../../history/deployments/timeline.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { dossier, LEAD, PREVIOUS, PRODUCT, policy, VERSION } from '../../verdict/testing/index.ts';
import { claimsFrom } from '../claims.ts';
import type { ProductRecords, ReleaseOutline } from '../product-records.ts';
import type { PopulationQuery } from '../query.ts';

/** Everything that may be asked about the fixtures' product. */
export const WHOLE: PopulationQuery = {
  from: '2026-01-01T00:00:00+00:00',
  to: '2026-12-31T00:00:00+00:00',
  products: [{ product: PRODUCT, environments: ['production'] }],
};

/** The fixtures' policy with an environment that customers use. */
export const PRODUCTION = policy({
  environments: [{ id: 'staging' }, { id: 'production', production: true }],
});

/** The outline of a dossier's release. */
export function outlineOf({ release, fates }: Dossier): ReleaseOutline | null {
  if (release === null) return null;
  const changes = new Map(
    fates.flatMap(({ change, module }) => (change === null ? [] : [[change, module] as const])),
  );
  return {
    date: release.data.date,
    previous: release.data.previous,
    changes: [...changes].map(([id, module]) => ({ id, module })),
    moved: new Set(release.data.modules.filter(({ moved }) => moved).map(({ id }) => id)),
  };
}

/** The release before the fixtures', of which one old change is known; before the time that is asked about. */
const EARLIER: ReleaseOutline = {
  date: '2025-12-01T11:30:00+00:00',
  previous: null,
  changes: [{ id: `${LEAD}-1`, module: LEAD }],
  moved: new Set([LEAD]),
};

/** The records of the fixtures' product: its release, the one before it, and these deployments to production. */
export function lanternRecords(
  deployments: readonly RecordedDeployment[],
  release: Dossier = dossier({ policy: PRODUCTION }),
): ProductRecords {
  const dossierOf = (version: string) => (version === VERSION ? release : null);
  const environment = { id: 'production', timeline: deploymentTimeline(deployments, 15) };
  return {
    policy: release.policy.data,
    environments: [environment],
    versions: [PREVIOUS, VERSION],
    outlineOf: (version) =>
      version === VERSION ? outlineOf(release) : version === PREVIOUS ? EARLIER : null,
    dossierOf,
    claimsOf: claimsFrom(dossierOf),
  };
}
