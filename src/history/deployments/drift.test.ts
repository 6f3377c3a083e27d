import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Drift, driftAt } from './drift.ts';
import { runningAt } from './running.ts';
import { arbitraryHistory, deployed, digestOf, TOLERANCE, time, timelineOf } from './testing/index.ts';
import { type DeploymentEvent, deploymentTimeline } from './timeline.ts';

const NOW = Date.parse(time('23:00'));

function drifts(staging: DeploymentEvent[], production: DeploymentEvent[]): Drift[] {
  return driftAt(
    [
      { id: 'staging', timeline: staging },
      { id: 'production', timeline: production },
    ],
    NOW,
  );
}

test('a drift is as old as the last moment at which the two were the same', () => {
  const staging = timelineOf(
    deployed('1.0.0', { at: '10:00' }),
    deployed('1.1.0', { at: '11:00' }),
    deployed('1.2.0', { at: '15:00' }),
  );
  const production = timelineOf(deployed('1.0.0', { at: '10:30' }), deployed('1.0.1', { at: '14:00' }));
  const [api] = drifts(staging, production);
  expect(api).toMatchObject({ module: 'api', kind: 'other version', since: Date.parse(time('11:00')) });
  expect(api?.earlier).toMatchObject({ environment: 'staging', version: '1.2.0' });
  expect(api?.later).toMatchObject({ environment: 'production', version: '1.0.1' });
});

test('a drift that was mended in between is as old as what came after', () => {
  const staging = timelineOf(deployed('1.0.0', { at: '10:00' }), deployed('1.1.0', { at: '11:00' }));
  const production = timelineOf(
    deployed('1.0.0', { at: '10:30' }),
    deployed('1.1.0', { at: '12:00' }),
    deployed('1.0.0', { at: '13:00' }),
  );
  expect(drifts(staging, production)[0]?.since).toBe(Date.parse(time('13:00')));
});

test('two that change places in one second have not been the same in between', () => {
  const staging = timelineOf(deployed('1.0.0', { at: '10:00' }), deployed('1.1.0', { at: '12:00' }));
  const production = timelineOf(deployed('1.1.0', { at: '11:00' }), deployed('1.0.0', { at: '12:00' }));
  expect(drifts(staging, production)[0]?.since).toBe(Date.parse(time('11:00')));
});

test('the same version of another image is a drift of its own kind; an image that nobody recorded is none', () => {
  const image = (at: string, ...digest: string[]) =>
    timelineOf(
      deployed('1.0.0', {
        at,
        modules: [{ id: 'api', version: '1.0.0', ...(digest[0] && { digest: digestOf(digest[0]) }) }],
      }),
    );
  expect(drifts(image('10:00', 'one'), image('11:00', 'other'))).toMatchObject([
    { kind: 'other image', since: Date.parse(time('11:00')) },
  ]);
  expect(drifts(image('10:00', 'one'), image('11:00'))).toEqual([]);
});

test('a module may be in one of the two only; an environment without deployments differs from none', () => {
  const staging = timelineOf(deployed('1.0.0', { at: '10:00', modules: ['api 1.0.0', 'web 1.0.0'] }));
  const production = timelineOf(deployed('1.0.0', { at: '11:00', modules: ['api 1.0.0'] }));
  expect(drifts(staging, production)).toMatchObject([{ module: 'web', kind: 'only in one' }]);
  expect(drifts(staging, [])).toEqual([]);
});

/** Looks at every moment at which anything happened, the last first. */
function slowly(staging: readonly DeploymentEvent[], production: readonly DeploymentEvent[], moment: number) {
  const settled = [...staging, ...production].map((event) => event.settled);
  const moments = [...new Set(settled)].filter((at) => at <= moment).sort((a, b) => b - a);
  return [...new Set([...running(staging, moment).keys(), ...running(production, moment).keys()])]
    .sort()
    .flatMap((module) => {
      const same = moments.findIndex((at) => isSame(running(staging, at), running(production, at), module));
      const since = same === -1 ? moments.at(-1) : moments[same - 1];
      return since === undefined ? [] : [`${module} ${since}`];
    });
}

function running(timeline: readonly DeploymentEvent[], moment: number) {
  return runningAt(timeline, moment).modules;
}

function isSame(a: ReturnType<typeof running>, b: ReturnType<typeof running>, id: string): boolean {
  const [left, right] = [a.get(id)?.module, b.get(id)?.module];
  if (a.size === 0 || b.size === 0) return true;
  if (left?.version !== right?.version) return false;
  return left?.digest === undefined || right?.digest === undefined || left.digest === right.digest;
}

test('in any two histories each drift is as old as the slow way says', () => {
  const arbitrary = fc.tuple(
    arbitraryHistory({ environment: 'staging' }),
    arbitraryHistory({ environment: 'production' }),
    fc.nat(20),
  );
  fc.assert(
    fc.property(arbitrary, ([one, other, pick]) => {
      const [staging, production] = [one, other].map(({ filed }) => deploymentTimeline(filed, TOLERANCE));
      const both = [...(staging ?? []), ...(production ?? [])];
      const moment = both[pick % Math.max(1, both.length)]?.settled ?? NOW;
      const environments = [staging, production].map((timeline, at) => ({
        id: `${at}`,
        timeline: timeline ?? [],
      }));
      const found = driftAt(environments, moment).map(({ module, since }) => `${module} ${since}`);
      expect(found).toEqual(slowly(staging ?? [], production ?? [], moment));
    }),
    { seed: 20260329, numRuns: 300 },
  );
});
