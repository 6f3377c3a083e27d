import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../lineage.ts';
import { byHistory, planUpgrade } from './plan-upgrade.ts';
import { entry, history, planOf, takenBack } from './testing/releases.ts';

const RELEASES = history(
  ['1.0.0', [entry('a', { withdrawals: [takenBack('a', '1.1.0', '1.2.0')] })]],
  ['1.1.0 < 1.0.0'],
  ['1.2.0 < 1.1.0'],
  ['1.0.1 < 1.0.0, 0.9.0'],
);

test('swapped versions are put right by history, and by number where lines parted', () => {
  expect(planOf(RELEASES, '1.2.0', '1.0.0')).toEqual({
    ...planOf(RELEASES, '1.0.0', '1.2.0'),
    swapped: true,
  });
  expect(planOf(RELEASES, '1.1.0', '1.0.1')).toMatchObject({ from: '1.0.1', to: '1.1.0', swapped: true });
  const renumbered = history(['9.0.0'], ['1.0.0 < 9.0.0']);
  expect(planOf(renumbered, '9.0.0', '1.0.0')).toMatchObject({ swapped: false, gained: ['1.0.0'] });
});

test('a release that took something back needs the notes that told of it', () => {
  expect(planOf(RELEASES, '1.0.0', '1.1.0').needed).toEqual(['1.1.0', '1.0.0']);
  expect(planOf(RELEASES, '1.1.0', '1.2.0').needed).toEqual(['1.2.0', '1.0.0']);
});

test('a source that was withdrawn needs its own note, which says why', () => {
  const withdrawn = { reason: 'It loses data.', use: null, at: null };
  const releases = history(['1.0.0', [], { withdrawn }], ['1.1.0 < 1.0.0', [], { withdrawn }]);
  expect(planOf(releases, '1.0.0', '1.1.0').needed).toEqual(['1.1.0', '1.0.0']);
});

test('what cannot be answered is said', () => {
  const lineage = lineageOf(lineageReleases(RELEASES));
  expect(planUpgrade(lineage, '1.0.0', '3')).toEqual({ kind: 'unknown', version: '3' });
  expect(planUpgrade(lineage, '0.9.0', '1.0.0')).toEqual({ kind: 'unknown', version: '0.9.0' });
  expect(planUpgrade(lineage, '1.0.0', '1.0.0')).toEqual({ kind: 'same', version: '1.0.0' });
  expect([...lineage.heldBy('1.0.1')]).toEqual(['1.0.1', '1.0.0']);
});

test('releases of one instant are in the order of their versions, whatever the form of the instant', () => {
  const of = (version: string, date: string) => ({ version, date });
  const same = [of('1.10', '2026-01-01T00:00:00Z'), of('1.9', '2026-01-01T00:00:00+00:00')];
  expect(same.sort(byHistory).map(({ version }) => version)).toEqual(['1.9', '1.10']);
});
