import { describe, expect, test } from 'vitest';
import type { PublicRelease } from '../public-release.ts';
import { SecurityTableSchema, securityTable } from './security.ts';
import { fix, line, release, takenBack } from './testing/releases.ts';
import { standingOf, weaknessesOf } from './weaknesses.ts';

/** "1.0.0 affected, 1.1.0 fixed", oldest first, of the first vulnerability. */
function standings(releases: PublicRelease[]): string {
  const [weakness] = weaknessesOf(releases);
  if (weakness === undefined) return 'none';
  return releases
    .map(({ version }) => `${version} ${standingOf(version, weakness)}`)
    .reverse()
    .join(', ');
}

describe('a release', () => {
  test('is affected until it carries the fix', () => {
    const fixed = release('1.1.0', { entries: [fix('core-1')] });
    expect(standings(line(release('1.0.0'), fixed, release('1.2.0')))).toBe(
      '1.0.0 affected, 1.1.0 fixed, 1.2.0 fixed',
    );
  });

  test('never had what came after it, or on another branch', () => {
    const releases = line(
      release('1.0.0'),
      release('1.1.0', { parents: ['1.0.0'] }),
      release('1.0.1', { parents: ['1.0.0'] }),
      release('1.2.0', { parents: ['1.1.0'], entries: [fix('core-1', { since: '1.1.0' })] }),
    );
    expect(standings(releases)).toBe('1.0.0 never, 1.1.0 affected, 1.0.1 never, 1.2.0 fixed');
  });

  test('is judged by its history, whatever its number is', () => {
    const releases = line(
      release('1.0.0'),
      release('1.1.0', { parents: ['1.0.0'], entries: [fix('core-1', {}, { alsoIn: ['1.0.2'] })] }),
      release('1.0.1', { parents: ['1.0.0'] }),
      release('1.0.2', { parents: ['1.0.1'] }),
      release('1.2.0', { parents: ['1.0.1'] }),
    );
    expect(standings(releases)).toBe(
      '1.0.0 affected, 1.1.0 fixed, 1.0.1 affected, 1.0.2 fixed, 1.2.0 affected',
    );
  });

  test('is affected again where the fix was taken back, until it came again', () => {
    const entries = [fix('core-1', {}, takenBack('core-1', '1.2.0', '1.3.0'))];
    expect(
      standings(line(release('1.0.0'), release('1.1.0', { entries }), release('1.2.0'), release('1.3.0'))),
    ).toBe('1.0.0 affected, 1.1.0 fixed, 1.2.0 affected, 1.3.0 fixed');
  });

  test('needs all parts of a fix, those that came later among them', () => {
    const releases = line(
      release('1.0.0'),
      release('1.1.0', { entries: [fix('core-1')] }),
      release('1.2.0', { entries: [fix('core-2')] }),
    );
    expect(standings(releases)).toBe('1.0.0 affected, 1.1.0 affected, 1.2.0 fixed');
    const together = release('1.1.0', {
      entries: [fix('core-1'), fix('core-2', {}, takenBack('core-2', '1.2.0'))],
    });
    expect(standings(line(release('1.0.0'), together, release('1.2.0')))).toBe(
      '1.0.0 affected, 1.1.0 fixed, 1.2.0 affected',
    );
  });

  test('needs only the fix of its own line where lines do not meet', () => {
    const releases = line(
      release('1.0.0'),
      release('1.1.0', { parents: ['1.0.0'], entries: [fix('core-1')] }),
      release('1.0.1', { parents: ['1.0.0'], entries: [fix('core-2')] }),
      release('1.2.0', { parents: ['1.1.0'] }),
    );
    expect(standings(releases)).toBe('1.0.0 affected, 1.1.0 fixed, 1.0.1 fixed, 1.2.0 fixed');
  });

  test('needs all changes of an entry that several changes made', () => {
    const both = fix('core-1', {}, { ids: ['core-1', 'core-2'], ...takenBack('core-2', '1.2.0') });
    expect(standings(line(release('1.0.0'), release('1.1.0', { entries: [both] }), release('1.2.0')))).toBe(
      '1.0.0 affected, 1.1.0 fixed, 1.2.0 affected',
    );
  });
});

