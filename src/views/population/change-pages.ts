import { type ListPages, settledNumbers, settledPages } from '../paging/settled-pages.ts';
import type { ChangeRow } from './change-row.ts';
import { CHANGES_PER_PAGE } from './changes-table.ts';
import { newestFirst } from './newest-first.ts';
import type { PopulationScope } from './scope.ts';

/** So many of the newest changes of a year are shown. */
export const YEARS_CHANGES = 2 * CHANGES_PER_PAGE;

/**
 * The changes of a population as pages, the newest deployment first. A year that ends now begins later with each build,
 * which would move all of its pages: it shows its newest changes, and its months have the others: no more
 * rows than these need be given.
 */
export function changePages({ month }: PopulationScope, rows: readonly ChangeRow[]): ListPages<ChangeRow[]> {
  const inOrder = newestFirst(rows);
  if (month === null) return { newest: inOrder.slice(0, YEARS_CHANGES), numbered: [] };
  return settledPages(inOrder, CHANGES_PER_PAGE);
}

/** The numbers of their pages, by how many changes there are. */
export function changePageNumbers({ month }: PopulationScope, count: number): number[] {
  return month === null ? [] : settledNumbers(count, CHANGES_PER_PAGE);
}
