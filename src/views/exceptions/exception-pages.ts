import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import type { ExceptionRow, Urgency } from './exception-row.ts';
import { EXCEPTION_ROWS } from './exceptions-table.ts';

/** What nobody has to do anything about any more. */
const OVER: ReadonlySet<Urgency> = new Set(['before', 'past']);

/**
 * Rows, the most urgent first, as pages. What is over fills most of them: it is put in order of time, whatever became of it,
 * so that what is over by now joins the newest of it.
 */
export function exceptionPages(rows: readonly ExceptionRow[]): ListPages<ExceptionRow[]> {
  const isOver = ({ urgency }: ExceptionRow): boolean => OVER.has(urgency);
  const over = rows.filter(isOver).sort(newestFirst);
  return settledPages([...rows.filter((row) => !isOver(row)), ...over], EXCEPTION_ROWS);
}

function newestFirst(a: ExceptionRow, b: ExceptionRow): number {
  const [one, other] = [a.since ?? '', b.since ?? ''];
  return Number(one < other) - Number(one > other);
}
