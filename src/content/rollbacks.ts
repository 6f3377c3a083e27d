// Rollbacks of all products. Only the internal edition's routes import this file.
import { type ProductRollback, rollbackPages } from '../views/deployments/rollback-rows.ts';
import type { ListPage, ListPages, PageNumber } from '../views/paging/settled-pages.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { readEnvironments } from './product-environments.ts';
import { readProducts } from './products.ts';

/** Every rollback of every product, the newest first. */
export function readRollbacks(): ProductRollback[] {
  return all('');
}

/** The same as pages. */
export function readRollbackPages(): ListPages<ProductRollback[]> {
  return pages('');
}

/** One of them. */
export function readRollbackPage(page: PageNumber): ListPage<ProductRollback[]> {
  return onePage('', page);
}

/** Those of one product. */
export function readRollbacksOf(product: string): ProductRollback[] {
  return readRollbacks().filter((each) => each.product.product === product);
}

const all = once('rollbacks', () =>
  readProducts()
    .flatMap(({ id }) => rollbacksOfProduct(id))
    .sort((a, b) => b.rollback.event.began - a.rollback.event.began),
);

const pages = once('rollback pages', () => rollbackPages(readRollbacks()));

const onePage = pageReader('rollback page', pages);

function rollbacksOfProduct(id: string): ProductRollback[] {
  const product = readEnvironments(id);
  if (product === null) return [];
  return product.environments.flatMap(({ environment, rollbacks }) =>
    rollbacks.map((rollback) => ({ product, environment, rollback })),
  );
}
