import type { LoggedEvent } from './log.ts';

/** Events that cannot be counted yet, or at all. */
export interface Unproven {
  /** Nobody knows how they ended. */
  unknown: number;
  /** They are under way. */
  running: number;
}

/** Counts events of which it is not known how they ended. */
export function unprovenOf(events: readonly LoggedEvent[]): Unproven {
  return {
    unknown: events.filter(({ outcome }) => outcome === 'unknown').length,
    running: events.filter(({ outcome }) => outcome === 'running').length,
  };
}

/** Whether it is known how an event ended. */
export function isDone({ outcome }: LoggedEvent): boolean {
  return outcome === 'succeeded' || outcome === 'failed';
}
