import { expect, test } from 'vitest';
import { FACETS } from '../../notes/search/facets.ts';
import type { ItemTable, Shard, ShownItem } from '../../notes/search/shard-files.ts';
import type { Asked } from '../../views/find/asked.ts';
import { searchOf } from './search.ts';
import type { SiteIndex } from './site-index.ts';

const asked = (chosen: Asked['chosen'], words = ''): Asked => ({ words, chosen, newest: false });

/** A shard of a product and a year with two items. */
function shardOf(product: string, year: string): Shard {
  return { name: `${product}-${year}`, items: 2, holds: { product: [product], year: [year] } };
}

const SHARDS = [shardOf('bell', '2025'), shardOf('lamp', '2025'), shardOf('lamp', '2026')];

function tableOf({ holds }: Shard): ItemTable {
  const values: Partial<Record<string, readonly string[]>> = holds;
  const columns = FACETS.map((facet) => [
    facet,
    facet === 'kind'
      ? { lists: [['fix'], ['feat']], items: [0, 1] }
      : { lists: [values[facet] ?? []], items: [0, 0] },
  ]);
  const [year = ''] = holds.year;
  return { dates: [[`${year}-03-04T10:00:00+00:00`, 2]], facets: Object.fromEntries(columns) };
}

/** Stands in for the files of an index: keeps what it is asked for. Each word is in the first item of each shard. */
function standIn() {
  const loaded: string[] = [];
  const index: SiteIndex = {
    shards: async () => SHARDS,
    table: async (shard) => {
      loaded.push(shard.name);
      return tableOf(shard);
    },
    found: async (_, shards) =>
      new Map(shards.map(({ name }) => [name, [{ id: name, item: 0, score: 1, words: [3] }]])),
    shown: async ({ name }, item) => ({ address: `${name}/${item}` }) as ShownItem,
  };
  return { loaded, search: searchOf(index) };
}

async function addressesOf(question: Asked): Promise<string[]> {
  const hits = await standIn().search.find(question);
  return (await Promise.all(hits.map((hit) => hit.data()))).map(({ address }) => address);
}

test('a question for one product or year loads nothing of others', async () => {
  const { loaded, search } = standIn();
  await search.find(asked({ product: ['lamp'] }, 'wick'));
  expect(loaded).toEqual(['lamp-2025', 'lamp-2026']);
  loaded.length = 0;
  await search.find(asked({ product: ['lamp'], year: ['2026'] }, 'wick'));
  expect(loaded).toEqual(['lamp-2026']);
});

test('a facet is counted without its own choice', async () => {
  const { search } = standIn();
  const counts = await search.count(asked({ product: ['lamp'], kind: ['fix'] }), () => true);
  expect(counts).toMatchObject({
    product: { bell: 1, lamp: 2 },
    kind: { fix: 2, feat: 2 },
    year: { 2025: 1, 2026: 1 },
  });
});

test('what the page came with is not counted', async () => {
  const { loaded, search } = standIn();
  const counts = await search.count(asked({ product: ['lamp'] }), () => true);
  expect(counts).toMatchObject({ product: null, kind: { fix: 2, feat: 2 } });
  expect(loaded).toEqual(['lamp-2025', 'lamp-2026']);
});

test('without words the newest comes first, in reading order within a release', async () => {
  expect(await addressesOf(asked({ kind: ['fix', 'feat'] }))).toEqual([
    ...['lamp-2026/0', 'lamp-2026/1'],
    ...['bell-2025/0', 'bell-2025/1', 'lamp-2025/0', 'lamp-2025/1'],
  ]);
});

test('what matches equally well comes with the newest first', async () => {
  expect(await addressesOf(asked({}, 'wick'))).toEqual(['lamp-2026/0', 'bell-2025/0', 'lamp-2025/0']);
});

test.each([0, 1])(
  'nobody counts for those who have asked something else after %i steps',
  async (patience) => {
    let left = patience;
    expect(await standIn().search.count(asked({}, 'wick'), () => left-- > 0)).toBeNull();
  },
);
