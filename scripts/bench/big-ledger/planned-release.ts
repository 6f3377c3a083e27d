import { objectId, PEOPLE, shortlist } from './invented.ts';
import type { LedgerShape } from './shape.ts';

/** A module of a release: what of it changed. */
export interface PlannedModule {
  id: string;
  /** Pull requests' numbers. */
  numbers: readonly number[];
}

/** One release of a big ledger. Everything of it follows from its product and its place in the product's history. */
export interface PlannedRelease {
  product: string;
  /** Counted from 0. */
  place: number;
  version: string;
  previous: string | null;
  /** When it was tagged, in milliseconds. */
  at: number;
  modules: readonly PlannedModule[];
  /** How many reports it has. */
  reports: number;
}

const PRODUCTS = ['aster', 'birch', 'cedar', 'dahlia', 'elder'] as const;

/** Ids of the products. */
export function productsOf({ products }: LedgerShape): string[] {
  return Array.from({ length: products }, (_, index) => PRODUCTS[index] ?? `plant-${index}`);
}

/** Ids of a product's modules: the lead one first. */
export function modulesOf(product: string): [string, string] {
  return [product, `${product}-server`];
}

/** All releases of one product, the oldest first. */
export function* plannedReleases(shape: LedgerShape, product: string): Generator<PlannedRelease> {
  const order = productsOf(shape).indexOf(product);
  const count = Math.floor((shape.releases + shape.products - 1 - order) / shape.products);
  const step = (shape.years * 365.25 * 86_400_000) / Math.max(1, count);
  const end = Date.parse(shape.until);
  for (let place = 0; place < count; place += 1)
    yield {
      product,
      place,
      version: versionAt(place),
      previous: place === 0 ? null : versionAt(place - 1),
      at: end - Math.round((step * (count - 1 - place)) / 1000) * 1000,
      modules: modulesAt(shape, product, place, order === 0 && place === count - 1),
      reports: shape.reports,
    };
}

function modulesAt(shape: LedgerShape, product: string, place: number, isWidest: boolean): PlannedModule[] {
  const usual = Math.ceil(shape.changes / 2);
  const changes = isWidest ? (shape.widest ?? shape.changes) : shape.changes;
  return modulesOf(product).map((id, index) => ({
    id,
    numbers: Array.from(
      { length: index === 0 ? Math.ceil(changes / 2) : Math.floor(changes / 2) },
      (_, own) => {
        return place * usual + own + 1;
      },
    ),
  }));
}

/** The version of the release at a place, counted from 0. */
export function versionAt(place: number): string {
  return `${1 + Math.floor(place / 500)}.${place % 500}.0`;
}

/** The commit that a module is at: the one that its last change landed with. */
export function moduleCommit({ id, numbers }: PlannedModule): string {
  return landingOf(id, numbers.at(-1) ?? 0);
}

/** The commit that a change landed with. */
export function landingOf(module: string, number: number): string {
  return objectId(`${module} landing ${number}`);
}

/** Who is asked for something about a release: the same people in turns. */
export function personFor({ place }: PlannedRelease, shift: number): (typeof PEOPLE)[number] {
  return shortlist(PEOPLE, place + shift);
}
