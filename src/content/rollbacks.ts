// Rollbacks of all products. Only the internal edition's routes import this file.
import { rollbacksOf } from '../history/deployments/rollbacks.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import { type ProductRollback, rollbackPages } from '../views/deployments/rollback-rows.ts';
import type { ListPage, PageNumber } from '../views/paging/settled-pages.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readPolicy } from './ledger.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { readProduct, readProducts } from './products.ts';

/** Every rollback of every product, the newest first. */
export function readRollbacks(): ProductRollback[] {
  return all('');
}

/** The numbers of their pages. */
export function rollbackPageNumbers(): number[] {
  return onePage.numbers('');
}

/** One of their pages. */
export function readRollbackPage(page: PageNumber): ListPage<ProductRollback[]> {
  return onePage('', page);
}

/** Those of one product. */
export function readRollbacksOf(product: string): ProductRollback[] {
  return ofProduct(product);
}

const all = once('rollbacks', () => newestFirst(readProducts().flatMap(({ id }) => ofProduct(id))));

const pages = once('rollback pages', () => rollbackPages(readRollbacks()));

const onePage = pageReader('rollback page', pages);

/** Only as much of each as tables show: what else is deployed changes nothing there. */
const ofProduct = once(
  'rollbacks of a product',
  (id): ProductRollback[] => {
    const policy = readPolicy(id)?.policy;
    if (policy === undefined) return [];
    const { name } = readProduct(id).product;
    const product = { product: id, name, policy: { timeZone: policy.timeZone } };
    const found = environmentIds(id).flatMap((each) =>
      rollbacksOf(readTimeline(id, each)).map(({ event, recoverySeconds }) => ({
        ...{ product, environment: environmentOf(policy, each) },
        rollback: { event, recoverySeconds },
      })),
    );
    return newestFirst(found);
  },
  { cut: true },
);

function newestFirst(rollbacks: ProductRollback[]): ProductRollback[] {
  return rollbacks.toSorted((a, b) => b.rollback.event.began - a.rollback.event.began);
}
