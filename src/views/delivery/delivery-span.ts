import { firstOfMonth, mondayOf } from '../../history/delivery/calendar.ts';
import { dayAfter, dayOf, startOf } from '../../history/delivery/days.ts';
import type { Period } from '../../history/delivery/period.ts';
import type { ProductClock } from '../../history/product-clock.ts';
import type { Policy } from '../../records/index.ts';
import type { DeliveryInput } from './delivery-input.ts';

const MONTHS = 12;
const WEEKS = 12;
/** Days a week from which on weeks tell more than months. */
const DAILY = 4;

/** The last twelve months of the product's zone, the current one among them, as far back as records go. */
export function spanOfMonths(input: DeliveryInput, clock: ProductClock): Period {
  const [year = 0, month = 1] = dayOf(input.now, clock).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - MONTHS)).toISOString().slice(0, 10);
  return onRecord(startOf(firstOfMonth(first), clock), input, clock);
}

/** The last twelve weeks, the current one among them, as far back as records go. */
export function spanOfWeeks(input: DeliveryInput, clock: ProductClock): Period {
  const first = dayAfter(mondayOf(dayOf(input.now, clock)), -7 * (WEEKS - 1));
  return onRecord(startOf(first, clock), input, clock);
}

/** Whether a product releases on most days of a week. */
export function isDaily({ rhythm, days = [] }: Policy['cadence']): boolean {
  return rhythm === 'days' && days.length >= DAILY;
}

/** The first day of which anything is recorded, "2026-02-03"; null where nothing is. */
export function firstDayOf({ timeline }: DeliveryInput, clock: ProductClock): string | null {
  const [first] = timeline;
  return first === undefined ? null : dayOf(first.began, clock);
}

/** Months before the first record would count as months in which nothing was deployed. */
function onRecord(from: number, input: DeliveryInput, clock: ProductClock): Period {
  const first = firstDayOf(input, clock);
  const begin = first === null ? from : Math.max(from, startOf(first, clock));
  return { from: begin, until: Math.max(begin, input.now) };
}
