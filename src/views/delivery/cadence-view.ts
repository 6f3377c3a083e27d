import type { CadenceDay, CadenceKept, CadenceState } from '../../history/delivery/cadence.ts';
import { firstOfMonth, mondayOf } from '../../history/delivery/calendar.ts';
import type { Policy } from '../../records/index.ts';
import { CADENCE_MARKS, DEFINITIONS, DELIVERY, NO_FIGURE } from '../delivery-texts.ts';
import { textPart } from '../fact-view.ts';
import type { MarkView } from '../mark-view.ts';
import { columnsOf, type TableView } from '../table-view.ts';
import { shortDayOf } from '../time-view.ts';
import { periodLabel } from './period-label.ts';

/** A day of the cadence in its calendar. */
export interface CalendarDay {
  /** "2026-03-09". */
  day: string;
  /** "9 Mar: kept". */
  text: string;
  mark: MarkView;
}

/** A week of the calendar. */
export interface CalendarWeek {
  /** Its Monday, "9 Mar". */
  label: string;
  days: CalendarDay[];
}

/** How a product keeps its cadence. */
export interface CadenceView {
  name: string;
  /** "Kept on 61 of 64 weekdays"; where there is nothing to keep, why. */
  value: string;
  definition: string;
  /** What is missing from it: sentences. */
  notes: string[];
  /** By month, the newest first, with the days that were missed; null where no day was due. */
  table: TableView | null;
  /** The last weeks, the oldest first. */
  calendar: CalendarWeek[];
}

const WEEKS = 12;
const words = DELIVERY.cadence;

/** The cadence in words, by month and day by day. */
export function cadenceView(kept: CadenceKept, cadence: Policy['cadence']): CadenceView {
  const { days, numerator, denominator } = kept;
  return {
    name: DELIVERY.names.cadence,
    value:
      kept.value === null ? NO_FIGURE[kept.because] : words.kept(numerator, denominator, cadence.days ?? []),
    definition: DEFINITIONS.cadence,
    notes: [
      ...note(countOf(days, 'unproven'), DELIVERY.notes.unprovenDays),
      ...note(countOf(days, 'frozen'), DELIVERY.notes.frozenDays),
    ],
    table: days.length === 0 ? null : monthTable(days),
    calendar: calendarOf(days),
  };
}

function monthTable(days: readonly CadenceDay[]): TableView {
  const months = Map.groupBy(days, ({ day }) => firstOfMonth(day));
  const rows = [...months].map(([first, all]) => {
    const due = all.length - countOf(all, 'frozen');
    const label = periodLabel({ day: first, from: 0, until: 0, whole: true }, 'months');
    const cells = [label, listOf(all, 'missed'), listOf(all, 'unproven'), due, countOf(all, 'kept')];
    return cells.map((text) => [textPart(String(text))]);
  });
  const columns = columnsOf([DELIVERY.heads.months, words.missed, words.unproven], words.columns);
  return { caption: words.table, columns, rows: rows.reverse() };
}

function calendarOf(days: readonly CadenceDay[]): CalendarWeek[] {
  const weeks = [...Map.groupBy(days, ({ day }) => mondayOf(day))].slice(-WEEKS);
  return weeks.map(([monday, all]) => ({
    label: nameOf(monday),
    days: all.map(({ day, state }) => ({
      ...{ day, mark: CADENCE_MARKS[state] },
      text: words.day(nameOf(day), CADENCE_MARKS[state].text),
    })),
  }));
}

/** "3 Mar, 9 Mar": the days in a state. */
function listOf(days: readonly CadenceDay[], state: CadenceState): string {
  const found = days.filter((each) => each.state === state).map(({ day }) => nameOf(day));
  return found.length === 0 ? DELIVERY.none : found.join(', ');
}

function countOf(days: readonly CadenceDay[], state: CadenceState): number {
  return days.filter((each) => each.state === state).length;
}

function note(count: number, sentence: (count: number) => string): string[] {
  return count === 0 ? [] : [sentence(count)];
}

function nameOf(day: string): string {
  return shortDayOf(`${day}T00:00:00+00:00`).shown;
}
