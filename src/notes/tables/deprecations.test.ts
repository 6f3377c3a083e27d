import { describe, expect, test } from 'vitest';
import type { PublicEntry } from '../public-entry.ts';
import { DeprecationTableSchema, deprecationTable } from './deprecations.ts';
import { entry, line, release, takenBack } from './testing/releases.ts';

function announced(id: string, more: Partial<PublicEntry> = {}): PublicEntry {
  return entry(id, { section: 'deprecated', ...more });
}

function states(...releases: Parameters<typeof line>): unknown[] {
  const table = deprecationTable(line(...releases));
  expect(DeprecationTableSchema.parse(table)).toEqual(table);
  return table.rows.map((row) => [
    row.entry.id,
    row.release.version,
    row.state,
    row.removedIn.map(({ version }) => version),
  ]);
}

describe('a deprecation', () => {
  test('is announced until its time has come, then due', () => {
    const entries = [
      announced('core-1', { removalIn: '1.2.0' }),
      announced('core-2', { removalIn: '1.3.0' }),
      announced('core-3'),
    ];
    expect(states(release('1.0.0', { entries }), release('1.2.0'), release('1.3.0-RC1'))).toEqual([
      ['core-1', '1.0.0', 'due', []],
      ['core-2', '1.0.0', 'announced', []],
      ['core-3', '1.0.0', 'announced', []],
    ]);
  });

  test('is told as it is in the newest final release that is not withdrawn', () => {
    const withdrawn = { reason: 'It hangs.', use: null, at: null };
    const { latest, rows } = deprecationTable(
      line(
        release('1.0.0', { entries: [announced('core-1', { removalIn: '1.1' })] }),
        release('1.1.0', { withdrawn }),
        release('1.2.0-RC1'),
      ),
    );
    expect([latest, rows[0]?.state]).toEqual(['1.0.0', 'announced']);
  });

  test('of several changes is not taken back where only some of them came', () => {
    const both = announced('core-1', {
      ids: ['core-1', 'core-2'],
      alsoIn: ['1.0.1'],
      alsoInById: { 'core-1': ['1.0.1'], 'core-2': [] },
    });
    expect(
      states(
        release('1.1.0', { parents: ['1.0.0'], entries: [both] }),
        release('1.0.1', { parents: ['1.0.0'] }),
      ),
    ).toEqual([['core-1', '1.1.0', 'announced', []]]);
  });

  test('is removed where an entry says that it removes it', () => {
    expect(
      states(
        release('1.0.0', { entries: [announced('core-1', { removalIn: '1.2.0' }), announced('core-9')] }),
        release('1.1.0', { entries: [entry('core-2', { section: 'removed', removes: 'core-1' })] }),
        release('1.2.0', { entries: [entry('core-3', { section: 'removed' })] }),
      ),
    ).toEqual([
      ['core-1', '1.0.0', 'removed', ['1.1.0']],
      ['core-9', '1.0.0', 'announced', []],
    ]);
  });

  test('is due again where its removal was taken back', () => {
    const removal = entry('core-2', { removes: 'core-1', ...takenBack('core-2', '1.2.0') });
    expect(
      states(
        release('1.0.0', { entries: [announced('core-1', { removalIn: '1.1.0' })] }),
        release('1.1.0', { entries: [removal] }),
        release('1.2.0'),
      ),
    ).toEqual([['core-1', '1.0.0', 'due', ['1.1.0']]]);
  });

  test('is not removed in the latest release by a removal on another branch', () => {
    expect(
      states(
        release('1.0.0', { entries: [announced('core-1')] }),
        release('1.0.1', { parents: ['1.0.0'], entries: [entry('core-2', { removes: 'core-1' })] }),
        release('1.1.0', { parents: ['1.0.0'] }),
      ),
    ).toEqual([['core-1', '1.0.0', 'announced', ['1.0.1']]]);
  });

  test('is revoked where it was taken back, and announced once where several releases tell of it', () => {
    const twice = announced('core-2');
    expect(
      states(
        release('1.0.0', { entries: [announced('core-1', takenBack('core-1', '1.1.0')), twice] }),
        release('1.1.0', { entries: [twice, announced('core-3')] }),
      ),
    ).toEqual([
      ['core-3', '1.1.0', 'announced', []],
      ['core-1', '1.0.0', 'revoked', []],
      ['core-2', '1.0.0', 'announced', []],
    ]);
  });
});
