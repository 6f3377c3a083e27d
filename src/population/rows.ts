import { deploymentGroups } from './deployment-group.ts';
import { type TakenBack, takenBack } from './evidence/taken-back.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { type KnownPeople, knownPeople } from './people/known-people.ts';
import type { PlannedRow } from './plan.ts';
import type { ProductRecords, ReleaseRecords } from './product-records.ts';
import type { PopulationRow } from './row.ts';
import { toldRow } from './told-row.ts';

/**
 * Rows with their evidence, in the order in which they are planned, each made when it is asked for: no more than one
 * deployment's dossiers are held. `until` is the end of the period.
 */
export function* rowsOf(
  plan: readonly PlannedRow[],
  records: ProductRecords,
  until: string,
): Generator<PopulationRow> {
  const people = knownPeople(records.policy);
  const lineage: Lineage = lineageOf(records);
  for (const environment of records.environments) {
    const own = plan.filter((row) => row.environment === environment.id);
    const taken = takenBack(environment, lineage);
    yield* toldRows(own, { records, people, taken, until: () => until });
  }
}

/** What rows of one environment are told from. */
export interface ToldFrom {
  records: ReleaseRecords;
  people: KnownPeople;
  taken(row: PlannedRow): TakenBack;
  /** The end of the period. */
  until(): string;
}

/** Rows of one environment with their evidence. */
export function* toldRows(
  plan: readonly PlannedRow[],
  { records, people, taken, until }: ToldFrom,
): Generator<PopulationRow> {
  for (const { group, rows } of deploymentGroups(plan, records))
    for (const row of rows) yield toldRow(row, { group, people, until, taken: taken(row) });
}
