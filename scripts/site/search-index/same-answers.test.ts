import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Search } from '../../../src/client/find/search.ts';
import { FACETS } from '../../../src/notes/search/facets.ts';
import { foundItems } from '../../../src/notes/search/found-items.ts';
import type { ItemTable } from '../../../src/notes/search/shard-files.ts';
import type { Asked } from '../../../src/views/find/asked.ts';
import { writeSearchIndex } from '../search-index.ts';
import { listen, staticServer } from '../static-server.ts';
import { shardOf } from './item-table.ts';
import { recordsOf, shardFiles } from './make-shard.ts';
import { pagefindService } from './pagefind-service.ts';
import { addressesOf, asking, fits, searchIn, testProduct, writeEdition } from './testing.ts';
import { vocabulary } from './vocabulary.ts';

const PRODUCTS = [testProduct('bell', 1), testProduct('lamp')];
const ITEMS = PRODUCTS.flatMap(({ releases }) => foundItems(releases));
const SEARCHES = ['one', 'quarters', 'years', 'products'] as const;

let folder = '';
const servers: Server[] = [];
const searches = new Map<(typeof SEARCHES)[number], Search>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-shards-'));
  const [first, ...others] = SEARCHES.map((name) => path.join(folder, name));
  await writeEdition(String(first), PRODUCTS);
  for (const other of others) await cp(String(first), other, { recursive: true });
  await writeSearchIndex(path.join(folder, 'quarters'), null, { small: 0, large: 0 });
  await writeSearchIndex(path.join(folder, 'years'), null, { small: 0, large: 12_000 });
  await writeSearchIndex(path.join(folder, 'products'));
  await writeOneIndex(path.join(folder, 'one'), path.join(folder, 'products'));
  for (const name of SEARCHES) {
    const server = await staticServer(path.join(folder, name));
    servers.push(server);
    searches.set(name, searchIn(path.join(folder, name), await listen(server, 0, '127.0.0.1')));
  }
});

afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** All items in a single index, with what another edition has to run it. */
async function writeOneIndex(edition: string, like: string): Promise<void> {
  await cp(path.join(like, 'pagefind'), path.join(edition, 'pagefind'), { recursive: true });
  const records = PRODUCTS.flatMap((product) => recordsOf(foundItems(product.releases), product));
  const pagefind = pagefindService();
  const files = await shardFiles('all', records, vocabulary(pagefind)).finally(pagefind.end);
  for (const [file, bytes] of files) {
    await mkdir(path.dirname(path.join(edition, 'pagefind/all', file)), { recursive: true });
    await writeFile(path.join(edition, 'pagefind/all', file), bytes);
  }
  const table = JSON.parse(new TextDecoder().decode(files.get('items.json'))) as ItemTable;
  await writeFile(path.join(edition, 'pagefind/shards.json'), JSON.stringify([shardOf('all', table)]));
}

function searchBy(name: (typeof SEARCHES)[number]): Search {
  return searches.get(name) as Search;
}

const offered = FACETS.map((facet) => [...new Set(ITEMS.flatMap(({ facets }) => facets[facet]))]);
const chosen: fc.Arbitrary<Asked['chosen']> = fc
  .subarray([...FACETS], { maxLength: 3 })
  .chain((some) =>
    fc.record(
      Object.fromEntries(
        some.map((facet) => [facet, fc.subarray(offered[FACETS.indexOf(facet)] ?? [], { minLength: 1 })]),
      ),
    ),
  );
const word = fc.constantFrom(
  ...[
    'the',
    'lantern',
    'lan',
    'lampara',
    'Lámpara',
    'flame',
    'flames',
    'flick',
    'f',
    'once',
    'softly',
    'smokes',
  ],
  ...[
    'wick',
    'quiet',
    'core',
    'core-195',
    '#195',
    'CVE-2026-90101',
    '1.40.0',
    '2024',
    'bell',
    'lanternfish',
    'xyzzy',
    '-',
  ],
);
const words = fc.oneof(
  fc.array(word, { maxLength: 2 }).map((some) => some.join(' ')),
  fc.constantFrom('"the lamp"', '"lantern shines"', '"flame too"', '"goes the"'),
);
const asked: fc.Arbitrary<Asked> = fc.record({
  words,
  chosen: fc.oneof(fc.constant({}), chosen),
  newest: fc.boolean(),
});

test('there are as many shards as the limits say', async () => {
  const shards = async (name: string) =>
    (await readdir(path.join(folder, name, 'pagefind'), { withFileTypes: true })).filter((one) =>
      one.isDirectory(),
    );
  expect((await shards('quarters')).length).toBeGreaterThan(25);
  expect((await shards('years')).length).toBeGreaterThan(8);
});

test.each(['quarters', 'years', 'products'] as const)(
  'shards by %s give the same results in the same order as one index, and the same counts',
  async (name) => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(asked, async (question) => {
        const [one, many] = [searchBy('one'), searchBy(name)];
        const wanted = await addressesOf(one, question);
        expect(await addressesOf(many, question)).toEqual(wanted);
        expect(await many.count(question, () => true)).toEqual(await one.count(question, () => true));
        if (wanted.length > 1 && question.words !== '' && !question.newest) found += 1;
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(50);
  },
);

const LAMP = { product: ['lamp'] };

test.each<[string, Asked['chosen']]>([
  // Lanterns are common in the bell: how much the word counts is told by what was chosen.
  ['lantern flame', LAMP],
  ['lantern flame', { year: ['2024'] }],
  ['lantern flame', { ...LAMP, year: ['2024', '2025'] }],
  ['core', {}],
  ['2', {}],
])('%j among %j gives the same in the same order', async (words, chosen) => {
  const wanted = await addressesOf(searchBy('one'), { words, chosen });
  expect(wanted.length).toBeGreaterThan(3);
  for (const name of ['quarters', 'years', 'products'] as const)
    expect(await addressesOf(searchBy(name), { words, chosen }), name).toEqual(wanted);
});

test('any choice finds what has one of the values of each facet, the newest first, and counts it', () =>
  fc.assert(
    fc.asyncProperty(chosen, async (some) => {
      const wanted = ITEMS.filter((item) => fits(item, some));
      const days = (addresses: readonly string[]) =>
        addresses.map((address) => ITEMS.find((item) => item.address === address)?.date);
      const addresses = await addressesOf(searchBy('quarters'), { chosen: some });
      expect(addresses.toSorted()).toEqual(wanted.map(({ address }) => address).sort());
      expect(days(addresses)).toEqual(
        wanted
          .map(({ date }) => date)
          .sort()
          .reverse(),
      );
      const counts = await searchBy('quarters').count(asking({ chosen: some }), () => true);
      for (const [at, facet] of FACETS.entries()) {
        const { [facet]: _, ...others } = some;
        if (Object.keys(others).length === 0) expect(counts?.[facet]).toBeNull();
        else
          for (const value of offered[at] ?? [])
            expect(counts?.[facet]?.[value] ?? 0, `${facet} ${value}`).toBe(
              ITEMS.filter((item) => fits(item, { ...others, [facet]: [value] })).length,
            );
      }
    }),
    { numRuns: 60 },
  ));
