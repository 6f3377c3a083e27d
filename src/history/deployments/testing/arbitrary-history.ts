import fc from 'fast-check';
import type { RecordedDeployment } from '../timeline.ts';
import { type EnvironmentId, MODULES, RELEASES, STARTS, TOLERANCE } from './constants.ts';
import { type SimulatedDeployment, type SimulatedStep, simulate } from './simulate.ts';

/** What was done in one environment and what is recorded of it. */
export interface History {
  /** In the order in which it happened. */
  happened: readonly SimulatedDeployment[];
  /** In the order in which it was filed: any. */
  filed: readonly RecordedDeployment[];
}

export interface HistoryOptions {
  environment?: EnvironmentId;
  /** How wrong clocks may be, in seconds. Half the tolerance, so that two of them stay within it. */
  skew?: number;
  /** The most deployments. */
  length?: number;
}

/** Deployments one upon the other and far apart, whole and in parts, that end in every way or not at all. */
export function arbitraryHistory({
  environment = 'production',
  skew = (TOLERANCE * 60) / 2,
  length = 12,
}: HistoryOptions = {}): fc.Arbitrary<History> {
  return fc
    .tuple(fc.array(arbitraryStep(environment, skew), { maxLength: length }), fc.constantFrom(...STARTS))
    .map(([steps, start]) => simulate(steps.map(apart), start))
    .chain((happened) =>
      fc
        .shuffledSubarray(
          happened.map(({ record }) => record),
          { minLength: happened.length },
        )
        .map((filed) => ({ happened, filed })),
    );
}

const LONG = 3 * TOLERANCE * 60;

/** What comes next to an environment that is spawned anew is told apart from it by any clock. */
function apart(step: SimulatedStep, index: number, steps: readonly SimulatedStep[]): SimulatedStep {
  const migrates = step.kind === 'migrate' || steps[index - 1]?.kind === 'migrate';
  return migrates ? { ...step, afterSeconds: step.afterSeconds + LONG } : step;
}

function arbitraryStep(environment: EnvironmentId, skew: number): fc.Arbitrary<SimulatedStep> {
  return fc.record({
    environment: fc.constant(environment),
    kind: fc.constantFrom('deploy', 'deploy', 'deploy', 'rollback', 'rollback', 'migrate'),
    outcome: fc.constantFrom(
      'succeeded',
      'succeeded',
      'succeeded',
      'succeeded',
      'failed',
      'running',
      'unknown',
    ),
    release: fc.nat(RELEASES.length - 1),
    part: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.subarray([...MODULES], { minLength: 1 }) },
    ),
    afterSeconds: fc.oneof(fc.nat(600), fc.nat(2 * 86_400)),
    lastsSeconds: fc.option(fc.nat(3600)),
    skewSeconds: fc.integer({ min: -skew, max: skew }),
    filedAfterSeconds: fc.nat(86_400),
    build: fc.constantFrom(0, 0, 0, 1, null),
    bad: fc.constantFrom(true, false, null),
    knowsFrom: fc.constantFrom(true, true, false),
  });
}

/** A moment about a history: at the edge of one of its deployments, or anywhere. */
export function arbitraryMoment(history: History): fc.Arbitrary<number> {
  const edges = history.filed.flatMap(({ data }) =>
    [data.at, data.finishedAt ?? data.at].map((at) => Date.parse(at)),
  );
  const around = [...edges, Date.parse(STARTS[0])].flatMap((edge) => [
    edge - 1,
    edge,
    edge + 1,
    edge + 60_000,
  ]);
  return fc.oneof(fc.constantFrom(...around), fc.constant(Number.MAX_SAFE_INTEGER));
}
