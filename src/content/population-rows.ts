// Rows of the population with their evidence, kept from build to build. Only the internal edition's routes import this
// file.
import { type TakenBack, takenBack } from '../population/evidence/taken-back.ts';
import { knownPeople } from '../population/people/known-people.ts';
import { type PlannedRow, plannedRowsOf } from '../population/plan.ts';
import { normalisedQuery } from '../population/query.ts';
import { type Ground, groundOf } from '../population/reconcile.ts';
import type { PopulationRow } from '../population/row.ts';
import { toldRows } from '../population/rows.ts';
import { hexDigest } from '../population/table/digest.ts';
import { rowLines } from '../population/table/population-table.ts';
import { type ChangeRow, changeRow } from '../views/population/change-row.ts';
import { monthsOf, type Span, yearBefore } from '../views/population/months.ts';
import { knownPolicy } from './ledger.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { queriedProducts, readProductRecords, readReleaseRecords } from './product-records.ts';
import { apart } from './tracking.ts';

/** Rows as the CSV has them. */
export interface ToldLines {
  count: number;
  text: string;
  /** What tells the same rows, as pages have them, apart from all others. */
  rows: string;
}

/** The last twelve months, or the part of them that is one month. */
export function periodOf(month: string | null): Span {
  return periods(month ?? '');
}

/** The rows of a product in the last twelve months, or in one of them, a month of one environment after the other. */
export function readToldRows(product: string, month: string | null): ChangeRow[] {
  return pieces(`${product}/${month ?? ''}`).flatMap((piece) => rowsOf(piece));
}

/** Those of the newest months of some products alone: the smallest number of months that has as many rows. */
export function readNewestRows(products: readonly string[], count: number): ChangeRow[] {
  const all = products.flatMap((product) => pieces(`${product}/`));
  const months = [...new Set(all.map(monthOfPiece))].sort().reverse();
  const wanted = new Set<string>();
  let found = 0;
  for (const month of months) {
    if (found >= count) break;
    wanted.add(month);
    for (const piece of all) if (monthOfPiece(piece) === month) found += rowsOf(piece).length;
  }
  return all.filter((piece) => wanted.has(monthOfPiece(piece))).flatMap((piece) => rowsOf(piece));
}

/** The same rows as `readToldRows`, as the CSV has them. */
export function readToldLines(product: string, month: string | null): ToldLines[] {
  return pieces(`${product}/${month ?? ''}`).map((piece) => ({
    rows: digestsOfRows(piece),
    ...linesOf(piece),
  }));
}

const periods = once(
  'period of the population',
  (month): Span => {
    const year = yearBefore(judgedAt());
    const { from, to } = monthsOf(year).find(({ id }) => id === month) ?? year;
    return { from, to };
  },
  { cut: true },
);

/** The months of the last twelve, the newest first: of most it does not matter at which moment of a day somebody asks. */
export function populationMonths(): string[] {
  return months('');
}

const months = once('months of the population', () => monthsOf(yearBefore(judgedAt())).map(({ id }) => id), {
  cut: true,
});

/** A row, and what took it away again: both may come to be told otherwise by what is deployed later. */
interface Planned {
  row: PlannedRow;
  taken: TakenBack;
}

/** What a reconciliation of a product stands on, whatever its period. */
export const readGround = once('ground of a reconciliation', (product): Ground => {
  const records = readProductRecords(product);
  const environments = environmentsOf(product).map((id) => environmentOf(product, id));
  return groundOf({ ...records, environments }, (period) =>
    environments.flatMap(({ id }) => planIn(product, id, period)),
  );
});

function planIn(product: string, environment: string, { from, to }: Span): readonly PlannedRow[] {
  return yearPlans(`${product}/${environment}`).get(`${from} ${to}`) ?? [];
}

const takers = once('what takes changes away', (place) => {
  const [product = '', environment = ''] = place.split('/');
  return takenBack(environmentOf(product, environment), readGround(product).lineage);
});

