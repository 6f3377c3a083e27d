/** What a page of the population tells of. */
export interface PopulationScope {
  /** Null for all products. */
  product: string | null;
  /** "2026-09", in UTC; null for the whole period. */
  month: string | null;
}

/** Every production change of the period. */
export const WHOLE_POPULATION: PopulationScope = { product: null, month: null };

/** "product/director/2026-09", as addresses have it; empty for the whole population. */
export function scopeSlug({ product, month }: PopulationScope): string {
  if (product === null) return month === null ? '' : `month/${month}`;
  return ['product', product, ...(month === null ? [] : [month])].join('/');
}

/** Whether it is the whole population. */
export function isWhole({ product, month }: PopulationScope): boolean {
  return product === null && month === null;
}
