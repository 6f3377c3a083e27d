import type { Population } from '../population.ts';
import { queryText } from '../query.ts';
import type { PopulationRow } from '../row.ts';
import { COLUMNS } from './columns.ts';
import { commentLine, csvLine } from './csv.ts';
import { runningDigest } from './digest.ts';

/**
 * The population as CSV, line by line: a header, one line for each row, then comment rows with the count, the query and
 * the digest of every byte before the last line.
 */
export function* csvLines(population: Population): Generator<string> {
  yield* wholeCsv(rowLines(population.rows()), population);
}

/** The same, of the lines of its rows, which may come many at once. */
export function* wholeCsv(lines: Iterable<string>, asked: Asked): Generator<string> {
  const digest = runningDigest();
  for (const line of hashedLines(lines, asked)) {
    digest.add(line);
    yield line;
  }
  yield commentLine('digest', digest.end());
}

/** The same where its digest is known. */
export function* csvWithDigest(lines: Iterable<string>, asked: Asked, digest: string): Generator<string> {
  yield* hashedLines(lines, asked);
  yield commentLine('digest', digest);
}

/** The digest of a population, of the lines of its rows. */
export function digestOfLines(lines: Iterable<string>, asked: Asked): string {
  const digest = runningDigest();
  for (const line of hashedLines(lines, asked)) digest.add(line);
  return digest.end();
}

/** The lines of rows. */
export function* rowLines(rows: Iterable<PopulationRow>): Generator<string> {
  for (const row of rows) yield rowLine(row);
}

/** What closes a population's CSV. */
export type Asked = Pick<Population, 'count' | 'query'>;

/** The digest that the CSV of a population ends with: it names the population, in whatever form it is given. */
export function populationDigest(population: Population): string {
  return digestOfLines(rowLines(population.rows()), population);
}

/** The population as JSON, piece by piece. Its rows have the CSV's cells, without guards; its digest is the CSV's. */
export function* jsonPieces(population: Population): Generator<string> {
  const digest = runningDigest();
  digest.add(headerLine());
  yield `{\n  "query": ${JSON.stringify(population.query)},\n  "count": ${population.count},\n  "rows": [`;
  let before = '\n    ';
  for (const row of population.rows()) {
    digest.add(rowLine(row));
    yield `${before}${JSON.stringify(rowObject(row))}`;
    before = ',\n    ';
  }
  for (const line of closingLines(population)) digest.add(line);
  yield `${population.count === 0 ? '' : '\n  '}],\n  "digest": ${JSON.stringify(digest.end())}\n}\n`;
}

/** The cells of a row, in the order of the columns. */
export function rowCells(row: PopulationRow): string[] {
  return COLUMNS.map(({ cell }) => cell(row));
}

/** The cells of a row by the names of their columns. */
export function rowObject(row: PopulationRow): Record<string, string> {
  return Object.fromEntries(COLUMNS.map(({ name, cell }) => [name, cell(row)]));
}

function* hashedLines(lines: Iterable<string>, asked: Asked): Generator<string> {
  yield headerLine();
  yield* lines;
  yield* closingLines(asked);
}

function headerLine(): string {
  return csvLine(COLUMNS.map(({ name }) => name));
}

function rowLine(row: PopulationRow): string {
  return csvLine(rowCells(row));
}

function closingLines({ count, query }: Asked): string[] {
  return [commentLine('count', count), commentLine('query', queryText(query))];
}
