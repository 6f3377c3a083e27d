import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Search, searchOf } from '../../../src/client/find/search.ts';
import { siteIndex } from '../../../src/client/find/site-index.ts';
import { lineageReleases } from '../../../src/notes/lineage.ts';
import type { PublicEntry } from '../../../src/notes/public-entry.ts';
import type { PublicRelease } from '../../../src/notes/public-release.ts';
import { FACETS } from '../../../src/notes/search/facets.ts';
import type { FoundItem } from '../../../src/notes/search/found-item.ts';
import { publicEntry, publicIssue, publicRelease } from '../../../src/notes/search/testing.ts';
import type { Asked } from '../../../src/views/find/asked.ts';
import type { PublishedProduct } from './read-edition.ts';

/** A product of an edition for tests. */
export interface TestProduct extends PublishedProduct {
  releases: readonly PublicRelease[];
}

const SECTIONS = ['added', 'fixed', 'security'] as const;
const MATURITIES = ['alpha', 'beta', 'stable'] as const;
// Lanterns are rare in one product and in all that the other one says.
const LIGHTS = ['lantern', 'lamp', 'lanyard', 'Lámpara', 'flame', 'flames', 'flickering lamp', 'lan'];
const DEEDS = ['shines', 'flickers', 'smokes', 'glows softly', 'goes out'];

/** Two releases each month in the four years up to May 2026, each with so many entries and some with a candidate. */
export function testProduct(id: string, entriesEach = 2): TestProduct {
  const releases = Array.from({ length: 82 }, (_, number) => testRelease(id, number, entriesEach)).flat();
  const months = new Map(releases.map(({ version, date }) => [version, date.slice(0, 7)]));
  return { id, name: `The ${id}`, modules: [{ id: 'core', name: 'The core' }], months, releases };
}

/** A final release, after its candidate of the month before: newest first. */
function testRelease(id: string, number: number, entriesEach: number): PublicRelease[] {
  const month = 52 - Math.floor(number / 2);
  const dateOf = (months: number) =>
    `${2022 + Math.floor(months / 12)}-${String(1 + (months % 12)).padStart(2, '0')}-${number % 2 ? '04' : '14'}T10:00:00+00:00`;
  const version = `1.${81 - number}.0`;
  const own = { product: id, address: `/${id}/${version}/`, date: dateOf(month) };
  const entries = Array.from({ length: entriesEach }, (_, entry) =>
    testEntry(number * entriesEach + entry, id),
  );
  const final = publicRelease(version, {
    ...own,
    entries,
    withdrawn: number === 3 ? { reason: 'It loses data.', use: null, at: null } : null,
    introHtml: number === 5 ? '' : '<p>A quiet release.</p>',
    known: number === 0 ? [publicIssue('known-1', { html: '<p>The wick smokes.</p>' })] : [],
  });
  if (number % 5 !== 2) return [final].map(settled);
  const candidate = publicRelease(`${version}-rc1`, {
    ...{ ...own, date: dateOf(month - 1), address: `/${id}/${version}-rc1/` },
    ...{ prerelease: true, foldedInto: version, entries: [...entries, testEntry(9000 + number, id)] },
  });
  return [final, candidate].map(settled);
}

/** With the addresses of its own product. */
function settled(release: PublicRelease): PublicRelease {
  const { address } = release;
  const entries = release.entries.map((one) => ({ ...one, address: `${address}#${one.ids[0]}` }));
  return {
    ...release,
    entries,
    known: release.known.map((one) => ({ ...one, address: `${address}#${one.id}` })),
  };
}

function testEntry(number: number, product: string): PublicEntry {
  const light = product === 'bell' ? 'lantern' : LIGHTS[number % LIGHTS.length];
  const deed = DEEDS[number % DEEDS.length];
  const other = number % 7 === 0 ? ', and the flame too' : number % 6 === 1 ? ', and the lantern too' : '';
  const ids = [`CVE-2026-${90000 + number}`];
  return publicEntry(`core-${100 + number}`, {
    section: SECTIONS[number % 3] ?? null,
    kinds: [number % 2 === 0 ? 'fix' : 'feat'],
    modules: [number % 5 === 0 ? 'web' : 'core'],
    maturity: MATURITIES[number % 4] ?? 'stable',
    breaking: number % 11 === 0,
    title: `The ${light} ${deed}`,
    html: `<p>The ${light} ${deed}${other}${number === 150 ? ' once' : ''}.</p>`,
    security: number % 3 === 2 ? { ids, severity: 'high', since: null } : null,
  });
}

/** What an edition with these products publishes, as far as the index needs it. */
export async function writeEdition(edition: string, products: readonly TestProduct[]): Promise<void> {
  const json = async (file: string, document: object): Promise<void> => {
    const place = path.join(edition, 'api/v1', file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, `${JSON.stringify(document)}\n`);
  };
  await json('products.json', { products: products.map(({ id, name }) => ({ id, name })) });
  for (const { id, name, modules, releases } of products) {
    await json(`${id}/releases.json`, { product: id, name, modules, releases: lineageReleases(releases) });
    for (const [month, same] of Map.groupBy(releases, ({ date }) => date.slice(0, 7)))
      await json(`${id}/months/${month}.json`, { product: id, month, releases: same });
    for (const release of releases) await json(`${id}/releases/${release.version}.json`, release);
  }
}

/** The search of the find page, of an edition in a folder that is served. */
export function searchIn(edition: string, origin: string): Search {
  const module = pathToFileURL(path.join(edition, 'pagefind/pagefind.js')).href;
  const load: Parameters<typeof siteIndex>[1] = async (basePath) => {
    const { createInstance } = await import(/* @vite-ignore */ module);
    const pagefind = createInstance({ basePath });
    await pagefind.init();
    return pagefind;
  };
  return searchOf(siteIndex(`${origin}/pagefind/`, load));
}

/** A question that asks nothing but this. */
export function asking(asked: Partial<Asked>): Asked {
  return { words: '', chosen: {}, newest: false, ...asked };
}

/** Whether an item has one of the chosen values of each facet. */
export function fits({ facets }: FoundItem, chosen: Asked['chosen']): boolean {
  return FACETS.every((facet) => chosen[facet]?.some((value) => facets[facet].includes(value)) ?? true);
}

/** Addresses of all that is found. */
export async function addressesOf(search: Search, asked: Partial<Asked>): Promise<string[]> {
  const hits = await search.find(asking(asked));
  return (await Promise.all(hits.map((hit) => hit.data()))).map(({ address }) => address);
}
