import type { DeploymentEvent } from '../deployments/timeline.ts';
import type { ProductClock } from '../product-clock.ts';
import { firstOfMonth, mondayOf } from './calendar.ts';
import { dayAfter, dayOf, startOf } from './days.ts';
import type { Period } from './period.ts';

/** What is on record of an environment by a moment. */
export interface OnRecord {
  /** In the order of `deploymentTimeline`. */
  timeline: readonly DeploymentEvent[];
  /** Milliseconds. */
  now: number;
}

const MONTHS = 12;
const WEEKS = 12;

/** The last twelve months of the product's zone, the current one among them, as far back as records go. */
export function spanOfMonths(record: OnRecord, clock: ProductClock): Period {
  const [year = 0, month = 1] = dayOf(record.now, clock).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - MONTHS)).toISOString().slice(0, 10);
  return spanFrom(startOf(firstOfMonth(first), clock), record, clock);
}

/** The last twelve weeks, the current one among them, as far back as records go. */
export function spanOfWeeks(record: OnRecord, clock: ProductClock): Period {
  const first = dayAfter(mondayOf(dayOf(record.now, clock)), -7 * (WEEKS - 1));
  return spanFrom(startOf(first, clock), record, clock);
}

/**
 * From a moment on (milliseconds), as far back as records go: months before the first record would count as months in
 * which nothing was deployed.
 */
export function spanFrom(from: number, { timeline, now }: OnRecord, clock: ProductClock): Period {
  const first = firstDayOf(timeline, clock);
  const begin = first === null ? from : Math.max(from, startOf(first, clock));
  return { from: begin, until: Math.max(begin, now) };
}

/** The first day of which anything is recorded, "2026-02-03"; null where nothing is. */
export function firstDayOf(timeline: readonly DeploymentEvent[], clock: ProductClock): string | null {
  const [first] = timeline;
  return first === undefined ? null : dayOf(first.began, clock);
}
