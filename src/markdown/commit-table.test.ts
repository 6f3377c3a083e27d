import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CommitFate, DISPOSITIONS } from '../records/release.ts';
import { parseCommitTable, writeCommitTable } from './commit-table.ts';

const reason = fc
  .string({ unit: fc.constantFrom('a', ' ', '|', '\\', '–', '#', '`', 'é') })
  .map((text) => text.trim());
const fate: fc.Arbitrary<CommitFate> = fc.record({
  commit: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 }),
  module: fc.constantFrom('core', 'a-b', 'x.y_z'),
  change: fc.constantFrom('core-12', 'a-b-0123456789ab', null),
  pullRequest: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  disposition: fc.constantFrom(...DISPOSITIONS),
  reason,
});

test('rows are read again as they were written', () => {
  fc.assert(
    fc.property(fc.array(fate), (fates) => {
      expect(parseCommitTable(writeCommitTable(fates), 'release.md', 1)).toEqual(fates);
    }),
    { seed: 20_260_105, numRuns: 300 },
  );
});

test('a reason with a line end stays on its line', () => {
  const row: CommitFate = {
    commit: 'a'.repeat(40),
    module: 'core',
    change: null,
    pullRequest: null,
    disposition: 'excluded',
    reason: 'a\nb',
  };
  expect(writeCommitTable([row]).split('\n')).toHaveLength(4);
  expect(parseCommitTable(writeCommitTable([row]), 'x', 1)[0]?.reason).toBe('a b');
});

test('rows of repositories with longer ids are read', () => {
  const row: CommitFate = {
    commit: 'a'.repeat(64),
    module: 'core',
    change: 'core-1',
    pullRequest: 1,
    disposition: 'published',
    reason: '',
  };
  expect(parseCommitTable(writeCommitTable([row]), 'x', 1)).toEqual([row]);
});

test.each([
  ['| published |', '| pblished |', 'disposition'],
  ['| 12 |', '| twelve |', 'pullRequest'],
  ['| core-12 |', '| core |', 'change'],
  ['| core |', '| Core |', 'module'],
])('a row that is wrong is refused with file, line and field: %s', (from, to, field) => {
  const row: CommitFate = {
    commit: 'a'.repeat(40),
    module: 'core',
    change: 'core-12',
    pullRequest: 12,
    disposition: 'published',
    reason: '',
  };
  const body = `# Title\n\n${writeCommitTable([row])}`.replace(from, to);
  expect(() => parseCommitTable(body, 'release.md', 10)).toThrow(
    expect.objectContaining({ place: { file: 'release.md', line: 14, field } }),
  );
});
