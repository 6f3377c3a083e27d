import { expect, test } from 'vitest';
import { titleAtMerge } from './title-at-merge.ts';

const [EARLY, LATE, LATER] = ['2026-01-02T10:00:00Z', '2026-01-04T10:00:00Z', '2026-01-05T10:00:00Z'];
const MERGED = '2026-01-03T10:00:00Z';

test.each([
  [[], 'C'],
  [[{ at: EARLY, from: 'A', to: 'C' }], 'C'],
  [[{ at: MERGED, from: 'A', to: 'C' }], 'C'],
  [[{ at: LATE, from: 'A', to: 'C' }], 'A'],
  [
    [
      { at: LATER, from: 'B', to: 'C' },
      { at: LATE, from: 'A', to: 'B' },
    ],
    'A',
  ],
  [[{ at: '2026-01-03T12:00:00+05:30', from: 'A', to: 'C' }], 'C'],
  [[{ at: 'never', from: 'A', to: 'C' }], 'C'],
])('%j', (renames, title) => expect(titleAtMerge('C', renames, MERGED)).toBe(title));

test('without a merge the title of today stands', () => {
  expect(titleAtMerge('C', [{ at: LATE, from: 'A', to: 'C' }], null)).toBe('C');
});
