import type { PublicRelease } from '../notes/public-release.ts';
import { type MonthDocument, monthOf } from './documents.ts';

/** A product's releases by month, in the order in which they are given. */
export function releasesByMonth(releases: readonly PublicRelease[]): Map<string, PublicRelease[]> {
  return Map.groupBy(releases, monthOf);
}

/** The releases of one month of a product. */
export function monthDocument(
  $schema: string,
  product: string,
  month: string,
  releases: readonly PublicRelease[],
): MonthDocument {
  return { $schema, product, month, releases: [...releases] };
}
