import { describe, expect, test } from 'vitest';
import {
  at,
  deployment,
  dossier,
  ENVIRONMENTS,
  opening,
  policy,
  VERSION,
  waiver,
} from '../../verdict/testing/index.ts';
import { judge } from '../../verdict/verdict.ts';
import { releaseOutcome } from '../controls/release-outcome.ts';
import { allExceptionsCsv } from './all-exceptions-csv.ts';
import { distanceText } from './distance.ts';
import { exceptionPages } from './exception-pages.ts';
import { byUrgency, exceptionRows } from './exception-rows.ts';
import { exceptionGroups } from './exceptions-table.ts';

const NOW = at('12:00', '2026-02-04');
const PRODUCTION = { policy: policy({ environments: ENVIRONMENTS }), deployments: [deployment()] };

function rows(more: Parameters<typeof dossier>[0], running: string[] = [VERSION]) {
  const judged = dossier({ now: NOW, ...more });
  const outcomes = [releaseOutcome(judged, judge(judged))];
  return byUrgency([exceptionRows({ name: 'Lantern', outcomes, running: new Set(running) }, NOW)]);
}

describe('what somebody has to answer for', () => {
  test('is what failed where it runs', () => {
    const failed = rows({ ...PRODUCTION, votes: [] }).filter(({ control }) => control === 'approvals');
    expect(failed).toMatchObject([{ urgency: 'now', whereabouts: 'running', who: null }]);
  });

  test('comes later for what has been replaced', () => {
    const [row] = rows({ ...PRODUCTION, votes: [] }, []);
    expect(row).toMatchObject({ urgency: 'before', whereabouts: 'ran' });
  });

  test('is nothing for a release that went nowhere', () => {
    expect(rows({ votes: [] }, [])).toEqual([]);
  });

  test('holds what judges deployments to account once there is one', () => {
    const bare = deployment({ modules: [{ id: 'lantern', version: VERSION }] });
    const unproven = rows({ ...PRODUCTION, deployments: [bare] }).map(({ control }) => control);
    expect(unproven).toContain('blessed-only');
  });
});

describe('a waiver', () => {
  test('that counts says until when', () => {
    const [row] = rows({ stages: [], waivers: [waiver('stages')] }).filter(({ who }) => who !== null);
    expect(row).toMatchObject({
      urgency: 'soon',
      state: { text: 'waived, ends soon' },
      expiry: 'expires in 6 hours',
    });
  });

  test('that has ended is to be answered for now', () => {
    const ended = waiver('stages', { until: at('18:00') });
    const [row] = rows({ ...PRODUCTION, stages: [], waivers: [ended] });
    expect(row).toMatchObject({
      urgency: 'now',
      state: { text: 'waiver expired' },
      expiry: 'expired 18 hours ago',
    });
  });

  test('that has ended is over where somebody has answered for it again', () => {
    const ended = { ...waiver('stages', { until: at('18:00') }), path: 'waivers/stages-before.md' };
    const found = rows({ ...PRODUCTION, stages: [], waivers: [ended, waiver('stages')] });
    const states = found.flatMap(({ who, urgency }) => (who === null ? [] : [urgency]));
    expect(states.sort()).toEqual(['past', 'soon']);
  });

  test('that nothing needs is over', () => {
    const [row] = rows({ waivers: [waiver('stages')] });
    const reasons = [{}, { text: 'The control passes by itself.' }];
    expect(row).toMatchObject({ urgency: 'past', reasons, until: at('18:00', '2026-02-04'), expiry: null });
  });
});

describe('an emergency', () => {
  const emergency = { incident: 'INC-1', declaredBy: 'cyra-osei', declaredAt: at('08:00') };

  test('owes its votes until a time', () => {
    const [row] = rows({ opening: opening({ emergency }), votes: [] }, []);
    expect(row).toMatchObject({ urgency: 'soon', until: at('11:30', '2026-02-05') });
    expect(row?.expiry).toMatch(/^due in \d+ hours$/);
  });

  test('is settled once they are there', () => {
    expect(rows({ opening: opening({ emergency }) }, [])).toMatchObject([{ urgency: 'past', expiry: null }]);
  });
});

test('groups say how many there are on all pages', () => {
  const all = rows({ ...PRODUCTION, votes: [] });
  const [first] = exceptionGroups(all.slice(0, 1), all);
  expect(first).toMatchObject({
    id: 'now',
    count: String(all.filter((row) => row.urgency === 'now').length),
  });
  expect(allExceptionsCsv(all).trimEnd().split('\r\n').length).toBeGreaterThan(all.length);
});

test('what is over by now leaves the numbered pages as they are, whatever became of it', () => {
  const [row] = rows({ ...PRODUCTION, votes: [] });
  if (row === undefined) throw new Error('there is one');
  const since = (place: number): string =>
    `2026-01-01T${10 + Math.floor(place / 60)}:${10 + (place % 50)}:00+00:00`;
  const over = Array.from({ length: 230 }, (_, place) => ({
    ...row,
    since: since(230 - place),
    urgency: place % 3 === 0 ? ('past' as const) : ('before' as const),
  }));
  const inOrder = over.toSorted((a, b) => (a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : 0));
  const settled = { ...row, urgency: 'past' as const, since: '2026-01-02T10:00:00+00:00' };
  const [before, after] = [exceptionPages([row, ...inOrder]), exceptionPages([row, settled, ...inOrder])];
  expect(before.newest[0]).toBe(row);
  expect(before.numbered).toHaveLength(3);
  expect(after.numbered).toEqual(before.numbered);
  expect(after.newest).toContain(settled);
  expect(exceptionGroups(before.numbered[0] ?? [], null).map(({ id, count }) => [id, count])).toEqual([
    ['before', null],
    ['past', null],
  ]);
});

test.each([
  ['2026-02-04T12:30:00+00:00', 'in less than an hour'],
  ['2026-02-05T13:00:00+00:00', 'in 25 hours'],
  ['2026-02-14T13:00:00+00:00', 'in 10 days'],
  ['2026-02-04T10:59:00+00:00', '1 hour ago'],
])('%s is %s', (instant, words) => {
  expect(distanceText(instant, NOW)).toBe(words);
});
