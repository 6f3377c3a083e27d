import type { PublicRelease } from '../notes/public-release.ts';
import type { MonthDocument } from './documents.ts';

/** The releases of one month of a product. */
export function monthDocument(
  $schema: string,
  product: string,
  month: string,
  releases: readonly PublicRelease[],
): MonthDocument {
  return { $schema, product, month, releases: [...releases] };
}
