import { expect, test } from 'vitest';
import { lineageOf } from './lineage.ts';
import type { ProductRecords } from './product-records.ts';
import { lanternRecords } from './testing/records.ts';

/** Records of releases by what each was made on top of. */
function recordsOf(previous: Readonly<Record<string, string | null>>): ProductRecords {
  const rest = { date: '2026-01-01T00:00:00+00:00', changes: [], moved: new Set<string>() };
  return {
    ...lanternRecords([]),
    versions: Object.keys(previous),
    outlineOf: (version) => (version in previous ? { ...rest, previous: previous[version] ?? null } : null),
  };
}

const TREE = lineageOf(
  recordsOf({ '1.0.0': null, '1.1.0': '1.0.0', '1.0.1': '1.0.0', '1.2.0': '1.1.0', '1.1.1': '1.1.0' }),
);

test.each([
  ['1.2.0', '1.0.0', true],
  ['1.2.0', '1.2.0', true],
  ['1.2.0', '1.0.1', false],
  ['1.1.1', '1.1.0', true],
  ['1.0.0', '1.2.0', false],
  ['9.9.9', '1.0.0', false],
  ['9.9.9', '9.9.9', true],
])('%s contains %s: %s', (version, release, expected) => {
  expect(TREE.contains(version, release)).toBe(expected);
});

test('a thousand releases on each other, and a circle, end', () => {
  const line = Object.fromEntries(
    Array.from({ length: 5000 }, (_, at) => [`1.${at}`, at === 0 ? null : `1.${at - 1}`]),
  );
  expect(lineageOf(recordsOf(line)).contains('1.4999', '1.0')).toBe(true);
  expect(lineageOf(recordsOf({ a: 'b', b: 'a' })).contains('a', 'b')).toBe(false);
});
