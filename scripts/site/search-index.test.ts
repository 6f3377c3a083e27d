import {
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Search } from '../../src/client/find/search.ts';
import { foundItems } from '../../src/notes/search/found-items.ts';
import { filesBelow } from '../browser/built-editions.ts';
import {
  addressesOf,
  asking,
  searchIn,
  type TestProduct,
  testProduct,
  writeEdition,
} from './search-index/testing.ts';
import { writeSearchIndex } from './search-index.ts';
import { listen, staticServer } from './static-server.ts';

const LAMP = testProduct('lamp');
const BELL = testProduct('bell', 1);
/** Three shards of the lamp, and more of the bell. */
const LIMITS = { small: 0, large: 40_000 };

let folder = '';
let server: Server | undefined;
let search: Search;
let index = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-search-'));
  await writeEdition(place('first'), [BELL, LAMP]);
  await writeSearchIndex(place('first'), place('cache'), LIMITS);
  index = await indexOf('first');
  server = await staticServer(place('first'));
  search = searchIn(place('first'), await listen(server, 0, '127.0.0.1'));
});

afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

function place(name: string): string {
  return path.join(folder, name);
}

/** All files of an edition's index with their bytes. */
async function indexOf(name: string): Promise<Map<string, string>> {
  const index = path.join(place(name), 'pagefind');
  const files = await filesBelow(index);
  const bytes = files.map((file) => readFile(path.join(index, file), 'base64'));
  return new Map((await Promise.all(bytes)).map((text, at) => [files[at] ?? '', text]));
}

/** Writes an edition of these products with a cache, and the same one without. */
async function buildBoth(products: readonly TestProduct[], cache: string): Promise<void> {
  for (const name of ['cached', 'fresh']) {
    await rm(place(name), { recursive: true, force: true });
    await writeEdition(place(name), products);
    await writeSearchIndex(place(name), name === 'cached' ? cache : null, LIMITS);
  }
}

/** What a cache keeps. */
async function shardsOf(cache: string): Promise<string[]> {
  return (await readdir(cache)).sort();
}

/** The lamp without its newest releases. */
function before(releases: number): TestProduct {
  const older = LAMP.releases.slice(releases);
  return { ...LAMP, releases: older, months: new Map([...LAMP.months].slice(releases)) };
}

test('the same edition gives the same bytes, in each of its shards', async () => {
  await buildBoth([BELL, LAMP], place('another-cache'));
  expect(await indexOf('fresh')).toEqual(index);
  expect(await indexOf('cached')).toEqual(index);
  expect([...index.keys()].filter((file) => file.endsWith('items.json')).length).toBeGreaterThan(5);
});

test('nothing is there that no page asks for', () => {
  const names = [...index.keys()];
  expect(names.filter((name) => /ui|highlight|\.css|unknown|fragment|filter/.test(name))).toEqual([]);
});

test('a new release is the only reason to make something anew, and only the newest months', async () => {
  const cache = place('grows');
  await buildBoth([BELL, before(1)], cache);
  const kept = await shardsOf(cache);
  await buildBoth([BELL, LAMP], cache);
  expect(await indexOf('cached')).toEqual(await indexOf('fresh'));
  const now = await shardsOf(cache);
  expect(now).toHaveLength(kept.length);
  expect(now.filter((name) => !kept.includes(name))).toHaveLength(1);
});

test('a release that is gone leaves no shard behind, also where the index is written over another one', async () => {
  const cache = place('shrinks');
  await buildBoth([BELL, LAMP], cache);
  await rm(path.join(place('cached'), 'api'), { recursive: true });
  await writeEdition(place('cached'), [before(3)]);
  await writeSearchIndex(place('cached'), cache, LIMITS);
  await rm(place('fresh'), { recursive: true });
  await writeEdition(place('fresh'), [before(3)]);
  await writeSearchIndex(place('fresh'), null, LIMITS);
  const smaller = await indexOf('cached');
  expect(smaller).toEqual(await indexOf('fresh'));
  expect([...smaller.keys()].filter((name) => name.startsWith('bell'))).toEqual([]);
  expect((await shardsOf(cache)).filter((name) => name.startsWith('bell'))).toEqual([]);
});

