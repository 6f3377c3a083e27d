import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../../notes/lineage.ts';
import type { PublicRelease } from '../../notes/public-release.ts';
import { entry, history, takenBack } from '../../notes/upgrade/testing/releases.ts';
import { namesOf } from './answer-view.ts';
import { type WaySource, type WayView, wayView } from './way-view.ts';

const ACTION = { section: 'action', heading: 'Action required' } as const;

/** Releases come oldest first. */
function sourceOf(releases: readonly PublicRelease[]): WaySource {
  const newestFirst = releases.map(({ version }) => version).toReversed();
  return {
    product: 'core',
    names: namesOf({ modules: [] }),
    lineage: lineageOf(lineageReleases(releases)),
    find: (version) => releases.find((release) => release.version === version),
    below: (version, count) => {
      const place = newestFirst.indexOf(version) + 1;
      return newestFirst.slice(place, place + count);
    },
  };
}

function versionsOf({ pages }: WayView): string[][] {
  return pages.map((steps) => steps.map(({ version }) => version));
}

/** A line of releases 1.0.0, 1.1.0 and so on. */
function line(count: number, entries: PublicRelease['entries'] = []): PublicRelease[] {
  return history(
    ...Array.from({ length: count }, (_, at): [string, PublicRelease['entries']] => [
      at === 0 ? '1.0.0' : `1.${at}.0 < 1.${at - 1}.0`,
      entries,
    ]),
  );
}

test('a list follows the history of its version and leaves folded prereleases to their final', () => {
  const releases = history(
    ['1.0.0'],
    ['1.1.0-RC1 < 1.0.0'],
    ['1.0.1 < 1.0.0'],
    ['1.1.0 < 1.1.0-RC1', [], { folds: ['1.1.0-RC1'] }],
    ['1.2.0 < 1.1.0'],
  );
  const way = wayView('1.2.0', sourceOf(releases));
  expect(versionsOf(way)).toEqual([['1.2.0', '1.1.0', '1.0.0']]);
  expect(way.starts.map(({ href }) => href)).toEqual([
    '/core/upgrade/to/1.2.0/#from-1.1.0',
    '/core/upgrade/to/1.2.0/#from-1.0.0',
  ]);
  expect(way.branches).toEqual([
    { version: '1.0.1', fork: { version: '1.0.0', href: '/core/upgrade/to/1.2.0/#from-1.0.0' } },
  ]);
  expect(versionsOf(wayView('1.1.0-RC1', sourceOf(releases)))).toEqual([['1.1.0-RC1', '1.0.0']]);
});

test('where lines came together, what is above a line is put right in words', () => {
  const releases = history(
    ['1.0.0'],
    ['1.0.1 < 1.0.0'],
    ['1.1.0 < 1.0.0'],
    ['1.0.2 < 1.0.1'],
    ['1.2.0 < 1.1.0, 1.0.2'],
  );
  const [page = []] = wayView('1.2.0', sourceOf(releases)).pages;
  const told = page.map(({ version, besides, already }) => [version, besides, already]);
  expect(told).toEqual([
    ['1.2.0', [], []],
    ['1.0.2', ['1.1.0'], []],
    ['1.1.0', ['1.0.1'], []],
    ['1.0.1', [], []],
    ['1.0.0', [], []],
  ]);
});

test('a list of a long history ends, and says whose list goes on', () => {
  const way = wayView('1.99.0', sourceOf(line(100)));
  expect(versionsOf(way).flat()).toHaveLength(20);
  expect([way.next, way.starts.at(-1)?.version]).toEqual(['1.79.0', '1.79.0']);
  expect(wayView('1.19.0', sourceOf(line(100))).next).toBe(null);
});

test('urgent entries stand whole on pages that are not too big, the rest is counted', () => {
  const many = Array.from({ length: 90 }, (_, at) => entry(`a${at}`, ACTION));
  const way = wayView('1.9.0', sourceOf(line(10, [...many, entry('fix'), entry('fix2')])));
  const [step] = way.pages[0] ?? [];
  expect(step?.sections.map(({ id, lines }) => [id, lines.length])).toEqual([['action', 60]]);
  expect([step?.further, step?.rest]).toEqual([30, [{ text: '2 fixes', href: '/core/x/#fix' }]]);
  for (const steps of way.pages)
    expect(steps.reduce((sum, { nodes }) => sum + nodes, 0)).toBeLessThanOrEqual(1900);
  expect(way.pages.length).toBeGreaterThan(2);
  expect(way.starts.at(-1)?.href).toBe(`/core/upgrade/to/1.9.0/page/${way.pages.length}/#from-1.0.0`);
});

test('an urgent entry that was taken back by then says so', () => {
  const releases = history(
    ['1.0.0', [entry('a', { ...ACTION, withdrawals: [takenBack('a', '1.1.0')] })]],
    ['1.1.0 < 1.0.0'],
    ['1.0.1 < 1.0.0'],
  );
  const notes = (version: string) =>
    wayView(version, sourceOf(releases)).pages.flat().at(-1)?.sections[0]?.lines[0]?.notes;
  expect([notes('1.1.0'), notes('1.0.1')]).toEqual([['taken back in 1.1.0'], []]);
});
