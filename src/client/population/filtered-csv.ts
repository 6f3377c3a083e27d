import { commentLine } from '../../population/table/csv.ts';
import { type ChangeFilter, filterText } from '../../views/population/change-filter.ts';
import type { ChangesData } from '../../views/population/changes-data.ts';
import { CHANGE_FILTER } from '../../views/population-texts.ts';
import { sha256 } from './sha256.ts';

/** No cell has a line break in it, so that each line is a row. */
const END = '\r\n';

/** Which rows are taken, by their places in the population, and by what. */
export interface Filtered {
  places: readonly number[];
  filter: ChangeFilter;
}

/**
 * The rows of a population that a filter leaves, as CSV: the population's own lines, then their count, the query with
 * the filter, and the digest of every byte before the last line. Without a filter it is the population's file. Throws
 * for a file of another population.
 */
export async function filteredCsv(
  whole: string,
  { query, digest, rows }: ChangesData,
  { places, filter }: Filtered,
): Promise<string> {
  const lines = whole.split(END);
  if (!whole.endsWith(commentLine('digest', digest))) throw new Error(CHANGE_FILTER.otherFile);
  const [header = '', ...own] = lines.slice(0, rows.length + 1);
  const taken = [header, ...places.map((place) => own[place] ?? '')].map((line) => `${line}${END}`);
  const comments = [commentLine('count', places.length), commentLine('query', query + filterText(filter))];
  const text = [...taken, ...comments].join('');
  return text + commentLine('digest', `sha256:${await sha256(text)}`);
}
