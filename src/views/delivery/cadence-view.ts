import type { CadenceDay, CadenceKept, CadenceState } from '../../history/delivery/cadence.ts';
import { firstOfMonth, mondayOf } from '../../history/delivery/calendar.ts';
import { type Weekday, weekdayOf } from '../../history/delivery/days.ts';
import { type Policy, WEEKDAYS } from '../../records/index.ts';
import { CADENCE_MARKS, DEFINITIONS, DELIVERY, NO_FIGURE } from '../delivery-texts.ts';
import type { MarkView } from '../mark-view.ts';
import { type FigureTable, figureTable } from '../plots/figure-table.ts';
import { shortDayOf } from '../time-view.ts';
import type { DeliveryFigure } from './delivery-figures.ts';
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
  /** By weekday of the calendar; null for days that the period does not hold. */
  days: (CalendarDay | null)[];
}

/** Weeks below each other, the newest first, with a column for each weekday that is due. */
export interface CalendarView {
  /** "Mon", from Monday on. */
  weekdays: string[];
  weeks: CalendarWeek[];
  /** What the marks mean: those that there are. */
  legend: MarkView[];
}

/** How a product keeps its cadence. */
export interface CadenceView {
  /** "61 of 64 weekdays kept", and which days were missed; where there is nothing to keep, why. */
  figure: DeliveryFigure;
  /** By month, the newest first, with the days that were missed; null where no day was due. */
  table: FigureTable | null;
  /** The last weeks; null where no day was due. */
  calendar: CalendarView | null;
}

const WEEKS = 12;
/** Days that a sentence may list. */
const NAMED = 6;
const STATES: readonly CadenceState[] = ['kept', 'missed', 'unproven', 'frozen'];
const words = DELIVERY.cadence;

/** The cadence in words, by month and day by day. */
export function cadenceView(kept: CadenceKept, cadence: Policy['cadence']): CadenceView {
  const { days } = kept;
  return {
    figure: cadenceFigure(kept, cadence.days ?? []),
    table: days.length === 0 ? null : monthTable(days),
    calendar: days.length === 0 ? null : calendarOf(days),
  };
}

function cadenceFigure(kept: CadenceKept, weekdays: readonly Weekday[]): DeliveryFigure {
  const { days, numerator, denominator } = kept;
  const isKnown = kept.value !== null;
  return {
    id: 'cadence',
    name: DELIVERY.names.cadence,
    value: isKnown ? words.share(numerator, denominator) : DELIVERY.none,
    unit: isKnown ? words.unit(denominator, weekdays) : '',
    counted: kept.value === null ? NO_FIGURE[kept.because] : missedText(days),
    definition: DEFINITIONS.cadence,
    notes: [
      ...note(countOf(days, 'unproven'), DELIVERY.notes.unprovenDays),
      ...note(countOf(days, 'frozen'), DELIVERY.notes.frozenDays),
    ],
  };
}

/** Names the last days that were missed, as many as people take in. */
function missedText(days: readonly CadenceDay[]): string {
  const missed = days.filter(({ state }) => state === 'missed').map(({ day }) => nameOf(day));
  return words.missedDays(missed.slice(-NAMED), Math.max(0, missed.length - NAMED));
}

function monthTable(days: readonly CadenceDay[]): FigureTable {
  const months = Map.groupBy(days, ({ day }) => firstOfMonth(day));
  const rows = [...months].map(([first, all]) => {
    const due = all.length - countOf(all, 'frozen');
    const label = periodLabel({ day: first, from: 0, until: 0, whole: true }, 'months');
    return [label, listOf(all, 'missed'), listOf(all, 'unproven'), String(due), String(countOf(all, 'kept'))];
  });
  const texts = [DELIVERY.heads.months, words.missed, words.unproven];
  return figureTable(words.table, { texts, numbers: words.columns }, rows);
}

function calendarOf(days: readonly CadenceDay[]): CalendarView {
  const weekdays = WEEKDAYS.filter((weekday) => days.some(({ day }) => weekdayOf(day) === weekday));
  const weeks = [...Map.groupBy(days, ({ day }) => mondayOf(day))].slice(-WEEKS);
  const shown = new Set(weeks.flatMap(([, all]) => all.map(({ state }) => state)));
  return {
    weekdays: weekdays.map((weekday) => words.weekdays[weekday]),
    weeks: weeks.map(([monday, all]) => calendarWeek(monday, all, weekdays)).reverse(),
    legend: STATES.filter((state) => shown.has(state)).map((state) => CADENCE_MARKS[state]),
  };
}

function calendarWeek(
  monday: string,
  days: readonly CadenceDay[],
  weekdays: readonly Weekday[],
): CalendarWeek {
  const found = weekdays.map((weekday) => days.find(({ day }) => weekdayOf(day) === weekday));
  return { label: nameOf(monday), days: found.map((day) => (day === undefined ? null : calendarDay(day))) };
}

function calendarDay({ day, state }: CadenceDay): CalendarDay {
  const mark = CADENCE_MARKS[state];
  return { day, mark, text: words.day(nameOf(day), mark.text) };
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
