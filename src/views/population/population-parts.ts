import { POPULATION } from '../population-texts.ts';
import { monthName } from './months.ts';
import { scopePath } from './population-paths.ts';
import type { PopulationScope } from './scope.ts';

/** The way to a part of the population. */
export interface PartLink {
  text: string;
  href: string;
  count: number;
  isHere: boolean;
}

/** What the ways lead through. */
export interface PartSource {
  /** Ids of the months, the newest first. */
  months: readonly string[];
  /** Names of the products by id. */
  names: ReadonlyMap<string, string>;
  countOf(scope: PopulationScope): number;
}

/** From a part to the other months of its product, and all of them. */
export function monthLinks({ product, month }: PopulationScope, source: PartSource): PartLink[] {
  return [null, ...source.months].map((each) =>
    linkTo({ product, month: each }, each === null ? POPULATION.allMonths : monthName(each), {
      isHere: each === month,
      source,
    }),
  );
}

/** From a part to the other products in its month, and all of them. */
export function productLinks({ product, month }: PopulationScope, source: PartSource): PartLink[] {
  return [null, ...source.names.keys()].map((each) =>
    linkTo(
      { product: each, month },
      each === null ? POPULATION.allProducts : (source.names.get(each) ?? each),
      { isHere: each === product, source },
    ),
  );
}

function linkTo(
  scope: PopulationScope,
  text: string,
  { isHere, source }: { isHere: boolean; source: PartSource },
): PartLink {
  return { text, href: scopePath(scope), count: source.countOf(scope), isHere };
}

/** What a page of a part is called: "Director in September 2026". */
export function scopeName({ product, month }: PopulationScope, names: ReadonlyMap<string, string>): string {
  const whose = product === null ? POPULATION.allProducts : (names.get(product) ?? product);
  return month === null ? whose : `${whose} ${POPULATION.in(monthName(month))}`;
}
