import { deploymentGroups } from './deployment-group.ts';
import { takenBack } from './evidence/taken-back.ts';
import { type Lineage, lineageOf } from './lineage.ts';
import { knownPeople } from './people/known-people.ts';
import type { PlannedRow } from './plan.ts';
import type { ProductRecords } from './product-records.ts';
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
    for (const { group, rows } of deploymentGroups(own, records))
      for (const row of rows) yield toldRow(row, { group, people, until, taken: taken(row) });
  }
}
