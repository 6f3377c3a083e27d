import { type RunningPeriod, runningHistory } from './running-history.ts';
import type { DeploymentEvent } from './timeline.ts';

/** An environment and what was deployed to it. */
export interface EnvironmentTimeline {
  id: string;
  timeline: readonly DeploymentEvent[];
}

/** A module as it runs in one of two environments. */
export interface DriftSide {
  environment: string;
  /** Null where the module does not run there. */
  version: string | null;
  /** Null where nobody recorded it. */
  digest: string | null;
  /** The record of the deployment that put it there. */
  record: string | null;
}

/** A module that is not the same in two neighbouring environments. */
export interface Drift {
  module: string;
  /** "other image": the same version, and yet another digest, which is worse than a version that is on its way. */
  kind: 'other version' | 'other image' | 'only in one';
  /** The environment that a release passes first. */
  earlier: DriftSide;
  later: DriftSide;
  /** Milliseconds: from then on the two have differed without a break. */
  since: number;
}

/** Two neighbours, and what ran in both over time, the last first. */
interface Neighbours {
  earlier: string;
  later: string;
  periods: { from: number; earlier: RunningPeriod; later: RunningPeriod }[];
}

/**
 * Where neighbouring environments differ at a moment (milliseconds). `environments` are in the policy's order. An
 * environment in which nothing has been deployed yet differs from none, and of images only those that are known do.
 */
export function driftAt(environments: readonly EnvironmentTimeline[], moment: number): Drift[] {
  const known = environments.map(({ id, timeline }) => ({ id, periods: runningHistory(timeline, moment) }));
  return known.slice(1).flatMap((later, index) => {
    const earlier = known[index];
    if (earlier === undefined) return [];
    const periods = together(earlier.periods, later.periods);
    return driftBetween({ earlier: earlier.id, later: later.id, periods });
  });
}

/** The periods in which something ran in both, cut at each change of either, the last first. */
function together(earlier: readonly RunningPeriod[], later: readonly RunningPeriod[]): Neighbours['periods'] {
  const periods: Neighbours['periods'] = [];
  let [left, right] = [earlier.length - 1, later.length - 1];
  for (let a = earlier[left], b = later[right]; a && b; a = earlier[left], b = later[right]) {
    periods.push({ from: Math.max(a.from, b.from), earlier: a, later: b });
    if (a.from >= b.from) left -= 1;
    if (b.from >= a.from) right -= 1;
  }
  return periods;
}

function driftBetween(neighbours: Neighbours): Drift[] {
  const [now] = neighbours.periods;
  if (now === undefined) return [];
  const modules = new Set([...now.earlier.modules.keys(), ...now.later.modules.keys()]);
  return [...modules].sort().flatMap((module) => {
    const earlier = sideOf(module, neighbours.earlier, now.earlier);
    const later = sideOf(module, neighbours.later, now.later);
    const kind = difference(earlier, later);
    return kind === null ? [] : [{ module, kind, earlier, later, since: differSince(module, neighbours) }];
  });
}

/** Walks back over both histories to where the two were last the same. */
function differSince(module: string, { periods, earlier, later }: Neighbours): number {
  let since = Number.POSITIVE_INFINITY;
  for (const period of periods) {
    const kind = difference(sideOf(module, earlier, period.earlier), sideOf(module, later, period.later));
    if (kind === null) break;
    since = period.from;
  }
  return since;
}

function sideOf(id: string, environment: string, { modules }: RunningPeriod): DriftSide {
  const running = modules.get(id);
  if (running === undefined) return { environment, version: null, digest: null, record: null };
  const { module, event } = running;
  return {
    environment,
    version: module.version,
    digest: module.digest ?? null,
    record: event.record.path,
  };
}

function difference(earlier: DriftSide, later: DriftSide): Drift['kind'] | null {
  if (earlier.version === null || later.version === null)
    return earlier.version === later.version ? null : 'only in one';
  if (earlier.version !== later.version) return 'other version';
  const differ = earlier.digest !== null && later.digest !== null && earlier.digest !== later.digest;
  return differ ? 'other image' : null;
}
