import type { ChangeRow } from './change-row.ts';

/** The newest deployment first, and those of one deployment as they stand in the CSV. */
export function newestFirst(rows: readonly ChangeRow[]): ChangeRow[] {
  return rows.toSorted((a, b) => Number(a.deployedAt < b.deployedAt) - Number(a.deployedAt > b.deployedAt));
}
