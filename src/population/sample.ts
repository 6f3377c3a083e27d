import type { Population } from './population.ts';
import { queryText } from './query.ts';
import { COLUMNS } from './table/columns.ts';
import { commentLine, csvLine } from './table/csv.ts';
import { hexDigest } from './table/digest.ts';
import { populationDigest, rowCells, rowObject } from './table/population-table.ts';

/** A row that was drawn. */
export interface DrawnRow {
  id: string;
  /** 64 hex digits, by which the rows are ordered. */
  hash: string;
}

/** A sample that anybody draws again from the same population and the same seed. */
export interface Sample {
  population: Population;
  seed: string;
  /** What was asked for; a smaller population is drawn whole. */
  size: number;
  /** "sha256:…", the digest that the population's CSV ends with. */
  digest: string;
  /** In the order of their hashes. */
  drawn: readonly DrawnRow[];
}

/**
 * Orders rows by SHA-256 of the seed, a line feed, the population's digest, a line feed and the row's id, all in UTF-8,
 * and takes the first `size`. Nobody can steer it who does not know both, and the order of the rows does not matter.
 */
export function drawRows(ids: readonly string[], digest: string, seed: string, size: number): DrawnRow[] {
  return ids
    .map((id) => ({ id, hash: hexDigest(`${seed}\n${digest}\n${id}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, size);
}

/** Draws a sample of a population. */
export function sampleOf(population: Population, seed: string, size: number): Sample {
  const digest = populationDigest(population);
  return { population, seed, size, digest, drawn: drawRows(population.ids, digest, seed, size) };
}

/** The sample as CSV: each row's hash before its cells, and comment rows that say what it was drawn from. */
export function sampleCsv(sample: Sample): string[] {
  const cells = cellsById(sample, rowCells);
  const { population, seed, size, digest, drawn } = sample;
  return [
    csvLine(['hash', ...COLUMNS.map(({ name }) => name)]),
    ...drawn.map(({ id, hash }) => csvLine([hash, ...(cells.get(id) ?? [])])),
    commentLine('count', population.count),
    commentLine('query', queryText(population.query)),
    commentLine('seed', seed),
    commentLine('population', digest),
    commentLine('size', size),
  ];
}

/** The sample as `--json` gives it. */
export function sampleJson(sample: Sample): object {
  const rows = cellsById(sample, rowObject);
  const { population, seed, size, digest, drawn } = sample;
  return {
    query: population.query,
    count: population.count,
    rows: drawn.map(({ id, hash }) => ({ hash, ...rows.get(id) })),
    seed,
    population: digest,
    size,
  };
}

function cellsById<Cells>(
  { population, drawn }: Sample,
  cellsOf: (row: Parameters<typeof rowCells>[0]) => Cells,
): Map<string, Cells> {
  const wanted = new Set(drawn.map(({ id }) => id));
  return new Map(Array.from(population.rows(wanted), (row) => [row.id, cellsOf(row)]));
}
