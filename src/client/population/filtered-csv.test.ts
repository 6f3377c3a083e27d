import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Population, populationOf } from '../../population/population.ts';
import { csvLines, populationDigest } from '../../population/table/population-table.ts';
import { lanternRecords, WHOLE } from '../../population/testing/records.ts';
import { deployment } from '../../verdict/testing/index.ts';
import { changeRow } from '../../views/population/change-row.ts';
import { changesData } from '../../views/population/changes-data.ts';
import { filteredCsv } from './filtered-csv.ts';

const POPULATION: Population = populationOf(WHOLE, () => lanternRecords([deployment()]));
const WHOLE_FILE = [...csvLines(POPULATION)].join('');
const DATA = changesData({
  query: POPULATION.query,
  digest: populationDigest(POPULATION),
  rows: [...POPULATION.rows()].map(changeRow),
});
const PLACES = DATA.rows.map((_, place) => place);

test('without a filter it is the population’s own file', async () => {
  expect(PLACES.length).toBeGreaterThan(0);
  expect(await filteredCsv(WHOLE_FILE, DATA, { places: PLACES, filter: {} })).toBe(WHOLE_FILE);
});

test('it has the chosen lines as they were, and ends with their count, the filter and the digest', async () => {
  const made = await filteredCsv(WHOLE_FILE, DATA, { places: [0], filter: { type: 'normal' } });
  const lines = made.split('\r\n');
  expect(lines.slice(0, 2)).toEqual(WHOLE_FILE.split('\r\n').slice(0, 2));
  const before = made.slice(0, made.lastIndexOf('# digest'));
  expect(lines.slice(2)).toEqual([
    '# count: 1',
    `# query: ${DATA.query} filter.type=normal`,
    `# digest: sha256:${createHash('sha256').update(before).digest('hex')}`,
    '',
  ]);
});

test('of no row it is a header and what is asked', async () => {
  const made = await filteredCsv(WHOLE_FILE, DATA, { places: [], filter: { type: 'emergency' } });
  expect(made.split('\r\n')).toHaveLength(5);
});

test('a file of another build is refused', async () => {
  const other = { ...DATA, digest: `sha256:${'0'.repeat(64)}` };
  await expect(filteredCsv(WHOLE_FILE, other, { places: [], filter: {} })).rejects.toThrow('another build');
});
