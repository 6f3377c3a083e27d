// The history of an environment. Only the internal edition's routes import this file.
import { type HistoryPage, historyPage, historyPages } from '../views/deployments/environment-page.ts';
import type { HistoryEntry } from '../views/deployments/history-entries.ts';
import { type ListPages, type PageNumber, pageNumbers } from '../views/paging/settled-pages.ts';
import { once } from './once.ts';
import { knownEnvironment, knownEnvironments } from './product-environments.ts';

/** The numbers of the pages of an environment's history. */
export function historyPageNumbers(product: string, environment: string): number[] {
  return numbers(`${product}/${environment}`);
}

/** One of them. What is deployed later changes no numbered page but the last. */
export function readHistoryPage(product: string, environment: string, page: PageNumber): HistoryPage {
  return onePage(`${product}/${environment}/${page ?? ''}`);
}

const numbers = once('numbers of history pages', (key) => pageNumbers(allPages(key)), { kept: true });

const allPages = once('history pages', (key): ListPages<HistoryEntry[]> => {
  const [product = '', environment = ''] = key.split('/');
  return historyPages(knownEnvironment(knownEnvironments(product), environment));
});

const onePage = once(
  'history page',
  (key): HistoryPage => {
    const [product = '', environment = '', page = ''] = key.split('/');
    const known = knownEnvironments(product);
    const number = page === '' ? null : Number(page);
    const pages = allPages(`${product}/${environment}`);
    return historyPage(knownEnvironment(known, environment), known, number, pages);
  },
  { cut: true, room: 16 },
);
