import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import type { ChangeRow } from './change-row.ts';
import { CHANGES_PER_PAGE } from './changes-table.ts';
import { newestFirst } from './newest-first.ts';
import type { PopulationScope } from './scope.ts';

/**
 * The changes of a population as pages, the newest deployment first. A year that ends now begins later with each build,
 * which would move all of its pages: it shows its newest changes, and its months have the others.
 */
export function changePages({ month }: PopulationScope, rows: readonly ChangeRow[]): ListPages<ChangeRow[]> {
  const inOrder = newestFirst(rows);
  if (month === null) return { newest: inOrder.slice(0, 2 * CHANGES_PER_PAGE), numbered: [] };
  return settledPages(inOrder, CHANGES_PER_PAGE);
}