test('what a final release of another month repeats is found there, and changes the shard of its candidate', async () => {
  const cache = place('repeats');
  await buildBoth([LAMP], cache);
  const kept = await shardsOf(cache);
  const repeating = LAMP.releases.findIndex(({ foldedInto }) => foldedInto === '1.79.0');
  const [final, candidate] = LAMP.releases.slice(repeating - 1, repeating + 1);
  expect(final?.date.slice(0, 7)).not.toBe(candidate?.date.slice(0, 7));
  const fewer = {
    ...LAMP,
    releases: LAMP.releases.map((one) => (one === final ? { ...one, entries: [] } : one)),
  };
  await buildBoth([fewer], cache);
  expect(await indexOf('cached')).toEqual(await indexOf('fresh'));
  // Both months' shards: one is of the newest quarter, the other one of those before.
  expect((await shardsOf(cache)).filter((name) => !kept.includes(name))).toHaveLength(2);
});

const BREAKS: [string, (shard: string) => Promise<void>][] = [
  ['an emptied file', (shard) => truncate(path.join(shard, 'items.json'), 0)],
  ['a changed file', (shard) => writeFile(path.join(shard, 'hits/0.json'), '[]')],
  ['a missing file', (shard) => rm(path.join(shard, 'hits/0.json'))],
  ['a file too many', (shard) => writeFile(path.join(shard, 'hits/9999.json'), '[]')],
  [
    'a folder that is none',
    async (shard) => {
      await rm(shard, { recursive: true });
      await writeFile(shard, 'not a folder');
    },
  ],
  ['no checksums', (shard) => rm(path.join(shard, 'checksums.json'))],
  ['checksums of something else', (shard) => writeFile(path.join(shard, 'checksums.json'), '{"a":1}')],
  [
    'checksums of nothing',
    async (shard) => {
      await rm(shard, { recursive: true });
      await mkdir(shard);
      await writeFile(path.join(shard, 'checksums.json'), '[]');
    },
  ],
  ['nothing', (shard) => rm(shard, { recursive: true })],
];

test.each(BREAKS)('a cache with %s gives the same index', async (what, damage) => {
  const cache = place(`cache with ${what}`);
  await cp(place('cache'), cache, { recursive: true });
  for (const name of await shardsOf(cache))
    if (name.startsWith('bell-')) await damage(path.join(cache, name));
  await writeSearchIndex(place('first'), cache, LIMITS);
  expect(await indexOf('first')).toEqual(index);
  const mended = await shardsOf(cache);
  expect(mended).toEqual(await shardsOf(place('cache')));
  for (const name of mended) expect(await filesBelow(path.join(cache, name))).toContain('checksums.json');
});

/** An index with all that is remembered of it, written long enough ago that it can be told by how it looks. */
async function settledIndex(name: string): Promise<void> {
  await rm(place(name), { recursive: true, force: true });
  await writeEdition(place(name), [BELL, LAMP]);
  for (let time = 0; time < 2; time++) {
    await writeSearchIndex(place(name), place(`${name}-cache`), LIMITS);
    await setTimeout(80);
  }
  await writeSearchIndex(place(name), place(`${name}-cache`), LIMITS);
}

/** When each file of an index came into its place, or was changed there. */
async function changedAt(name: string): Promise<Map<string, bigint>> {
  const files = await filesBelow(path.join(place(name), 'pagefind'));
  const times = files.map(async (file) => {
    const { ctimeNs } = await stat(path.join(place(name), 'pagefind', file), { bigint: true });
    return [file, ctimeNs] as const;
  });
  return new Map(await Promise.all(times));
}

test('shards that stand there as they would be made stay there', async () => {
  await settledIndex('stays');
  const before = await changedAt('stays');
  await writeEdition(place('stays'), [
    BELL,
    {
      ...LAMP,
      releases: LAMP.releases.map((one, at) => (at === 0 ? { ...one, introHtml: '<p>Other</p>' } : one)),
    },
  ]);
  await writeSearchIndex(place('stays'), place('stays-cache'), LIMITS);
  const after = await changedAt('stays');
  const anew = [...after].filter(([file, time]) => before.get(file) !== time).map(([file]) => file);
  const shards = new Set(
    anew.filter((file) => file.includes('/')).map((file) => path.dirname(file).split('/')[0]),
  );
  expect(shards.size).toBe(1);
  expect(anew.filter((file) => !file.includes('/'))).toEqual(['shards.json']);
});

