import { describe, expect, test } from 'vitest';
import { KnownIssueTableSchema, knownIssueTable } from './known-issues.ts';
import { entry, issue, line, release, takenBack } from './testing/releases.ts';

function rows(...releases: Parameters<typeof line>) {
  const table = knownIssueTable(line(...releases));
  expect(KnownIssueTableSchema.parse(table)).toEqual(table);
  return table.rows.map(({ issue: { id }, affects: { ranges, prereleases }, fixedIn, open }) => ({
    id,
    affects: [...ranges.map(({ from, to }) => `${from}..${to}`), ...prereleases],
    fixedIn: fixedIn.map(({ version }) => version),
    open,
  }));
}

describe('a known issue', () => {
  test('is in every release from its first one up to its fix, on each line', () => {
    expect(
      rows(
        release('1.0.0'),
        release('1.1.0', { known: [issue('known-1', { since: '1.1.0', fixedBy: 'core-5' })] }),
        release('1.1.1', { parents: ['1.1.0'] }),
        release('1.2.0', { parents: ['1.1.0'] }),
        release('1.1.2', { parents: ['1.1.1'] }),
        release('1.3.0', { parents: ['1.2.0'], entries: [entry('core-5', { alsoIn: ['1.1.2'] })] }),
      ),
    ).toEqual([
      { id: 'known-1', affects: ['1.1.0..1.1.1', '1.2.0..1.2.0'], fixedIn: ['1.1.2', '1.3.0'], open: false },
    ]);
  });

  test('ends with the releases that are said to be free of it', () => {
    expect(
      rows(
        release('1.0.0', { known: [issue('known-1', { fixedIn: ['1.1.0'] })] }),
        release('1.1.0'),
        release('1.2.0'),
      ),
    ).toEqual([{ id: 'known-1', affects: ['1.0.0..1.0.0'], fixedIn: ['1.1.0'], open: false }]);
  });

  test('is open again where its fix was taken back', () => {
    expect(
      rows(
        release('1.0.0', { known: [issue('known-1', { fixedBy: 'core-5' })] }),
        release('1.1.0', { entries: [entry('core-5', takenBack('core-5', '1.2.0'))] }),
        release('1.2.0'),
      ),
    ).toEqual([{ id: 'known-1', affects: ['1.0.0..1.0.0', '1.2.0..1.2.0'], fixedIn: ['1.1.0'], open: true }]);
  });

  test('is told as fixed where lines enter a fix, and nowhere else', () => {
    const known = [issue('known-1', { since: '1.1.0', fixedIn: ['1.1.1', '0.9.1'] })];
    expect(
      rows(
        release('0.9.1', { parents: ['0.9.0'] }),
        release('1.0.0', { parents: ['0.9.0'] }),
        release('1.1.0', { parents: ['1.0.0'], known }),
        release('1.1.1', { parents: ['1.1.0'] }),
        release('1.2.0', { parents: ['1.1.0'] }),
        release('1.3.0', { parents: ['1.2.0', '1.1.1'] }),
      ),
    ).toMatchObject([{ affects: ['1.1.0..1.1.0', '1.2.0..1.2.0'], fixedIn: ['1.1.1'] }]);
  });

  test('of a prerelease alone is open until something fixes it', () => {
    expect(
      rows(release('1.0.0'), release('1.1.0-RC1', { known: [issue('known-1', { since: '1.1.0-RC1' })] })),
    ).toMatchObject([{ affects: ['1.1.0-RC1'], open: true }]);
  });

  test('of a prerelease is in the final release that repeats it, and is told as fixed there', () => {
    const early = { foldedInto: '1.0.0' };
    const [RC1, RC2, final] = [
      release('1.0.0-RC1', {
        ...early,
        known: [issue('known-1', { since: '1.0.0-RC1', fixedIn: ['1.0.0-RC2'] })],
      }),
      release('1.0.0-RC2', { ...early, known: [issue('known-2', { since: '1.0.0-RC2' })] }),
      release('1.0.0', { folds: ['1.0.0-RC1', '1.0.0-RC2'], parents: ['0.9.0'] }),
    ];
    expect(rows(RC1, RC2, final)).toEqual([
      { id: 'known-2', affects: ['1.0.0..1.0.0', '1.0.0-RC2'], fixedIn: [], open: true },
      { id: 'known-1', affects: ['1.0.0-RC1'], fixedIn: ['1.0.0'], open: false },
    ]);
  });

  test('comes first while it is open, then the one that was found last', () => {
    const known = [
      issue('known-1', { found: '2026-02-09', fixedIn: ['1.1.0'] }),
      issue('known-2', { found: '2026-02-01' }),
      issue('known-3', { found: '2026-02-02' }),
    ];
    expect(rows(release('1.0.0', { known }), release('1.1.0')).map(({ id }) => id)).toEqual([
      'known-3',
      'known-2',
      'known-1',
    ]);
  });
});
