import { describe, expect, test } from 'vitest';
import { DECIDED_AT, dossier, opening, policy, RELEASED_AT, report } from '../../verdict/testing/index.ts';
import { judge } from '../../verdict/verdict.ts';
import type { DossierSummary } from '../dossier-view.ts';
import { boardTimes } from './board-times.ts';
import { boardRelease } from './board-view.ts';
import { byUrgency, onBoard } from './on-board.ts';

function board(more: Parameters<typeof dossier>[0] = {}) {
  const judged = dossier(more);
  return boardRelease('Lantern', judged, judge(judged));
}

describe('a release on the board', () => {
  test('waits for nothing where everything is there', () => {
    expect(board()).toMatchObject({
      votes: { missing: [] },
      stages: { missing: [] },
      checklists: { open: [] },
    });
  });

  test('says whose vote is missing', () => {
    const { votes } = board({ votes: [], release: null });
    expect(votes.missing.find(({ role }) => role === 'QA')).toMatchObject({
      needs: '0 of 1 GO',
      from: 'from dana-ito',
    });
  });

  test('says that nobody could give a vote', () => {
    const nobody = policy({ roster: [], gates: [] });
    expect(board({ votes: [], policy: nobody }).votes.missing[0]?.from).toContain('no one holds the role');
  });

  test('names a stage once for the modules that lack it', () => {
    const { stages } = board({ stages: [report('integration', null)] });
    expect(stages.missing[0]).toMatchObject({
      number: '2',
      mark: { text: 'no report' },
      modules: [{ name: 'lantern' }, { name: 'lantern-api' }],
    });
  });

  test('names the items that are open', () => {
    const { checklists } = board({ checklists: [] });
    expect(checklists.open).toEqual([
      { role: 'SRE', items: ['The release branch is cut', 'The dashboards are open'], further: 0 },
    ]);
  });

  test('tells of other controls without those that wait for a deployment', () => {
    expect(board({ recovery: null }).others.map(({ name }) => name)).toEqual(['Recovery plan']);
  });
});

describe('the times of a release', () => {
  test('are the decision and the release on the day that it is due', () => {
    const due = opening({ due: '2026-02-03T06:00:00+00:00' });
    expect(boardTimes(dossier({ release: null, opening: due })).map(({ time }) => time.instant)).toEqual([
      DECIDED_AT,
      RELEASED_AT,
    ]);
  });

  test('are when it was made, once it is', () => {
    expect(boardTimes(dossier())).toMatchObject([{ name: 'Released', counts: false }]);
  });

  test('are not made up where nobody named a day', () => {
    const { due: _due, ...undated } = opening().data;
    expect(boardTimes(dossier({ release: null, opening: { ...opening(), data: undated } }))).toEqual([]);
  });
});

function summary(version: string, instant: string, more: Partial<DossierSummary> = {}): DossierSummary {
  return { version, instant, open: false, prerelease: false, commit: 'c', ...more } as DossierSummary;
}

test('the board has what is open, what was made today, and the latest final release', () => {
  const all = [
    summary('1.0.0', '2026-01-01'),
    summary('1.1.0', '2026-01-02'),
    summary('1.2.0-rc1', '2026-01-03', { prerelease: true }),
    summary('1.2.0', '2026-01-05', { open: true, commit: null }),
  ];
  const shown = onBoard(all, (instant) => instant === '2026-01-03').map(({ version }) => version);
  expect(shown).toEqual(['1.2.0', '1.2.0-rc1', '1.1.0']);
});

test('what is open comes first, the most urgent on top', () => {
  const all = [
    summary('1', '2026-01-01'),
    summary('2', '2026-01-09', { open: true }),
    summary('3', '2026-01-08', { open: true }),
    summary('4', '2026-01-02'),
  ];
  expect(byUrgency(all).map(({ version }) => version)).toEqual(['3', '2', '4', '1']);
});
