import { describe, expect, test } from 'vitest';
import { BreakingTableSchema, breakingTable } from './breaking.ts';
import { entry, line, release, takenBack } from './testing/releases.ts';

describe('breaking changes', () => {
  test('come with their release, the newest first, and with what must be done', () => {
    const table = breakingTable(
      line(
        release('1.0.0', { entries: [entry('core-1', { breaking: true })] }),
        release('1.1.0', { entries: [entry('core-2')] }),
        release('1.2.0', { entries: [entry('core-3', { section: 'action' })] }),
      ),
    );
    expect(
      table.rows.map((row) => [row.release.version, row.entries.map(({ entry: { id } }) => id)]),
    ).toEqual([
      ['1.2.0', ['core-3']],
      ['1.0.0', ['core-1']],
    ]);
    expect(BreakingTableSchema.parse(table)).toMatchObject({ changes: 2, withdrawn: 0, since: '1.0.0' });
  });

  test('of a prerelease are told by the final release that repeats them', () => {
    const same = { entries: [entry('core-1', { breaking: true })] };
    const { rows, changes } = breakingTable(
      line(
        release('1.0.0-RC1', { ...same, foldedInto: '1.0.0' }),
        release('1.0.0', { ...same, folds: ['1.0.0-RC1'] }),
        release('1.1.0-RC1', { entries: [entry('core-2', { breaking: true })] }),
      ),
    );
    expect(rows.map((row) => row.release.version)).toEqual(['1.1.0-RC1', '1.0.0']);
    expect(changes).toBe(2);
  });

  test('are marked and counted net of what was taken back', () => {
    const both = { ids: ['core-3', 'core-4'], breaking: true };
    const { rows, changes, withdrawn } = breakingTable(
      line(
        release('1.0.0', {
          entries: [
            entry('core-1', { breaking: true, ...takenBack('core-1', '1.1.0') }),
            entry('core-2', { breaking: true, ...takenBack('core-2', '1.1.0', '1.2.0') }),
            entry('core-3', { ...both, ...takenBack('core-4', '1.1.0') }),
          ],
        }),
        release('1.1.0'),
      ),
    );
    expect(rows.flatMap(({ entries }) => entries.map(({ fate }) => fate))).toEqual([
      'withdrawn',
      'restored',
      'partly',
    ]);
    expect([changes, withdrawn]).toEqual([3, 1]);
  });

  test('that two releases tell of count once, and stand while one of them does', () => {
    const { rows, changes, withdrawn } = breakingTable([
      release('1.1.0', { entries: [entry('core-1', { breaking: true })] }),
      release('1.0.1', { entries: [entry('core-1', { breaking: true, ...takenBack('core-1', '1.0.2') })] }),
    ]);
    expect([rows.length, changes, withdrawn]).toEqual([2, 1, 0]);
  });

  test('include what stands under "Action required" without being an entry', () => {
    const prose = [
      { heading: 'Action required', html: '<p>Save it.</p>' },
      { heading: 'Upgrade notes', html: '<p>Stop it.</p>' },
    ];
    const { rows } = breakingTable(line(release('1.0.0', { prose }), release('1.1.0')));
    expect(rows).toMatchObject([
      { release: { version: '1.0.0' }, actionHtml: '<p>Save it.</p>', upgradeNotes: true, entries: [] },
    ]);
  });

  test('of nothing are nothing', () => {
    expect(breakingTable([])).toEqual({ rows: [], changes: 0, withdrawn: 0, since: null });
  });
});
