import type { Policy } from '../../records/index.ts';
import type { ProductClock } from '../product-clock.ts';
import { type CalendarPeriod, wholeDaysOf } from './calendar.ts';
import { weekdayOf } from './days.ts';
import { type Ratio, ratio } from './figures.ts';
import type { DeliveryLog, LoggedEvent } from './log.ts';
import type { Period } from './period.ts';
import { sliceWithin } from './slice-within.ts';

/** What the policy says of the days on which a product is released. */
export type CadencePolicy = Pick<Policy, 'cadence' | 'freezes'>;

/**
 * What became of a day of the cadence. "unproven": nothing is known to have succeeded, and of something it is not known how it ended.
 * "frozen": a freeze closed it, so that nothing was due.
 */
export type CadenceState = 'kept' | 'missed' | 'unproven' | 'frozen';

/** A day on which the cadence releases. */
export interface CadenceDay {
  /** In the product's zone, "2026-02-03". */
  day: string;
  state: CadenceState;
}

/** Days that kept the cadence, of those on which something was due; days that a freeze closed are in neither. */
export type CadenceKept = Ratio & { days: readonly CadenceDay[] };

/**
 * How a product keeps its cadence in an environment: the days that are over by the end of the period, from the first
 * one on that begins in it. "asap" names no day, and so there is nothing to keep.
 */
export function cadenceKept(
  { events }: DeliveryLog,
  period: Period,
  policy: CadencePolicy,
  clock: ProductClock,
): CadenceKept {
  const { rhythm, days: weekdays = [] } = policy.cadence;
  if (rhythm !== 'days') return { ...ratio(0, 0, 'no-rhythm'), days: [] };
  const due = wholeDaysOf(period, clock).filter(({ day }) => weekdays.includes(weekdayOf(day)));
  const deployments = events.filter(({ kind }) => kind === 'deploy');
  return summed(
    due.map((day) => ({
      day: day.day,
      state: isFrozen(day, policy, clock) ? 'frozen' : stateOf(sliceWithin(deployments, day)),
    })),
  );
}

function summed(days: readonly CadenceDay[]): CadenceKept {
  const due = days.filter(({ state }) => state !== 'frozen');
  const kept = due.filter(({ state }) => state === 'kept');
  return { ...ratio(kept.length, due.length, 'no-days'), days };
}

function stateOf(events: readonly LoggedEvent[]): CadenceState {
  if (events.some(({ outcome }) => outcome === 'succeeded')) return 'kept';
  return events.some(({ outcome }) => outcome !== 'failed') ? 'unproven' : 'missed';
}

/** The policy's time of release decides; where it names none, a freeze has to close the whole day. */
function isFrozen(
  { day, from, until }: CalendarPeriod,
  { cadence, freezes }: CadencePolicy,
  clock: ProductClock,
): boolean {
  const at = cadence.release === undefined ? null : Date.parse(clock.instantAt(day, cadence.release));
  return freezes.some((freeze) => {
    const [first, last] = [Date.parse(freeze.from), Date.parse(freeze.until)];
    return first <= (at ?? from) && (at ?? until) <= last;
  });
}
