import type { DeploymentEvent } from '../history/deployments/timeline.ts';
import type { Change, CommitFate } from '../records/index.ts';
import type { Dossier, Written } from '../verdict/dossier.ts';
import { remembered } from '../verdict/remembered.ts';
import { type DeployedRelease, deployedRelease } from './evidence/deployed-release.ts';
import { judgedThen } from './evidence/judged-then.ts';
import { type ModuleEvidence, moduleEvidence, NO_EVIDENCE } from './evidence/module-evidence.ts';
import type { PlannedRow } from './plan.ts';
import type { ReleaseRecords } from './product-records.ts';

/** A release that has changes in its range, in a form to look them up in. */
export interface ReleaseWithChanges {
  dossier: Dossier;
  records: ReadonlyMap<string, Written<Change>>;
  /** What became of a change's commits. */
  fates: ReadonlyMap<string | null, readonly CommitFate[]>;
}

/** What the rows of one deployment share: read once, and let go with them. */
export interface DeploymentGroup {
  event: DeploymentEvent;
  deployed: DeployedRelease;
  evidenceOf(module: string | null): ModuleEvidence;
  /** Null for a release that the ledger has no dossier of. */
  releaseOf(version: string): ReleaseWithChanges | null;
}

/** Rows that follow each other and are of one deployment. */
export function* deploymentGroups(
  plan: readonly PlannedRow[],
  records: ReleaseRecords,
): Generator<{ group: DeploymentGroup; rows: PlannedRow[] }> {
  let rows: PlannedRow[] = [];
  for (const row of plan) {
    const [first] = rows;
    if (first !== undefined && first.event !== row.event) {
      yield { group: groupOf(first.event, records), rows };
      rows = [];
    }
    rows.push(row);
  }
  const [first] = rows;
  if (first !== undefined) yield { group: groupOf(first.event, records), rows };
}

function groupOf(event: DeploymentEvent, records: ReleaseRecords): DeploymentGroup {
  const deployed = deployedRelease(event, records);
  const judged = deployed.release === null ? null : judgedThen(deployed.release.dossier);
  const evidence = remembered((module) => moduleEvidence(deployed, judged, module));
  return {
    event,
    deployed,
    evidenceOf: (module) => (module === null ? NO_EVIDENCE : evidence(module)),
    releaseOf: remembered((version) => withChanges(records.dossierOf(version))),
  };
}

function withChanges(dossier: Dossier | null): ReleaseWithChanges | null {
  if (dossier === null) return null;
  return {
    dossier,
    records: new Map(dossier.changes.map((record) => [record.data.id, record])),
    fates: Map.groupBy(dossier.fates, ({ change }) => change),
  };
}
