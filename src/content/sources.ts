import { Fault } from '../records/fault.ts';
import type { ProductSource } from '../views/release-view.ts';
import { shown } from './files.ts';
import { findNote, type NoteRecord, notedVersions, readNotes } from './notes.ts';
import { once } from './once.ts';
import { readProduct, readProducts } from './products.ts';

/** A product with its notes, as the pages need it. */
export interface ProductPages extends ProductSource {
  readonly notes: NoteRecord[];
  description: string;
}

/** All products with their notes, in the order of their names. */
export function readProductPages(): ProductPages[] {
  return readProducts()
    .map(({ id }) => findProductPages(id))
    .sort((a, b) => a.product.name.localeCompare(b.product.name, 'en'));
}

/** One product with its notes, by its id. Throws a Fault where it is not there. */
export const findProductPages: (id: string) => ProductPages = once('product pages', (id) => {
  const { product, description } = readProduct(id);
  return {
    ...{ id, product, description },
    versions: { has: (version: string) => notedVersions.has(id, version) },
    get notes() {
      return readNotes(id);
    },
  };
});

/** A product's note by its version. Throws a Fault where it is not there. */
export function findRelease({ id }: ProductPages, version: string): NoteRecord {
  const found = findNote(id, version);
  if (found === undefined)
    throw new Fault('there is no such note', { place: { file: shown('notes', id, version) } });
  return found;
}
