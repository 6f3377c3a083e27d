import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductsDocument } from '../../src/api/documents.ts';
import { lineageReleases } from '../../src/notes/lineage.ts';
import { FACETS, type Facet } from '../../src/notes/search/facets.ts';
import type { FoundItem } from '../../src/notes/search/found-item.ts';
import { foundItems } from '../../src/notes/search/found-items.ts';
import { publicEntry, publicIssue, publicRelease } from '../../src/notes/search/testing.ts';
import { filesBelow } from '../browser/built-editions.ts';
import { writeSearchIndex } from './search-index.ts';
import { listen, staticServer } from './static-server.ts';

const SECTIONS = ['added', 'fixed', 'security'] as const;
const MATURITIES = ['alpha', 'beta', 'stable'] as const;

const RELEASES = Array.from({ length: 12 }, (_, release) =>
  publicRelease(`1.${11 - release}.0`, {
    date: `${release < 6 ? 2026 : 2025}-0${1 + (release % 6)}-04T10:00:00+00:00`,
    withdrawn: release === 3 ? { reason: 'It loses data.', use: null, at: null } : null,
    introHtml: release === 5 ? '' : '<p>A quiet release.</p>',
    known: release === 0 ? [publicIssue('known-1', { html: '<p>The wick smokes.</p>' })] : [],
    entries: Array.from({ length: 8 }, (_, entry) => {
      const number = 100 + release * 8 + entry;
      return publicEntry(`core-${number}`, {
        section: SECTIONS[number % 3] ?? null,
        kinds: [number % 2 === 0 ? 'fix' : 'feat'],
        modules: [number % 5 === 0 ? 'web' : 'core'],
        maturity: MATURITIES[number % 4] ?? 'stable',
        html: `<p>Volume ${number} of the lantern ${number % 7 === 0 ? 'flickers' : 'shines'}.</p>`,
        security:
          number % 3 === 2 ? { ids: [`CVE-2026-${90000 + number}`], severity: 'high', since: null } : null,
      });
    }),
  }),
);
const ITEMS = foundItems(RELEASES);

interface Answer {
  results: { data(): Promise<{ raw_url: string; content: string; locations: number[] }> }[];
  filters: Record<string, Record<string, number>>;
}
interface Search {
  filters(): Promise<unknown>;
  search(words: string | null, options?: object): Promise<Answer>;
}

let folder = '';
let server: Server | undefined;
let pagefind: Search;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-search-'));
  await writeApi(path.join(folder, 'first', 'api/v1'));
  await cp(path.join(folder, 'first'), path.join(folder, 'second'), { recursive: true });
  await writeSearchIndex(path.join(folder, 'first'));
  await writeSearchIndex(path.join(folder, 'second'));
  server = await staticServer(path.join(folder, 'first'));
  const origin = await listen(server, 0, '127.0.0.1');
  const module = (await import(pathToFileURL(path.join(folder, 'first/pagefind/pagefind.js')).href)) as {
    createInstance(options: object): Search;
  };
  pagefind = module.createInstance({ basePath: `${origin}/pagefind/`, language: 'en' });
  await pagefind.filters();
});

afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What an edition with these releases publishes, as far as the index needs it. */
async function writeApi(api: string): Promise<void> {
  const $schema = '/schema.json';
  const json = async (file: string, document: object): Promise<void> => {
    await mkdir(path.dirname(path.join(api, file)), { recursive: true });
    await writeFile(path.join(api, file), JSON.stringify({ $schema, ...document }));
  };
  const product: ProductsDocument['products'][number] = {
    ...{ id: 'lamp', name: 'Lamp', summary: '', description: '', website: null, latest: null },
    ...{ address: '/lamp/', releases: '/api/v1/lamp/releases.json' },
  };
  const releases = lineageReleases(RELEASES);
  await json('products.json', { products: [product] });
  const modules = [{ id: 'core', name: 'The core' }];
  await json('lamp/releases.json', {
    ...{ product: 'lamp', name: 'Lamp', latest: null, modules },
    ...{ features: [], compatibility: [], releases },
  });
  for (const [month, same] of Map.groupBy(RELEASES, ({ date }) => date.slice(0, 7)))
    await json(`lamp/months/${month}.json`, { product: 'lamp', month, releases: same });
}

async function addresses(words: string | null, options?: object): Promise<string[]> {
  const { results } = await pagefind.search(words, options);
  return (await Promise.all(results.map((result) => result.data()))).map(({ raw_url }) => raw_url);
}

test('the same edition gives the same bytes', async () => {
  const names = await filesBelow(path.join(folder, 'first'));
  expect(await filesBelow(path.join(folder, 'second'))).toEqual(names);
  expect(names.length).toBeGreaterThan(ITEMS.length);
  for (const name of names) {
    const [first, second] = await Promise.all(
      ['first', 'second'].map((edition) => readFile(path.join(folder, edition, name))),
    );
    expect(first && second && first.equals(second), name).toBe(true);
  }
});

test('nothing is there that no page asks for', async () => {
  const names = await filesBelow(path.join(folder, 'first/pagefind'));
  expect(names.filter((name) => /ui|highlight|\.css|unknown/.test(name))).toEqual([]);
});

test.each([
  ['flickers', 13],
  ['the wick', 1],
  ['CVE-2026-90101', 1],
  ['cve-2026-90101', 1],
  ['core-195', 1],
  ['#195', 1],
  ['quiet', 11],
])('%j is found %i times', async (words, count) => expect(await addresses(words)).toHaveLength(count));

test('a release is found by its number', async () => {
  expect((await addresses('Lamp 1.4.0')).slice(0, 9)).toContain('/lamp/1.4.0/');
});

test('matching words are told by their places', async () => {
  const { results } = await pagefind.search('CVE-2026-90104');
  const hit = await results[0]?.data();
  expect(hit?.locations.map((place) => hit.content.split(/\s+/)[place])).toContain('CVE-2026-90104');
});

test('without words, the newest comes first, and reading order holds within a release', async () => {
  const newest = ITEMS.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  expect(await addresses(null, { sort: { date: 'desc' } })).toEqual(newest.map(({ address }) => address));
});

test('any choice finds what has one of the values of each facet, and counts it', async () => {
  const offered = FACETS.map((facet) => [...new Set(ITEMS.flatMap(({ facets }) => facets[facet]))]);
  const choice = fc.record(
    Object.fromEntries(FACETS.map((facet, at) => [facet, fc.subarray(offered[at] ?? [], { minLength: 1 })])),
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(choice, async (chosen: Partial<Record<Facet, string[]>>) => {
      const wanted = ITEMS.filter((item) => fits(item, chosen));
      const filters = Object.fromEntries(
        Object.entries(chosen).map(([facet, values]) => [facet, { any: values }]),
      );
      const { results, filters: counts } = await pagefind.search(null, { filters });
      expect(results).toHaveLength(wanted.length);
      for (const [at, facet] of FACETS.entries())
        for (const value of offered[at] ?? [])
          expect(counts[facet]?.[value] ?? 0, `${facet} ${value}`).toBe(
            wanted.filter(({ facets }) => facets[facet].includes(value)).length,
          );
    }),
    { numRuns: 60 },
  );
});

function fits({ facets }: FoundItem, chosen: Partial<Record<Facet, string[]>>): boolean {
  return FACETS.every((facet) => chosen[facet]?.some((value) => facets[facet].includes(value)) ?? true);
}
