import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderFindings } from './deploy-order.ts';
import {
  arbitraryHistory,
  deployed,
  deploymentPolicy,
  rolledBack,
  TOLERANCE,
  time,
  timelineOf,
} from './testing/index.ts';
import { deploymentTimeline, type RecordedDeployment } from './timeline.ts';

const policy = deploymentPolicy();
const part = { part: true } as const;

/** What each deployment of a history did against the order. */
function told(...records: RecordedDeployment[]): string[] {
  const timeline = timelineOf(...records);
  return timeline.flatMap((event) => orderFindings(event, timeline, policy).map(({ text }) => text));
}

const BASE = deployed('1.0.0', { at: '09:00', modules: ['db 1.0.0', 'api 1.0.0', 'web 1.0.0'] });
const moved = (words: string, at: string, finishedAt: string, more: object = {}) =>
  deployed('1.1.0', { at, finishedAt, ...part, modules: [words], ...more });

test('on the way up a module comes after what it needs', () => {
  const db = moved('db 1.1.0', '10:00', '10:05');
  expect(told(BASE, db, moved('api 1.1.0', '10:05', '10:10'))).toEqual([]);
  expect(told(BASE, moved('api 1.1.0', '09:50', '09:55'), db)).toEqual([
    'api 1.1.0 was in use at 2026-06-01T09:55:00+00:00, and db 1.1.0, which it needs, only at 2026-06-01T10:05:00+00:00',
  ]);
});

test('what counts is when they took effect, not when they began', () => {
  const db = moved('db 1.1.0', '10:00', '10:20');
  expect(told(BASE, db, moved('api 1.1.0', '10:05', '10:10'))).toHaveLength(1);
  expect(told(BASE, moved('api 1.1.0', '09:55', '10:30'), db)).toEqual([]);
  const open = deployed('1.1.0', { at: '10:00', outcome: 'running', ...part, modules: ['db 1.1.0'] });
  expect(told(BASE, open, moved('api 1.1.0', '10:05', '10:10'))[0]).toMatch(
    'which it needs, was still under way',
  );
});

test('the first traffic of a rollout uses a module, and the last makes it be there', () => {
  const rollout = (at: string, weight: number) => ({ rollout: [{ at: time(at), weight }] });
  const api = moved('api 1.1.0', '10:01', '10:30', rollout('10:03', 5));
  expect(told(BASE, moved('db 1.1.0', '10:00', '10:05'), api)).toHaveLength(1);
  expect(told(BASE, moved('db 1.1.0', '10:00', '10:05', rollout('10:02', 100)), api)).toEqual([]);
});

test('a module that did not move, or moved with another release, or failed to, is in nobody’s way', () => {
  const api = moved('api 1.1.0', '10:00', '10:05');
  expect(told(BASE, api, moved('db 1.0.0', '11:00', '11:05'))).toEqual([]);
  expect(told(BASE, api, deployed('1.2.0', { at: '11:00', ...part, modules: ['db 1.2.0'] }))).toEqual([]);
  expect(told(BASE, api, moved('db 1.1.0', '11:00', '11:05', { outcome: 'failed' }))).toEqual([]);
});

test('on the way down a module comes before what it needs', () => {
  const now = deployed('1.1.0', { at: '09:30', modules: ['db 1.1.0', 'api 1.1.0', 'web 1.0.0'] });
  const back = (words: string, at: string) => rolledBack('1.0.0', '1.1.0', { at, ...part, modules: [words] });
  expect(told(BASE, now, back('api 1.0.0', '10:00'), back('db 1.0.0', '10:05'))).toEqual([]);
  expect(told(BASE, now, back('db 1.0.0', '10:00'), back('api 1.0.0', '10:05'))).toEqual([
    'db 1.0.0 was back at 2026-06-01T10:00:00+00:00, and api 1.0.0, which needs it, only at 2026-06-01T10:05:00+00:00',
  ]);
});

test('modules of one release that go opposite ways are held against what they need only', () => {
  const now = deployed('0.9.0', { at: '09:30', modules: ['db 0.9.0', 'api 1.2.0', 'web 1.0.0'] });
  const moves = (db: string, api: string) =>
    told(BASE, now, moved('db 1.1.0', db, db), moved('api 1.1.0', api, api));
  expect([...moves('10:00', '10:05'), ...moves('10:05', '10:00')]).toEqual([]);
});

test('a rollback must not go below what another module requires', () => {
  const two = deployed('2.0.0', { at: '10:00', modules: ['db 2.0.0', 'api 2.0.0'] });
  const back = rolledBack('1.0.0', '2.0.0', { at: '11:00', ...part, modules: ['db 1.0.0'] });
  expect(told(two, back)).toEqual([
    'api 2.0.0 needs db 2.0.0 or later, and after this deployment db 1.0.0 runs',
  ]);
});

test('a module that is taken away leaves those that need it', () => {
  expect(told(BASE, deployed('1.1.0', { at: '10:00', modules: ['api 1.1.0'] }))).toEqual([
    'api 1.1.0 needs db, and after this deployment no db runs',
  ]);
});

test('what was amiss before is not the doing of a deployment that touches other modules', () => {
  const amiss = deployed('2.0.0', { at: '10:00', modules: ['db 1.0.0', 'api 2.0.0', 'web 1.0.0'] });
  const web = deployed('2.0.0', { at: '11:00', ...part, modules: ['web 2.0.0'] });
  expect(told(amiss, web)).toEqual([
    'api 2.0.0 needs db 2.0.0 or later, and after this deployment db 1.0.0 runs',
  ]);
});

test('what began later changes no judgement', () => {
  fc.assert(
    fc.property(arbitraryHistory(), ({ filed }) => {
      const timeline = deploymentTimeline(filed, TOLERANCE);
      timeline.forEach((event, place) => {
        const all = orderFindings(event, timeline, policy);
        expect(orderFindings(event, timeline.slice(0, place), policy)).toEqual(all);
      });
    }),
    { seed: 20260329, numRuns: 200 },
  );
});