/** Rows of an environment in the year and in each of its months, by the period. */
const yearPlans = once('plan of an environment', (place): ReadonlyMap<string, PlannedRow[]> => {
  const [product = '', id = ''] = place.split('/');
  const spans = populationMonths().map((month) => periodOf(month));
  const rows = plannedRowsOf(environmentOf(product, id), readProductRecords(product), [
    periodOf(null),
    ...spans,
  ]);
  return new Map(Array.from(rows, ([{ from, to }, planned]) => [`${from} ${to}`, planned]));
});

/** Rows by environment and month, as "core/2026-02/production/2026-02"; the second part is empty for the whole year. */
const plans = once('plan of the population', (key): ReadonlyMap<string, Planned[]> => {
  const [product = '', month = ''] = key.split('/');
  const found = new Map<string, Planned[]>();
  for (const id of environmentsOf(product)) {
    const taken = takers(`${product}/${id}`);
    const rows = planIn(product, id, periodOf(month));
    const byMonth = Map.groupBy(rows, ({ event }) => event.record.data.at.slice(0, '2026-02'.length));
    for (const [own, inIt] of byMonth)
      found.set(
        `${key}/${id}/${own}`,
        inIt.map((row) => ({ row, taken: taken(row) })),
      );
  }
  return found;
});

const pieces = once('pieces of the population', (key) => [...plans(key).keys()], { kept: true });

/** All that the plan of a piece says: the evidence for its rows stays as it is while this does. */
const plansInShort = once(
  'plan in short',
  (piece) => {
    const planned = planOf(piece);
    return {
      events: [...new Set(planned.map(({ row }) => row.event))],
      rows: planned.map(({ row: { event, attempts, ...row }, taken }) => ({
        ...{ row, taken, on: event.record.path },
        attempts: attempts.map(({ record }) => record.path),
      })),
    };
  },
  { cut: true, room: 1 },
);

/** Whoever asks for the lines of a piece has asked for its rows just before. */
const toldPieces = once(
  'told rows',
  (piece): PopulationRow[] => {
    const [product = '', month = ''] = piece.split('/');
    plansInShort(piece);
    const planned = apart(() => planOf(piece));
    const taken = new Map(planned.map((each) => [each.row, each.taken]));
    return [
      ...toldRows(
        planned.map(({ row }) => row),
        {
          records: readReleaseRecords(product),
          people: knownPeople(knownPolicy(product)),
          taken: (row) => taken.get(row) as TakenBack,
          until: () => periodOf(month).to,
        },
      ),
    ];
  },
  { room: 1 },
);

const rowsOf = once('rows of the population', (piece) => toldPieces(piece).map(changeRow), {
  kept: true,
  room: 64,
});

/** Pages parse no lines, and the CSV no rows. */
const linesOf = once(
  'lines of the population',
  (piece): Omit<ToldLines, 'rows'> => {
    const lines = [...rowLines(toldPieces(piece))];
    return { count: lines.length, text: lines.join('') };
  },
  { kept: true, room: 64 },
);

/** Of a piece, so that a year of rows is not written down to be told apart when one of them is new. */
const digestsOfRows = once(
  'digest of rows',
  (piece) => hexDigest(JSON.stringify(rowsOf(piece))).slice(0, HALF),
  { kept: true },
);

/** Characters of a digest that tell rows apart, and that a kept value may have to stand in the place of its own. */
const HALF = 32;

function planOf(piece: string): readonly Planned[] {
  const [product = '', month = ''] = piece.split('/');
  return plans(`${product}/${month}`).get(piece) ?? [];
}

/** The month in which the rows of a piece were deployed. */
function monthOfPiece(piece: string): string {
  return piece.slice(piece.lastIndexOf('/') + 1);
}

/** The environments of a product that are asked about, in the order of the query. */
function environmentsOf(product: string): readonly string[] {
  const products = queriedProducts().filter((each) => each.product === product);
  const [asked] = normalisedQuery({ ...periodOf(null), products }).products;
  const known = new Set(readProductRecords(product).environments.map(({ id }) => id));
  return (asked?.environments ?? []).filter((id) => known.has(id));
}

function environmentOf(product: string, id: string) {
  const found = readProductRecords(product).environments.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${product} has no records of ${id}`);
  return found;
}
