import { expect, test } from 'vitest';
import { deployed, timelineOf } from './testing/index.ts';

const api = (revision: number) => ({ id: 'api', version: '1.0.0', revision });
const web = (revision: number) => ({ id: 'web', version: '1.0.0', revision });
const part = { part: true } as const;

function starts(...records: Parameters<typeof timelineOf>): string[] {
  return timelineOf(...records).map(({ record }) => record.data.at.slice(11, 16));
}

test('three by one wrong clock stay behind the one whose number is lower', () => {
  const first = deployed('1.0.0', { at: '10:15', modules: [api(1)] });
  const second = deployed('1.0.1', { at: '10:00', modules: [api(2)] });
  const third = deployed('1.0.2', { at: '10:01', modules: [api(3)] });
  expect(starts(third, second, first)).toEqual(['10:15', '10:00', '10:01']);
});

test('what one history puts right, another keeps right', () => {
  const first = deployed('1.0.0', { at: '10:10', modules: [api(1)], ...part });
  const both = deployed('1.0.1', { at: '10:02', modules: [web(1), api(2)], ...part });
  const last = deployed('1.0.2', { at: '10:05', modules: [web(2)], ...part });
  expect(starts(first, both, last)).toEqual(['10:10', '10:02', '10:05']);
  expect(starts(last, both, first)).toEqual(['10:10', '10:02', '10:05']);
});

test('an environment that was spawned again within the tolerance does not mix its numbers with those before', () => {
  const old = [1, 2].map((revision) =>
    deployed(`1.0.${revision}`, { at: `10:0${revision}`, modules: [api(revision)] }),
  );
  const spawned = deployed('1.1.0', {
    ...{ at: '10:05', kind: 'migrate', modules: [api(1)] },
    migration: { from: 'old', to: 'new' },
  });
  expect(starts(...old, spawned)).toEqual(['10:01', '10:02', '10:05']);
});

test('one record with two numbers of a history is not moved behind itself', () => {
  const argo = (id: number) => ({
    ...({
      kind: 'argocd',
      at: '2026-06-01T10:00:00+00:00',
      outcome: 'succeeded',
      application: 'app',
      id,
    } as const),
    ...{ file: 'app.json', digest: `sha256:${'0'.repeat(64)}` },
  });
  const [event] = timelineOf(deployed('1.0.0', { at: '10:00', sources: [argo(4), argo(5)] }));
  expect(event?.began).toBe(Date.parse('2026-06-01T10:00:00Z'));
});

test('numbers that contradict each other put nothing right', () => {
  const first = deployed('1.0.0', { at: '10:00', modules: [api(1), web(2)] });
  const second = deployed('1.0.1', { at: '10:05', modules: [api(2), web(1)] });
  expect(starts(second, first)).toEqual(['10:00', '10:05']);
});

test('what is still running has not settled, though its record has an end', () => {
  const [event] = timelineOf(deployed('1.0.0', { at: '10:00', finishedAt: '10:05', outcome: 'running' }));
  expect(event?.settled).toBe(Number.POSITIVE_INFINITY);
});