const HANDS: [string, (index: string, shard: string) => Promise<unknown>][] = [
  ['a changed file', (_, shard) => replace(path.join(shard, 'hits/0.json'), '[]')],
  ['a file written over', (_, shard) => writeFile(path.join(shard, 'hits/0.json'), '[]')],
  ['a missing file', (_, shard) => rm(path.join(shard, 'hits/0.json'))],
  ['a file too many', (_, shard) => writeFile(path.join(shard, 'hits/9999.json'), '[]')],
  ['a folder too many', async (index, shard) => cp(shard, path.join(index, 'more'), { recursive: true })],
  ['a missing shard', (_, shard) => rm(shard, { recursive: true })],
  [
    'a shard that is a file',
    async (_, shard) => {
      await rm(shard, { recursive: true });
      await writeFile(shard, '');
    },
  ],
  [
    'a link to a file like it',
    async (index, shard) => {
      await rename(path.join(shard, 'items.json'), path.join(index, '../items.json'));
      await symlink('../../items.json', path.join(shard, 'items.json'));
    },
  ],
  [
    'a link to a shard like it',
    async (index, shard) => {
      await rename(shard, path.join(index, '../shard'));
      await symlink('../shard', shard);
    },
  ],
  ['another runtime', (index) => replace(path.join(index, 'pagefind.js'), '')],
  ['no runtime', (index) => rm(path.join(index, 'pagefind.js'))],
  ['another file beside shards', (index) => writeFile(path.join(index, 'more.js'), '')],
  ['another list', (index) => writeFile(path.join(index, 'shards.json'), '[]')],
  ['no list', (index) => rm(path.join(index, 'shards.json'))],
  [
    'a folder for a list',
    async (index) => {
      await rm(path.join(index, 'shards.json'));
      await mkdir(path.join(index, 'shards.json'));
    },
  ],
  ['no index', (index) => rm(index, { recursive: true })],
  [
    'a file for an index',
    async (index) => {
      await rm(index, { recursive: true });
      await writeFile(index, '');
    },
  ],
];

/** As editors do: the file that was there stays as it was, in the cache too. */
async function replace(file: string, text: string): Promise<void> {
  await rm(file);
  await writeFile(file, text);
}

test.each(HANDS)('%s in an index that is in its place gives the same index', async (_, change) => {
  await settledIndex('by hand');
  const at = path.join(place('by hand'), 'pagefind');
  const [shard = ''] = (await readdir(at)).filter((name) => name.startsWith('lamp-'));
  await change(at, path.join(at, shard));
  await writeSearchIndex(place('by hand'), place('by hand-cache'), LIMITS);
  expect(await indexOf('by hand')).toEqual(index);
  expect((await lstat(at)).isDirectory()).toBe(true);
  for (const one of await readdir(at, { recursive: true, withFileTypes: true }))
    expect(one.isFile() || one.isDirectory(), one.name).toBe(true);
});

test('edits one right after the other give the index of a build from nothing', async () => {
  const cache = place('quick');
  await rm(place('edited'), { recursive: true, force: true });
  for (const title of ['aaa', 'bbb', 'aaa', 'ccc', 'ccc', 'ddd']) {
    const releases = LAMP.releases.map((one, at) =>
      at % 40 === 0 ? { ...one, introHtml: `<p>${title}</p>` } : one,
    );
    for (const name of ['edited', 'anew']) await writeEdition(place(name), [{ ...LAMP, releases }]);
    await writeSearchIndex(place('edited'), cache, LIMITS);
    await rm(path.join(place('anew'), 'pagefind'), { recursive: true, force: true });
    await writeSearchIndex(place('anew'), null, LIMITS);
    expect(await indexOf('edited')).toEqual(await indexOf('anew'));
  }
});

