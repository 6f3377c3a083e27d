import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions } from '../version-order.ts';
import type { KnownGoodFacts } from './known-good-facts.ts';
import { lastKnownGood } from './last-known-good.ts';
import {
  arbitraryHistory,
  arbitraryMoment,
  deployed,
  digestOf,
  factsOf,
  RELEASES,
  rolledBack,
  TOLERANCE,
  time,
  timelineOf,
} from './testing/index.ts';
import { type DeploymentEvent, deploymentTimeline, type RecordedDeployment } from './timeline.ts';

const NOW = Date.parse(time('23:00'));
const NINE = deployed('1.9.0', { at: '10:00' });
const TEN = deployed('1.10.0', { at: '11:00' });

function judged(records: RecordedDeployment[], more: Partial<KnownGoodFacts> = {}, below?: string) {
  const facts = factsOf(records, more);
  const { good, refused } = lastKnownGood(
    timelineOf(...records),
    NOW,
    facts,
    below === undefined ? {} : { below },
  );
  const because = refused.flatMap((release) => release.because.map(({ text }) => text));
  return { good: good?.version ?? null, because };
}

test('the newest release by its version, and only below what is left', () => {
  expect(judged([NINE, TEN])).toEqual({ good: '1.10.0', because: [] });
  expect(judged([TEN, deployed('1.9.0', { at: '12:00' })]).good).toBe('1.10.0');
  expect(judged([NINE, TEN], {}, '1.10.0').good).toBe('1.9.0');
  expect(judged([NINE], {}, '1.9.0')).toEqual({ good: null, because: [] });
});

test('a release that was rolled back anywhere is bad, unless somebody said that it was not at fault', () => {
  const back = (bad?: boolean) =>
    rolledBack('1.9.0', '1.10.0', {
      at: '12:00',
      environment: 'staging',
      rollback: { from: null, ...(bad !== undefined && { bad }) },
    });
  const at = '1.10.0 was rolled back in staging at 2026-06-01T12:00:00+00:00';
  const unknown = `${at}: nobody said whether it was at fault, so that it counts as bad`;
  expect(judged([NINE, TEN], { rollbacks: [back()] })).toEqual({ good: '1.9.0', because: [unknown] });
  expect(judged([NINE, TEN], { rollbacks: [back(true)] }).because).toEqual([`${at}: marked as bad`]);
  expect(judged([NINE, TEN], { rollbacks: [back(false)] }).good).toBe('1.10.0');
  expect(judged([NINE, TEN], { rollbacks: [back(false), back()] }).good).toBe('1.9.0');
});

test('a rollback that was filed later was not known', () => {
  const later = rolledBack('1.9.0', '1.10.0', { at: '12:00', filedAt: '2026-06-02T00:00:00+00:00' });
  const { good } = lastKnownGood(timelineOf(NINE, TEN), NOW, factsOf([NINE, TEN, later]));
  expect(good?.version).toBe('1.10.0');
  expect(good?.because).toContain('no rollback took it away');
});

test('an image that nobody recorded, or that no report names, is not known to be good', () => {
  const unknown = deployed('1.10.0', {
    at: '11:00',
    modules: ['db 1.10.0', { id: 'api', version: '1.10.0' }],
  });
  expect(judged([NINE, unknown])).toEqual({
    good: '1.9.0',
    because: ['no digest is recorded of api as 1.10.0 was deployed'],
  });
  const [other] = judged([TEN], { namedDigests: () => new Set([digestOf('api 1.10.0')]) }).because;
  expect(other).toMatch(/^no report of 1\.10\.0 names the image of db that was deployed, sha256:\w{12}$/);
});

test('an image that a later deployment in part put in place counts, and one of a part that others build does not', () => {
  const rebuilt = deployed('1.10.0', {
    at: '12:00',
    part: true,
    modules: [{ id: 'api', version: '1.10.0', digest: digestOf('other') }],
  });
  const named = (_: string, module: string) => new Set([digestOf(`${module} 1.10.0`)]);
  expect(judged([TEN, rebuilt], { namedDigests: named }).because).toHaveLength(1);
  const withKafka = deployed('1.10.0', {
    at: '11:00',
    modules: ['api 1.10.0', { id: 'kafka', version: '4.0.0' }],
  });
  expect(judged([withKafka]).good).toBe('1.10.0');
});

test('what failed, what is a part, and what is not blessed is no candidate', () => {
  const failed = deployed('1.10.0', { at: '11:00', outcome: 'failed' });
  const part = deployed('1.10.0', { at: '11:00', part: true });
  expect(judged([NINE, failed]).good).toBe('1.9.0');
  expect(judged([NINE, part]).good).toBe('1.9.0');
  const verdictOf = (version: string) => (version === '1.10.0' ? ('unproven' as const) : null);
  expect(judged([NINE, TEN], { verdictOf })).toEqual({
    good: null,
    because: ['1.10.0 is unproven, which is not blessed', 'the ledger has no verdict on 1.9.0'],
  });
});

test('no more releases are judged than have to be', () => {
  const asked: string[] = [];
  const verdictOf = (version: string) => {
    asked.push(version);
    return version === '1.9.0' ? ('blessed' as const) : ('not-blessed' as const);
  };
  const bad = deployed('2.0.0', { at: '12:00', modules: [{ id: 'api', version: '2.0.0' }] });
  judged([deployed('1.0.0', { at: '09:00' }), NINE, TEN, bad], { verdictOf });
  expect(asked).toEqual(['1.10.0', '1.9.0']);
});

/** Tries every release of the product, from the newest down. */
function slowly(timeline: readonly DeploymentEvent[], moment: number, facts: KnownGoodFacts): string | null {
  const done = timeline.filter(
    ({ record, began, settled }) =>
      record.data.outcome === 'succeeded' && began <= moment && settled <= moment,
  );
  const isGood = (version: string): boolean => {
    const own = done.filter(({ record }) => record.data.version === version);
    const whole = own.findLastIndex(({ record }) => record.data.part !== true);
    const modules = new Map(
      own.slice(whole).flatMap(({ record }) => record.data.modules.map((each) => [each.id, each])),
    );
    const bad = facts.rollbacks.some(
      ({ data }) =>
        data.rollback?.from === version && data.rollback.bad !== false && Date.parse(data.filedAt) <= moment,
    );
    const images = [...modules.values()].every(
      ({ id, digest }) => digest !== undefined && facts.namedDigests(version, id).has(digest),
    );
    return whole >= 0 && !bad && images && facts.verdictOf(version) === 'blessed';
  };
  return [...RELEASES].sort(compareVersions).findLast(isGood) ?? null;
}

test('in any history the newest good release is what the slow way says', () => {
  const arbitrary = arbitraryHistory({ length: 16 }).chain((history) =>
    fc.record({
      history: fc.constant(history),
      moment: arbitraryMoment(history),
      blessed: fc.subarray([...RELEASES], { minLength: 3 }),
    }),
  );
  fc.assert(
    fc.property(arbitrary, ({ history, moment, blessed }) => {
      const timeline = deploymentTimeline(history.filed, TOLERANCE);
      const facts = factsOf(history.filed, {
        verdictOf: (version) => (blessed.some((each) => each === version) ? 'blessed' : 'not-blessed'),
      });
      const { good } = lastKnownGood(timeline, moment, facts);
      expect(good?.version ?? null).toBe(slowly(timeline, moment, facts));
    }),
    { seed: 20260601, numRuns: 400 },
  );
});
