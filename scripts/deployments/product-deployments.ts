import type { EnvironmentTimeline } from '../../src/history/deployments/drift.ts';
import { deploymentTimeline, type RecordedDeployment } from '../../src/history/deployments/timeline.ts';
import type { Policy } from '../../src/records/index.ts';
import { type RollbackFacts, rollbackFacts } from '../../src/verdict/rollback-facts.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { deployedEnvironments, readDeployments } from '../store/deployment-records.ts';
import type { LedgerReader } from '../store/read.ts';

/** All deployments of a product, by environment in the policy's order; then environments that only records know. */
export function readTimelines(reader: LedgerReader, policy: Policy): EnvironmentTimeline[] {
  const known = policy.environments.map(({ id }) => id);
  const recorded = deployedEnvironments(reader.content, policy.product).filter((id) => !known.includes(id));
  return [...known, ...recorded].map((id) => ({
    id,
    timeline: deploymentTimeline(
      readDeployments(reader.content, policy.product, id),
      policy.deploymentTolerance,
    ),
  }));
}

/** What a rollback asks about releases; their dossiers are read only where it does. */
export function readRollbackFacts(
  reader: LedgerReader,
  policy: Policy,
  environments: readonly EnvironmentTimeline[],
  now: string,
): RollbackFacts {
  const { product } = policy;
  const versions = reader.versions(product);
  const known = new Set(versions);
  return rollbackFacts({
    policy,
    versions,
    rollbacks: environments
      .flatMap(({ timeline }) => timeline.map(({ record }) => record))
      .filter(isRollback),
    dossierOf: (version) => (known.has(version) ? readDossier(reader, product, version, now) : null),
  });
}

function isRollback({ data }: RecordedDeployment): boolean {
  return data.kind === 'rollback';
}
