import type { LineageRelease } from '../notes/public-release.ts';
import { latestOf, type ProductSource } from '../views/release-view.ts';
import type { ReleasesDocument } from './documents.ts';

/** All releases of a product, in the order in which they are given. */
export function releasesDocument(
  $schema: string,
  { id, product, notes }: ProductSource,
  releases: readonly LineageRelease[],
): ReleasesDocument {
  return {
    $schema,
    product: id,
    name: product.name,
    latest: latestOf(notes)?.note.version ?? null,
    modules: product.modules.map(({ id, name }) => ({ id, name })),
    features: product.features ?? [],
    compatibility: product.compatibility ?? [],
    releases: [...releases],
  };
}
