import { Fault } from '../records/fault.ts';
import type { ProductSource } from '../views/release-view.ts';
import { shown } from './files.ts';
import { type NoteRecord, readNotes } from './notes.ts';
import { type ProductRecord, readProduct, readProducts } from './products.ts';

/** A product with its notes, as the pages need it. */
export interface ProductPages extends ProductSource {
  notes: NoteRecord[];
  description: string;
}

/** All products with their notes, in the order of their names. */
export function readProductPages(): ProductPages[] {
  return readProducts()
    .map(productPages)
    .sort((a, b) => a.product.name.localeCompare(b.product.name, 'en'));
}

function productPages({ id, product, description }: ProductRecord): ProductPages {
  return { id, product, description, notes: readNotes(id) };
}

/** One product with its notes, by its id. Throws a Fault where it is not there. */
export function findProductPages(id: string): ProductPages {
  return productPages(readProduct(id));
}

/** A product's note by its version. Throws a Fault where it is not there. */
export function findRelease({ id, notes }: ProductPages, version: string): NoteRecord {
  const found = notes.find(({ note }) => note.version === version);
  if (found === undefined)
    throw new Fault('there is no such note', { place: { file: shown('notes', id, version) } });
  return found;
}
