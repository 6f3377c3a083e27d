import { expect, test } from 'vitest';
import { lineageOf, lineageReleases } from '../lineage.ts';
import { CompatibilityTableSchema, compatibilityTable } from './compatibility.ts';
import { line, release } from './testing/releases.ts';

test('a minor version has one row, and more where something changes within it', () => {
  const table = compatibilityTable(
    lineageOf(
      lineageReleases(
        line(
          release('1.0.0'),
          release('1.1.0', { compatibility: { kubernetes: '1.27 to 1.29', helm: '3.12' } }),
          release('1.1.1'),
          release('1.2.0-RC1', { compatibility: { kubernetes: '1.28 to 1.30' } }),
          release('1.2.0'),
          release('1.1.2', { parents: ['1.1.1'], compatibility: { helm: '3.13' } }),
          release('1.3.0', { parents: ['1.2.0'] }),
        ),
      ),
    ),
  );
  expect(CompatibilityTableSchema.parse(table)).toEqual(table);
  expect(
    table.rows.map(({ from, to, releases, works }) => [
      from,
      to,
      releases,
      works['kubernetes'],
      works['helm'],
    ]),
  ).toEqual([
    ['1.3.0', '1.3.0', 1, '1.28 to 1.30', '3.12'],
    ['1.2.0', '1.2.0', 1, '1.28 to 1.30', '3.12'],
    ['1.1.2', '1.1.2', 1, '1.27 to 1.29', '3.13'],
    ['1.1.0', '1.1.1', 2, '1.27 to 1.29', '3.12'],
  ]);
});

test('where lines meet, a line that grew from the other has the last word, whatever its number is', () => {
  const releases = [
    release('2.0.0', { compatibility: { helm: '3.10' } }),
    release('1.9.0', { parents: ['2.0.0'], compatibility: { helm: '3.12' } }),
    release('2.1.0', { parents: ['2.0.0', '1.9.0'] }),
  ];
  const { rows } = compatibilityTable(lineageOf(lineageReleases(releases)));
  expect(rows.map(({ from, works }) => [from, works['helm']])).toEqual([
    ['2.1.0', '3.12'],
    ['2.0.0', '3.10'],
    ['1.9.0', '3.12'],
  ]);
});

test('a history of many thousand releases is no trouble', () => {
  const many = Array.from({ length: 5000 }, (_, at) =>
    release(`1.${at}.0`, {
      parents: at === 0 ? [] : [`1.${at - 1}.0`],
      compatibility: at % 50 === 0 ? { kubernetes: `1.${at}` } : {},
    }),
  ).reverse();
  const begun = performance.now();
  expect(compatibilityTable(lineageOf(lineageReleases(many))).rows).toHaveLength(5000);
  expect(performance.now() - begun).toBeLessThan(3000);
});
