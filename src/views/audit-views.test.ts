import { describe, expect, test } from 'vitest';
import { sumOfFates } from '../history/editor-decisions.ts';
import { ChangeSchema } from '../records/change.ts';
import type { CommitFate, Disposition } from '../records/release.ts';
import { changeRows } from './changes-view.ts';
import { commitGroups } from './commits-view.ts';
import { barSegments } from './conservation-bar.ts';
import { conservationView } from './conservation-view.ts';
import { dossierPages, tablePages } from './dossier-tables.ts';
import { momentOf } from './time-view.ts';

function fates(parts: Partial<Record<Disposition, number>>): CommitFate[] {
  return Object.entries(parts).flatMap(([disposition, count], part) =>
    Array.from({ length: count }, (_, index) => ({
      commit: `${part}${index}`.padStart(40, '0'),
      module: 'core',
      change: `core-${index + 1}`,
      pullRequest: null,
      disposition: disposition as Disposition,
      reason: '',
    })),
  );
}

function recorded(all: CommitFate[]) {
  return { sum: sumOfFates(all), modules: [{ id: 'core', sum: sumOfFates(all) }] };
}

const CHANGE = ChangeSchema.parse({
  ...{
    schema: 1,
    id: 'core-1',
    product: 'core',
    module: 'core',
    version: '1.0.0',
    pullRequest: 1,
    kind: 'fix',
  },
  ...{ identifiedBy: 'its number', title: 'a\u202Etitle', method: 'squash', author: 'asha', landedBy: 'olu' },
  ...{ authoredAt: '2026-02-03T10:30:00+00:00', landedAt: '2026-02-03T20:30:00+00:00' },
  ...{ landing: 'a'.repeat(40), commits: ['a'.repeat(40)] },
});

describe('the conservation sum', () => {
  test('is good when everything is accounted for', () => {
    const all = fates({ published: 3, excluded: 1 });
    expect(conservationView(recorded(all), all, all)).toMatchObject({
      state: 'good',
      commits: 4,
      takenOut: 0,
    });
  });

  test('says how many are unresolved', () => {
    const all = fates({ published: 3, unresolved: 2 });
    const view = conservationView(recorded(all), all, all);
    expect(view).toMatchObject({ state: 'danger', word: 'unresolved' });
    expect(view.sentence).toContain('2 of 5 commits');
  });

  test('does not believe a record whose table says something else', () => {
    const all = fates({ published: 3 });
    const view = conservationView(
      { ...recorded(all), sum: { ...sumOfFates(all), published: 4, commits: 4 } },
      all,
      all,
    );
    expect(view).toMatchObject({ state: 'danger', word: 'does not match' });
  });

  test('does not believe a sum that no module has', () => {
    const all = fates({ published: 3 });
    expect(conservationView({ ...recorded(all), modules: [] }, all, all).word).toBe('does not match');
  });

  test('shows what a person took out', () => {
    const all = fates({ published: 2 });
    const edited = all.map((fate, index) =>
      index === 0 ? { ...fate, disposition: 'excluded' as const } : fate,
    );
    expect(conservationView(recorded(all), all, edited)).toMatchObject({ takenOut: 1, state: 'good' });
  });
});

test('the bar shows one commit among thousands and ends where it should', () => {
  const all = fates({ published: 5000, unresolved: 1 });
  const segments = barSegments(conservationView(recorded(all), all, all));
  const last = segments.at(-1);
  expect(last).toMatchObject({ disposition: 'unresolved' });
  expect(last?.width).toBeGreaterThanOrEqual(8);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000, 0);
});

test('commits that need eyes come first', () => {
  const groups = commitGroups(fates({ published: 2, folded: 1, unresolved: 1 }), () => null);
  expect(groups.map(({ disposition }) => disposition)).toEqual(['unresolved', 'folded', 'published']);
});

test('long tables get pages, and every change is found there', () => {
  const changes = Array.from({ length: 120 }, (_, index) => ({
    change: { ...CHANGE, id: `core-${index + 1}` },
    message: '',
    descriptions: new Map(),
    path: '',
  }));
  const pages = dossierPages('core', '1.0.0', changes, fates({ published: 300 }));
  expect(pages.apart).toEqual({ changes: true, commits: true });
  expect(pages.changes.flat().length).toBe(120);
  expect(pages.changeHref('core-1')).toBe('/audit/core/1.0.0/changes/1/#core-1');
  expect(pages.changeHref('core-999')).toBeNull();
  expect(tablePages('changes', 120)).toEqual([1, 2, 3]);
  expect(tablePages('commits', 40)).toEqual([]);
});

test('auditors see the characters that would disguise a text', () => {
  const [row] = changeRows(
    [{ change: CHANGE, message: 'm\u0007', descriptions: new Map(), path: 'x.md' }],
    fates({ published: 1 }),
    'Asia/Kolkata',
  );
  expect(row).toMatchObject({ title: 'a⟨U+202E⟩title', became: ['published'] });
});

test('times are shown in the zone of the product and told in UTC', () => {
  expect(momentOf('2026-02-03T20:30:00+00:00', 'Asia/Kolkata')).toEqual({
    instant: '2026-02-03T20:30:00+00:00',
    shown: '4 Feb 2026, 02:00 GMT+5:30',
    utc: '2026-02-03 20:30:00 UTC',
  });
});
