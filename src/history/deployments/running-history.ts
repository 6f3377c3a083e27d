import type { RunningModule } from './running.ts';
import type { DeploymentEvent } from './timeline.ts';

/** What ran from a moment on, until the next. */
export interface RunningPeriod {
  /** Milliseconds. */
  from: number;
  /** By module id. */
  modules: ReadonlyMap<string, RunningModule>;
}

/** A deployment that succeeded, and its place in the timeline. */
export interface PlacedEvent {
  event: DeploymentEvent;
  place: number;
}

/** What runs, and which deployment of all modules lies beneath it. */
interface State {
  /** The place of the last deployment of all modules; -1 before the first. */
  whole: number;
  modules: Map<string, RunningModule & { place: number }>;
}

/** The deployments that have succeeded by a moment (milliseconds), in the order in which they took effect. */
export function successes(timeline: readonly DeploymentEvent[], moment: number): PlacedEvent[] {
  return timeline
    .map((event, place) => ({ event, place }))
    .filter(({ event }) => event.record.data.outcome === 'succeeded' && event.settled <= moment)
    .sort((a, b) => a.event.settled - b.event.settled || a.place - b.place);
}

/**
 * What has run in an environment until a moment (milliseconds), period by period: at each moment what `runningAt`
 * tells, for all moments at the price of one pass.
 */
export function runningHistory(timeline: readonly DeploymentEvent[], moment: number): RunningPeriod[] {
  const periods: RunningPeriod[] = [];
  let state: State = { whole: -1, modules: new Map() };
  for (const success of successes(timeline, moment)) {
    state = after(state, success);
    const from = success.event.settled;
    if (periods.at(-1)?.from === from) periods.pop();
    periods.push({ from, modules: state.modules });
  }
  return periods;
}

/** Of deployments that overlap, the one that began last wins: its place is the higher one. */
function after({ whole, modules }: State, { event, place }: PlacedEvent): State {
  if (place < whole) return { whole, modules };
  const isPart = event.record.data.part === true;
  const next = new Map([...modules].filter(([, running]) => isPart || running.place > place));
  for (const module of event.record.data.modules)
    if ((next.get(module.id)?.place ?? -1) < place) next.set(module.id, { module, event, place });
  return { whole: isPart ? whole : place, modules: next };
}
