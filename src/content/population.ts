// Every production change of the last twelve months, as the command line tells it. Only the internal edition's routes
// import this file.
import { normalisedQuery, type PopulationQuery } from '../population/query.ts';
import { type Reconciliation, reconcileOn, sumOf } from '../population/reconcile.ts';
import { hexDigest } from '../population/table/digest.ts';
import { csvWithDigest, digestOfLines } from '../population/table/population-table.ts';
import type { ListPage, PageNumber } from '../views/paging/settled-pages.ts';
import { changePageNumbers, changePages, YEARS_CHANGES } from '../views/population/change-pages.ts';
import type { ChangeRow } from '../views/population/change-row.ts';
import { type PopulationScope, scopeSlug } from '../views/population/scope.ts';
import { recordLinks, recordPlace } from '../views/verdict/record-links.ts';
import { readToBeJudged } from './dossier.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import {
  periodOf,
  populationMonths,
  readGround,
  readNewestRows,
  readToldLines,
  readToldRows,
} from './population-rows.ts';
import { queriedProducts } from './product-records.ts';
import { readProducts } from './products.ts';
import { apart } from './tracking.ts';

/** A population, or a part of it, as a page tells of it. */
export interface ToldPopulation {
  scope: PopulationScope;
  query: PopulationQuery;
  count: number;
  /** "sha256:…", which the CSV ends with. */
  digest: string;
}

/** All that has pages: the whole population, its products and months, and the months of each product. */
export function populationScopes(): PopulationScope[] {
  return [null, ...queriedProducts().map(({ product }) => product)].flatMap((product) =>
    [null, ...populationMonths()].map((month) => ({ product, month })),
  );
}

/** The scope of an address. Throws for one that no page is of. */
export function scopeOfSlug(slug: string | undefined): PopulationScope {
  const scope = populationScopes().find((each) => scopeSlug(each) === (slug ?? ''));
  if (scope === undefined) throw new Error(`no population is at ${slug}`);
  return scope;
}

/** Names of the products that are asked about, by id. */
export function populationProducts(): Map<string, string> {
  const names = new Map(readProducts().map(({ id, product }) => [id, product.name]));
  return new Map(queriedProducts().map(({ product }) => [product, names.get(product) ?? product]));
}

/** A population without its rows. */
export function readPopulation(scope: PopulationScope): ToldPopulation {
  const { count, query, digest } = inShort(scopeSlug(scope));
  return { scope, query, count, digest };
}

/** Its rows in short, in the order of the CSV. */
export function readRows(scope: PopulationScope): ChangeRow[] {
  const { query } = inShort(scopeSlug(scope));
  return apart(() => query.products.flatMap(({ product }) => readToldRows(product, scope.month)));
}

/** How many changes there are. */
export function countChanges(scope: PopulationScope): number {
  return counts(scopeSlug(scope));
}

/** All pages show how many changes the others have: a period that ends later now need not have more of them. */
const counts = once('count of a population', (slug) => inShort(slug).count, { cut: true });

/** The numbers of the pages of a population's changes: none of them is read to be counted. */
export function readPageNumbers(scope: PopulationScope): number[] {
  return changePageNumbers(scope, countChanges(scope));
}

/** One of these pages. */
export function readChangePage(scope: PopulationScope, page: PageNumber): ListPage<ChangeRow[]> {
  const slug = scopeSlug(scope);
  return page === null ? newestChanges(slug) : pageOfChanges(slug, page);
}

/** A population as CSV: byte for byte what the command prints. */
export function populationCsv(scope: PopulationScope): string {
  const { query, digest } = inShort(scopeSlug(scope));
  const { lines, count } = apart(() => linesOf(scope, query));
  return [...csvWithDigest(lines, { query, count }, digest)].join('');
}

/** What does not match in it. */
export function readReconciliation(scope: PopulationScope): Reconciliation {
  return reconciliations(scopeSlug(scope));
}

/** Where a record is shown. Reports stand on the page of their stage, which their dossier knows. */
export function placeOfRecord(record: string | null): string | null {
  const place = recordPlace(record);
  if (place !== null) return place;
  const [, product, version] = /^ledger\/([^/]+)\/releases\/([^/]+)\/stages\//.exec(record ?? '') ?? [];
  if (product === undefined || version === undefined) return null;
  const dossier = readToBeJudged(product, version);
  return dossier && recordLinks(dossier)(record);
}

/** What tells a population apart from all others, so that no list of a year is compared. */
interface PopulationInShort {
  count: number;
  query: PopulationQuery;
  digest: string;
  /** Of the rows in short, which the digest of the CSV does not cover. */
  rows: string;
}

const inShort = once(
  'population in short',
  (slug): PopulationInShort => {
    const scope = scopeOfSlug(slug);
    const query = queryOf(scope);
    const { lines, count, rows } = linesOf(scope, query);
    return { count, query, digest: digestOfLines(lines, { query, count }), rows };
  },
  { kept: true },
);

function linesOf({ month }: PopulationScope, query: PopulationQuery) {
  const told = query.products.flatMap(({ product }) => readToldLines(product, month));
  return {
    lines: told.map(({ text }) => text),
    count: told.reduce((sum, { count }) => sum + count, 0),
    rows: hexDigest(told.map(({ rows }) => rows).join(' ')),
  };
}

const pagesOfChanges = once('population pages', (slug) => {
  const scope = scopeOfSlug(slug);
  return changePages(scope, scope.month === null ? newestRows(scope) : readRows(scope));
});

/** Of a year, which shows no others. */
function newestRows(scope: PopulationScope): ChangeRow[] {
  const products = queryOf(scope).products.map(({ product }) => product);
  return readNewestRows(products, YEARS_CHANGES);
}

const pageOfChanges = pageReader('population page', pagesOfChanges);

/** It is made anew where another part has more changes now: then its own are not read. */
const newestChanges = once('newest changes of a population', (slug) => pageOfChanges(slug, null), {
  kept: true,
});

const reconciliations = once(
  'reconciliation',
  (slug): Reconciliation => {
    const scope = scopeOfSlug(slug);
    const asked = queryOf(scope).products.filter(({ environments }) => environments.length > 0);
    // A product that customers use nothing of has nothing to be set against.
    const parts = asked.map(({ product }) =>
      scope.product === null
        ? readReconciliation({ ...scope, product })
        : reconcileOn(readGround(product), periodOf(scope.month)),
    );
    return sumOf(parts);
  },
  { kept: true },
);

function queryOf({ product, month }: PopulationScope): PopulationQuery {
  const { from, to } = periodOf(month);
  const products = queriedProducts().filter((each) => product === null || each.product === product);
  return normalisedQuery({ from, to, products });
}
