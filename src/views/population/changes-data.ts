import { type PopulationQuery, queryText } from '../../population/query.ts';
import type { ChangeRow } from './change-row.ts';

/** All changes as the filter and the sample read them. */
export interface ChangesData {
  from: string;
  to: string;
  /** In one line, as the CSV says it. */
  query: string;
  /** Of the CSV. */
  digest: string;
  /** In the order of the CSV. */
  rows: readonly ChangeRow[];
}

/** All changes of a population as data. */
export function changesData(population: {
  query: PopulationQuery;
  digest: string;
  rows: readonly ChangeRow[];
}): ChangesData {
  const { query, digest, rows } = population;
  return { from: query.from, to: query.to, query: queryText(query), digest, rows };
}
