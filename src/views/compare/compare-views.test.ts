import { describe, expect, test } from 'vitest';
import { dossier, release, vote } from '../../verdict/testing/index.ts';
import { judge } from '../../verdict/verdict.ts';
import { compareChanges } from './compare-changes.ts';
import { compareReleases } from './comparison.ts';
import { descentOf, linesOf } from './lines-of-descent.ts';
import type { ReleaseSummary, SummaryChange, TakenBack } from './release-summary.ts';
import { summarise } from './summarise.ts';

const STEPS = [
  { version: '2.0', previous: '1.1' },
  { version: '1.1.1', previous: '1.1' },
  { version: '1.1', previous: '1.0' },
  { version: '1.0', previous: null },
];

function changed(id: string): SummaryChange {
  return { id, title: `the ${id}`, href: `/${id}/` };
}

function summary(version: string, ids: string[], takesBack: TakenBack[] = []): ReleaseSummary {
  const parts = { controls: [], votes: [], metrics: [], artifacts: [] };
  const changes = ids.map(changed);
  return { product: 'lantern', version, href: '/', verdict: '', previous: null, changes, takesBack, parts };
}

function idsOf(...given: Parameters<typeof compareChanges>): string[][] {
  return compareChanges(...given).map(({ changes }) => changes.map(({ id }) => id));
}

function summed(more: Parameters<typeof dossier>[0] = {}): ReleaseSummary {
  const judged = dossier(more);
  return { ...summarise(judged, judge(judged)), takesBack: [] };
}

describe('lines of descent', () => {
  test('part where the releases do', () => {
    expect(descentOf('1.1.1', '2.0', linesOf(STEPS))).toEqual({ onlyFrom: ['1.1.1'], onlyTo: ['2.0'] });
    expect(descentOf('1.0', '2.0', linesOf(STEPS))).toEqual({ onlyFrom: [], onlyTo: ['2.0', '1.1'] });
    expect(descentOf('1.1', '2.0', linesOf(STEPS))).toEqual({ onlyFrom: [], onlyTo: ['2.0'] });
    expect(descentOf('0.9', '1.0', linesOf(STEPS))).toEqual({ onlyFrom: [], onlyTo: ['1.0'] });
    expect(descentOf('2.0', '2.0', linesOf(STEPS))).toEqual({ onlyFrom: [], onlyTo: [] });
  });

  test('end where one bites its own tail', () => {
    const round = [
      { version: '1', previous: '2' },
      { version: '2', previous: '1' },
    ];
    expect(descentOf('1', '2', linesOf(round))).toEqual({ onlyFrom: [], onlyTo: [] });
  });
});

describe('changes', () => {
  test('are new, in both, or only in the older', () => {
    const groups = idsOf(
      '1.1.1',
      '2.0',
      [summary('1.1.1', ['fix', 'hot'])],
      [summary('2.0', ['fix', 'new'])],
    );
    expect(groups).toEqual([['new'], ['fix'], ['hot']]);
  });

  test('that were taken back are only in the older', () => {
    expect(idsOf('1', '2', [], [summary('2', ['undo'], [changed('old')])])).toEqual([['undo'], ['old']]);
  });

  test('that came and went on the way are in neither', () => {
    const way = [summary('3', ['undo'], [changed('new')]), summary('2', ['new'])];
    expect(idsOf('1', '3', [], way)).toEqual([['undo'], []]);
  });

  test('that were brought again are not gone', () => {
    const taken = { ...changed('old'), restoredIn: '3' };
    const way = [summary('3', ['again']), summary('2', ['undo'], [taken])];
    expect(idsOf('1', '3', [], way)).toEqual([['again', 'undo'], []]);
    expect(idsOf('1', '2', [], way.slice(1))).toEqual([['undo'], ['old']]);
  });

  test('beyond the room of the page are counted', () => {
    const many = Array.from({ length: 120 }, (_, index) => `c-${index}`);
    expect(compareChanges('1', '2', [], [summary('2', many)])[0]).toMatchObject({ further: 20 });
  });
});

describe('a summary', () => {
  test('tells controls, votes, metrics and artifacts', () => {
    const { parts, previous, changes } = summed();
    expect(previous).toBe(release().data.previous);
    expect(changes.map(({ id }) => id)).toEqual(['lantern-11', 'lantern-api-21', 'lantern-api-22']);
    expect(parts.controls[0]).toEqual({ name: 'Stages', text: '✓ passes' });
    expect(parts.votes).toContainEqual({ name: 'QA', text: 'dana-ito GO (counts)' });
    expect(parts.metrics.map(({ name }) => name)).toContain('Vulnerabilities, critical, lantern-api');
    expect(parts.artifacts.map(({ name }) => name)).toContain('lantern, commit');
  });

  test('of an open release comes after the newest final one', () => {
    expect(summed({ release: null, earlier: ['1.4.0-rc1', '1.3.2'] }).previous).toBe('1.3.2');
  });

  test('beside another shows what differs, and counts the rest', () => {
    const other = summed({ votes: [vote('qa', 'dana-ito', { decision: 'no-go' })] });
    const { tables } = compareReleases(summed(), other, [], []);
    const [controls, votes, metrics] = tables;
    expect(controls?.rows[0]).toEqual({ name: 'Approvals', from: '✓ passes', to: '✗ fails', change: '' });
    expect(votes?.rows.map(({ name }) => name)).toContain('QA');
    expect(metrics).toMatchObject({ rows: [], figures: false });
    expect(metrics?.same).toBeGreaterThan(0);
  });

  test('tells the difference of figures', () => {
    const lines = (value: number) => ({
      ...summary('1', []),
      parts: { controls: [], votes: [], artifacts: [], metrics: [{ name: 'x', text: `${value}`, value }] },
    });
    const [, , metrics] = compareReleases(lines(66.5), lines(69), [], []).tables;
    expect(metrics?.rows).toEqual([{ name: 'x', from: '66.5', to: '69', change: '+2.50' }]);
  });
});
