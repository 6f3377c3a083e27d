import { type CheckOutcome, checkGroups } from '../history/check-facts.ts';
import { spelledOut } from '../markdown/harmless.ts';
import type { Check, PullRequest } from '../records/pull-request.ts';
import { CHECK_WORDS, CONCLUSION_WORDS } from './change-texts.ts';
import type { MarkView } from './mark-view.ts';
import { checkMarks } from './review-row.ts';
import { momentOf, type TimeView } from './time-view.ts';

/** A check of the merged head. */
export interface CheckView {
  name: string;
  url: string | null;
  ended: MarkView;
  /** Who reported it; null where that is gone. */
  by: string | null;
  at: TimeView | null;
}

/** The checks of a merged head: counts, then the list with what did not pass first. */
export interface CheckListView {
  counts: MarkView[];
  total: number;
  rows: CheckView[];
  /** Checks for which there are no rows left, a line each. */
  further: string[];
  failed: boolean;
}

/** The checks of a pull request's merged head. */
export function checkListView(pull: PullRequest, timeZone: string, room: number): CheckListView {
  const groups = checkGroups(pull.checks ?? []);
  const all = groups.flatMap(({ outcome, checks }) => checks.map((check) => ({ outcome, check })));
  return {
    counts: checkMarks(pull),
    total: all.length,
    rows: all.slice(0, room).map(({ outcome, check }) => checkView(outcome, check, timeZone)),
    further: all.slice(room).map(({ check }) => lineOf(check)),
    failed: groups[0]?.outcome === 'failed',
  };
}

function checkView(outcome: CheckOutcome, check: Check, timeZone: string): CheckView {
  const { kind, mark } = CHECK_WORDS[outcome];
  return {
    name: spelledOut(check.name),
    url: check.url ?? null,
    ended: { kind, mark, text: CONCLUSION_WORDS[check.conclusion] },
    by: check.by === null ? null : spelledOut(check.by),
    at: check.at === undefined ? null : momentOf(check.at, timeZone),
  };
}

function lineOf({ name, conclusion, url }: Check): string {
  return [CONCLUSION_WORDS[conclusion], spelledOut(name), ...(url === undefined ? [] : [url])].join('  ');
}
