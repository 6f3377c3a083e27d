// Rollbacks of all products. Only the internal edition's routes import this file.
import type { ProductRollback } from '../views/deployments/rollback-rows.ts';
import { once } from './once.ts';
import { readEnvironments } from './product-environments.ts';
import { readProducts } from './products.ts';

/** Every rollback of every product, the newest first. */
export function readRollbacks(): ProductRollback[] {
  return all('');
}

/** Those of one product. */
export function readRollbacksOf(product: string): ProductRollback[] {
  return readRollbacks().filter((each) => each.product.product === product);
}

const all = once(() =>
  readProducts()
    .flatMap(({ id }) => rollbacksOfProduct(id))
    .sort((a, b) => b.rollback.event.began - a.rollback.event.began),
);

function rollbacksOfProduct(id: string): ProductRollback[] {
  const product = readEnvironments(id);
  if (product === null) return [];
  return product.environments.flatMap(({ environment, rollbacks }) =>
    rollbacks.map((rollback) => ({ product, environment, rollback })),
  );
}