describe('of an entry that several changes made, some of them in another release as well', () => {
  const both = fix(
    'core-1',
    {},
    { ids: ['core-1', 'core-2'], alsoIn: ['1.0.1'], alsoInById: { 'core-1': ['1.0.1'], 'core-2': [] } },
  );
  const part = [
    release('1.0.0'),
    release('1.0.1', { parents: ['1.0.0'] }),
    release('1.1.0', { parents: ['1.0.0'], entries: [both] }),
  ];

  test('that release is not fixed', () => {
    expect(standings(line(...part))).toBe('1.0.0 affected, 1.0.1 affected, 1.1.0 fixed');
  });

  test('and what mends its line is a fix of its own', () => {
    const own = release('1.0.2', { parents: ['1.0.1'], entries: [fix('core-3')] });
    expect(standings(line(...part, own))).toBe('1.0.0 affected, 1.0.1 affected, 1.1.0 fixed, 1.0.2 fixed');
  });
});

describe('the table', () => {
  test('tells ids of one entry in one row, and what has no id as well', () => {
    const advisory = 'GHSA-ab12-cd34-ef56';
    const table = securityTable(
      line(
        release('1.0.0'),
        release('1.1.0', {
          entries: [
            fix('core-1', { ids: ['CVE-2026-1000', advisory], severity: 'low' }),
            fix('core-2', { ids: [] }),
            fix('core-3', { ids: [] }),
          ],
        }),
        release('1.2.0', { entries: [fix('core-4', { ids: ['CVE-2026-2000'], severity: 'high' })] }),
      ),
    );
    expect(SecurityTableSchema.parse(table)).toEqual(table);
    expect(table.rows.map(({ ids, severity }) => [ids, severity])).toEqual([
      [['CVE-2026-2000'], 'high'],
      [['CVE-2026-1000', advisory], 'low'],
      [[], null],
      [[], null],
    ]);
    expect(table.rows.map(({ fixes }) => fixes.map(({ id }) => id))).toEqual([
      ['core-4'],
      ['core-1'],
      ['core-2'],
      ['core-3'],
    ]);
  });

  test('tells an advisory that only one of two notes names with the same change', () => {
    const { rows } = securityTable(
      line(
        release('1.0.0', { entries: [fix('core-1', { ids: ['CVE-2026-1000'] })] }),
        release('1.1.0', { entries: [fix('core-1', { ids: ['GHSA-ab12-cd34-ef56', 'CVE-2026-1000'] })] }),
      ),
    );
    expect(rows.map(({ ids, fixes }) => [ids, fixes.length])).toEqual([
      [['GHSA-ab12-cd34-ef56', 'CVE-2026-1000'], 2],
    ]);
  });

  test('says who is affected, where each line is fixed, and the worst severity', () => {
    const [row] = securityTable(
      line(
        release('1.0.0'),
        release('1.1.0-RC1', { foldedInto: '1.1.0', entries: [fix('core-1', { severity: 'low' })] }),
        release('1.1.0', {
          folds: ['1.1.0-RC1'],
          entries: [fix('core-1', { severity: 'critical' }, { alsoIn: ['1.0.1'] })],
        }),
        release('1.0.1', { parents: ['1.0.0'] }),
      ),
    ).rows;
    expect(row).toMatchObject({
      severity: 'critical',
      latest: 'fixed',
      affects: { ranges: [{ from: '1.0.0', to: '1.0.0', releases: 1 }], prereleases: [] },
    });
    expect(row?.fixedIn.map(({ version }) => version)).toEqual(['1.1.0', '1.0.1']);
  });

  test('puts what the latest release has before all others', () => {
    const back = fix('core-1', {}, takenBack('core-1', '1.3.0'));
    const { rows } = securityTable(
      line(
        release('1.0.0'),
        release('1.1.0', { entries: [back] }),
        release('1.2.0', { entries: [fix('core-2', { ids: [] })] }),
        release('1.3.0'),
      ),
    );
    expect(rows.map(({ latest }) => latest)).toEqual(['affected', 'fixed']);
  });
});
