import type { CalendarPeriod } from '../../history/delivery/calendar.ts';
import { DELIVERY } from '../delivery-texts.ts';
import { shortDayOf } from '../time-view.ts';

/** What a series counts by. */
export type Pieces = 'months' | 'weeks';

/** "Mar 2026", "9 Mar": a month, or the first day of a week. */
export function periodLabel({ day }: CalendarPeriod, pieces: Pieces): string {
  if (pieces === 'weeks') return shortDayOf(`${day}T00:00:00+00:00`).shown;
  return new Date(day).toLocaleDateString('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
}

/** "Mar ’26", "9 Mar": short enough for twelve of them to stand below a plot. */
export function plotLabel(period: CalendarPeriod, pieces: Pieces): string {
  return periodLabel(period, pieces).replace(/ \d\d(\d\d)$/, ' ’$1');
}

/** The label, saying of one that the period cuts that it is not whole. */
export function periodName(period: CalendarPeriod, pieces: Pieces): string {
  const label = periodLabel(period, pieces);
  return period.whole ? label : DELIVERY.inPart(label);
}