test('a memory of another edition is not believed', async () => {
  await settledIndex('here');
  await cp(place('here-cache.seen'), place('there-cache.seen'));
  await writeEdition(place('there'), [BELL, before(1)]);
  await cp(path.join(place('here'), 'pagefind'), path.join(place('there'), 'pagefind'), { recursive: true });
  await writeSearchIndex(place('there'), place('there-cache'), LIMITS);
  await rm(place('fresh'), { recursive: true });
  await writeEdition(place('fresh'), [BELL, before(1)]);
  await writeSearchIndex(place('fresh'), null, LIMITS);
  expect(await indexOf('there')).toEqual(await indexOf('fresh'));
});

test('what an index in place is written over with does not reach the cache', async () => {
  const cache = place('shared');
  await buildBoth([LAMP], cache);
  const [shard = ''] = (await shardsOf(cache)).filter((name) => name.startsWith('lamp-'));
  await writeFile(path.join(place('cached'), 'pagefind', shard, 'items.json'), 'a hand at work');
  await writeSearchIndex(place('cached'), cache, LIMITS);
  expect(await indexOf('cached')).toEqual(await indexOf('fresh'));
});

test('what builds left behind that were killed goes away after a time', async () => {
  const cache = place('left');
  await mkdir(path.join(cache, '.unfinished-one/hits'), { recursive: true });
  await buildBoth([BELL], cache);
  expect(await shardsOf(cache)).toContain('.unfinished-one');
  await utimes(path.join(cache, '.unfinished-one'), 0, 0);
  await writeSearchIndex(place('cached'), cache, LIMITS);
  expect(await shardsOf(cache)).not.toContain('.unfinished-one');
});

test('a cache that cannot be written fails no build', async () => {
  await writeFile(place('no-folder'), '');
  await buildBoth([BELL], place('no-folder'));
  expect(await indexOf('cached')).toEqual(await indexOf('fresh'));
});

test('an edition without any release gets no index, and keeps none', async () => {
  await cp(place('first'), place('emptied'), { recursive: true });
  await writeEdition(place('emptied'), []);
  await writeSearchIndex(place('emptied'));
  expect((await filesBelow(place('emptied'))).filter((name) => name.includes('pagefind'))).toEqual([]);
});

test.each([
  ['flickers', /flicker/],
  ['the wick', /wick/],
  ['lampara', /Lámpara/],
  ['Lámpara', /Lámpara/],
  ['CVE-2026-90101', /CVE-2026-90101/],
  ['cve-2026-90101', /CVE-2026-90101/],
  ['core-195', /core-195/],
  ['#195', /core-195/],
  ['quiet', /quiet/],
  ['"flame flickers"', /flames? flickers/],
  ['flickers flame', /flicker.*flame|flame.*flicker/],
  ['nothing of the kind', /nothing of the kind/],
  ['?!', /\?!/],
])('%j is found wherever it is said', async (words, said) => {
  const items = foundItems(LAMP.releases).filter(({ html, names }) => said.test([html, ...names].join(' ')));
  const found = await addressesOf(search, { words, chosen: { product: ['lamp'] } });
  expect(found.toSorted()).toEqual(items.map(({ address }) => address).sort());
});

test('a release is found by its number, and before all that is in it', async () => {
  expect((await addressesOf(search, { words: 'lamp 1.40.0' }))[0]).toBe('/lamp/1.40.0/');
});

test('a word in a title counts more than one further on', async () => {
  const found = await search.find(asking({ words: 'flame', chosen: { product: ['lamp'] } }));
  const titles = await Promise.all(found.map(async (hit) => (await hit.data()).title.includes('flame')));
  expect(titles.indexOf(false)).toBeGreaterThan(0);
  expect(titles.lastIndexOf(true)).toBeLessThan(titles.indexOf(false));
});

test('matching words are told by their places', async () => {
  const [hit] = await search.find(asking({ words: 'CVE-2026-90104', chosen: { product: ['lamp'] } }));
  const { content, places } = await (hit?.data() ?? Promise.reject(new Error('nothing found')));
  expect(places.map((at) => content.split(/\s+/)[at])).toContain('CVE-2026-90104');
});
