import type { PublicRelease } from '../notes/public-release.ts';
import type { Note } from '../records/note.ts';
import type { Product } from '../records/product.ts';
import type { ReleaseDocument } from './documents.ts';

type Contributors = ReleaseDocument['contributors'];

/** One release with all its entries, and who worked on it. */
export function releaseDocument(
  $schema: string,
  release: PublicRelease,
  contributors: Contributors,
): ReleaseDocument {
  return { $schema, ...release, contributors };
}

/** Who worked on a release; nobody where the product does not let it be shown. */
export function publicContributors(
  { contributors = [] }: Pick<Note, 'contributors'>,
  product: Pick<Product, 'contributors'>,
): Contributors {
  const shown = product.contributors ? contributors : [];
  return shown.map(({ login, first }) => ({ login, first: first === true }));
}
