import { type PlannedRow, plannedRows } from './plan.ts';
import type { ProductRecords } from './product-records.ts';
import { normalisedQuery, type PopulationQuery } from './query.ts';
import type { PopulationRow } from './row.ts';
import { rowsOf } from './rows.ts';

/** Every production change of a period. */
export interface Population {
  /** Normalised. */
  query: PopulationQuery;
  count: number;
  /** Ids of all rows, in order. */
  ids: readonly string[];
  /** The rows, each made when it is asked for; every call begins anew. With ids only those, in the same order. */
  rows(ids?: ReadonlySet<string>): Generator<PopulationRow>;
}

/** Finds the changes that came to the environments of a query in its period. Their evidence is read row by row. */
export function populationOf(
  asked: PopulationQuery,
  recordsOf: (product: string) => ProductRecords,
): Population {
  const query = normalisedQuery(asked);
  const parts = query.products.map(({ product, environments }) =>
    productPart(recordsOf(product), environments, query),
  );
  const ids = parts.flatMap(({ plan }) => plan.map(({ id }) => id));
  return {
    query,
    count: ids.length,
    ids,
    *rows(wanted) {
      for (const { plan, records } of parts) {
        const chosen = wanted === undefined ? plan : plan.filter(({ id }) => wanted.has(id));
        yield* rowsOf(chosen, records, query.to);
      }
    },
  };
}

function productPart(
  records: ProductRecords,
  environments: readonly string[],
  query: PopulationQuery,
): { records: ProductRecords; plan: PlannedRow[] } {
  const asked = environments.flatMap((id) => records.environments.filter((each) => each.id === id));
  const own = { ...records, environments: asked };
  return { records: own, plan: asked.flatMap((environment) => plannedRows(environment, own, query)) };
}
