import { Fault } from '../records/fault.ts';
import { type Product, ProductSchema } from '../records/product.ts';
import { SlugSchema } from '../records/values.ts';
import { namesIn, readRecord, recordsIn, shown } from './files.ts';
import { once } from './once.ts';

/** A product with its id, which is its file's name, and its description as markdown. */
export interface ProductRecord {
  id: string;
  product: Product;
  description: string;
}

/** Names that the site uses itself. */
const TAKEN = [
  ...['audit', '404', 'rollbacks', 'verification', 'exceptions'],
  ...['find', 'security', 'api', 'pagefind', 'previews', 'brand', 'guide'],
];

/** All products by id. Throws a Fault for a ledger without any, and for notes of a product that is not there. */
export const readProducts: () => ProductRecord[] = (() => {
  const all = once('products', () => readAll());
  return () => all('');
})();

/** One product. Throws a Fault where it is not there. */
export function readProduct(id: string): ProductRecord {
  const found = readProducts().find((record) => record.id === id);
  if (found === undefined)
    throw new Fault(`there is no product "${id}"`, { place: { file: shown('products', id) } });
  return found;
}

function readAll(): ProductRecord[] {
  const ids = recordsIn('products');
  if (ids.length === 0) {
    throw new Fault('the ledger has no product', {
      place: { file: shown('products', '<product>') },
      hint: 'Harvest one first: npm run -s ledger -- harvest --product ID --repo PATH',
    });
  }
  const unknown = namesIn('notes').find((name) => !name.startsWith('.') && !ids.includes(name));
  if (unknown !== undefined) throw missing(unknown);
  return ids.map(readOne);
}

function readOne(id: string): ProductRecord {
  if (!SlugSchema.safeParse(id).success || TAKEN.includes(id)) {
    throw new Fault(`"${id}" cannot be a product's id`, {
      place: { file: shown('products', id) },
      hint: `Use lower-case letters, digits and "-", and none of ${TAKEN.join(', ')}.`,
    });
  }
  const { data, body } = readRecord(ProductSchema, 'products', id);
  return { id, product: data, description: body };
}

function missing(id: string): Fault {
  return new Fault(`there are notes of "${id}", but it is no product`, {
    place: { file: shown('products', id) },
    hint: 'Write this file (schema, name, modules), or harvest the product again.',
  });
}
