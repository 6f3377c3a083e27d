import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FACETS } from '../../src/notes/search/facets.ts';
import type { FoundItem } from '../../src/notes/search/found-item.ts';
import { foundItems } from '../../src/notes/search/found-items.ts';
import { type Chosen, queryOf, searchAddress } from '../../src/views/find/asked.ts';
import { addressWord, facetLists } from '../../src/views/find/facet-lists.ts';
import { entriesPath, facetPath, findPath } from '../../src/views/paths.ts';
import { FIND } from '../../src/views/texts.ts';
import { readProducts, readReleases } from '../site/search-index/read-edition.ts';
import { pagesOf } from './built-editions.ts';
import { useBuiltSite } from './built-site.ts';
import { faultsOf, overflowsOf, visit } from './visit.ts';

const MINUTES = 60_000;

let items: FoundItem[] = [];

const site = useBuiltSite({
  edition: 'public',
  ready: async ({ built }) => {
    const products = await readProducts(built);
    const releases = products.map((one) => readReleases(built, one, [...new Set(one.months.values())]));
    items = (await Promise.all(releases)).flatMap((all) => foundItems(all));
  },
});

async function answered(page: Page): Promise<void> {
  await page.waitForSelector('.hits[aria-busy=false]', { state: 'attached' });
}

/** Asks as going back and forth does, without loading the page again. */
async function askByAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await answered(page);
}

function hitsOf(page: Page): Promise<(string | null)[]> {
  return page.locator('.hit-words').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
}

function focused(field: Locator): Promise<boolean> {
  return field.evaluate((element) => element === document.activeElement);
}

function fits({ facets }: FoundItem, chosen: Chosen): boolean {
  return FACETS.every((facet) => chosen[facet]?.some((value) => facets[facet].includes(value)) ?? true);
}

/** An entry with an id, the newest there is. */
function someEntry(): { item: FoundItem; id: string } {
  const item = items.find(({ names }) => names.length > 0);
  return { item: item as FoundItem, id: item?.names[0] ?? '' };
}

/** A section that many entries are in: its box is among those that are shown at first. */
function someSection(): string {
  const listed = items.filter(({ title }) => title !== '').flatMap(({ facets }) => facets.section);
  const groups = [...Map.groupBy(listed, (section) => section)];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';
}

test('the first view keeps its budget and loads nothing of the search', async () => {
  const seen = await visit(site.browser, site.origin, findPath());
  expect(seen).toMatchObject({ errors: [], foreign: [], faults: [], overflows: [] });
  expect(seen.scriptBytes).toBeLessThan(15 * 1024);
  expect(seen.bytes).toBeLessThan(100 * 1024);
  expect(seen.nodes).toBeLessThan(2500);
  const asked: string[] = [];
  await site.on('/', async (page) => {
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.origin + findPath(), { waitUntil: 'networkidle' });
  });
  expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
});

test('only this page may compile, and only pages with a form may send one', async () => {
  const policyOf = async (page: string): Promise<string> =>
    /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      await readFile(path.join(site.built, page, 'index.html'), 'utf8'),
    )?.[1] ?? '';
  expect(await policyOf('find')).toContain('wasm-unsafe-eval');
  expect(await policyOf('find')).not.toMatch(/'unsafe-(?:eval|inline)'/);
  const [product = ''] = items.map(({ product }) => product);
  expect(await policyOf(product)).not.toContain('wasm');
  expect(await policyOf(product)).toMatch(/form-action (?:'|&#39;)none/);
});

test('with the keyboard alone: from words to the entry, and back again', async () => {
  const { item, id } = someEntry();
  await site.on(findPath(), async (page) => {
    const field = page.locator('input[name=q]');
    expect(await field.getAttribute('aria-keyshortcuts')).toBe('Control+/');
    await page.keyboard.press('/');
    expect(await focused(field)).toBe(false);
    await page.locator('input[type=checkbox]').first().focus();
    await page.keyboard.press('Control+/');
    expect(await focused(field)).toBe(true);
    await page.keyboard.type(id);
    await page.keyboard.press('Enter');
    await answered(page);
    expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: id })}`);
    expect(await hitsOf(page)).toContain(item.address);
    expect(await page.locator('.hit mark').first().textContent()).toContain(id);
    await page.locator(`.hit-words[href="${item.address}"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.origin}${item.address}`);
    expect(await page.locator(':target').count()).toBe(1);
    await page.goBack();
    await answered(page);
    expect(await page.inputValue('input[name=q]')).toBe(id);
    expect(await hitsOf(page)).toContain(item.address);
    await page.focus('input[name=q]');
    await page.keyboard.press('Escape');
    await answered(page);
    expect(new URL(page.url()).search).toBe('');
    expect(await hitsOf(page)).toEqual([]);
  });
});

test('a box is ticked with the keyboard, counts, and goes back with the history', async () => {
  const value = someSection();
  await site.on(findPath(), async (page) => {
    const box = page.locator(`input[name=section][value="${value}"]`);
    await box.focus();
    await page.keyboard.press('Space');
    await answered(page);
    expect(page.url()).toBe(`${site.origin}${searchAddress({ section: [value] })}`);
    const wanted = items.filter((item) => fits(item, { section: [value] })).length;
    expect(await page.locator('.find-status').textContent()).toContain(wanted.toLocaleString('en-GB'));
    expect(await page.getAttribute('.find-status', 'role')).toBe('status');
    await page.goBack();
    await answered(page);
    expect(await box.isChecked()).toBe(false);
    await page.goForward();
    await answered(page);
    expect(await box.isChecked()).toBe(true);
    await page.getByRole('button', { name: FIND.clear }).press('Enter');
    await answered(page);
    expect(page.url()).toBe(site.origin + findPath());
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q');
  });
});

test(
  'any choice shows what the notes say: one of the values of each facet, the newest first',
  () =>
    site.on(findPath(), async (page) => {
      const newest = items.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
      const boxes = await page
        .locator('#find input[type=checkbox]')
        .evaluateAll((all) => (all as HTMLInputElement[]).map(({ name, value }) => ({ name, value })));
      expect(boxes.length).toBeGreaterThan(10);
      const offered = (facet: string) => boxes.filter(({ name }) => name === facet).map(({ value }) => value);
      const asked = FACETS.filter((facet) => offered(facet).length > 0);
      const choice = fc.record(
        Object.fromEntries(asked.map((facet) => [facet, fc.subarray(offered(facet), { minLength: 1 })])),
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(choice, async (chosen: Chosen) => {
          if (Object.keys(chosen).length === 0) return;
          await askByAddress(page, searchAddress(chosen));
          const wanted = newest.filter((item) => fits(item, chosen));
          const status = await page.locator('.find-status').textContent();
          expect(status).toBe(
            wanted.length === 0 ? FIND.nothing : FIND.found(wanted.length, Math.min(20, wanted.length)),
          );
          const days = (addresses: (string | null)[]) =>
            addresses.map((address) => items.find((item) => item.address === address)?.date);
          const hits = await hitsOf(page);
          expect(days(hits)).toEqual(wanted.slice(0, 20).map(({ date }) => date));
          expect(wanted.map(({ address }) => address)).toEqual(expect.arrayContaining(hits));
          const counts = await page
            .locator('#find label:has(input[type=checkbox]) .count')
            .evaluateAll((all) => all.map((count) => Number(count.textContent)));
          const expected = boxes.map(({ name, value }) => {
            const facet = FACETS.find((known) => known === name) ?? 'kind';
            const { [facet]: _, ...others } = chosen;
            return items.filter((item) => fits(item, { ...others, [facet]: [value] })).length;
          });
          expect(counts).toEqual(expected);
          expect(new URLSearchParams(new URL(page.url()).search).toString()).toBe(
            queryOf({ words: '', chosen, newest: false }),
          );
        }),
        { numRuns: 25 },
      );
    }),
  MINUTES,
);

test('more results come when they are asked for, and the focus goes to the first of them', async () => {
  const [product = ''] = Map.groupBy(items, (item) => item.product).keys();
  const count = items.filter((item) => item.product === product).length;
  await site.on(searchAddress({ product: [product] }), async (page) => {
    await answered(page);
    const first = await hitsOf(page);
    expect(first).toHaveLength(Math.min(20, count));
    await page.click('.find-more');
    await page.waitForFunction(() => document.querySelectorAll('.hit').length > 20);
    const more = await hitsOf(page);
    expect(more).toHaveLength(Math.min(40, count));
    expect(new Set(more).size).toBe(more.length);
    expect(more.slice(0, 20)).toEqual(first);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(more[20]);
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname !== findPath());
    await page.goBack();
    await answered(page);
    expect(await hitsOf(page)).toEqual(more);
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, before);
  });
});

test('words that many entries have come by how well they match, or the newest first', async () => {
  const product = items[0]?.product ?? '';
  await site.on(`${findPath()}?q=${product}`, async (page) => {
    await answered(page);
    const best = await hitsOf(page);
    await page.selectOption('select[name=sort]', 'newest');
    await answered(page);
    expect(page.url()).toBe(`${site.origin}${findPath()}?q=${product}&sort=newest`);
    const days = (await hitsOf(page)).map((address) => items.find((item) => item.address === address)?.date);
    expect(days.length).toBe(best.length);
    expect(days).toEqual(days.toSorted().reverse());
  });
});

test('nothing found says what to do', () =>
  site.on(`${findPath()}?q=qqqxyzzy`, async (page) => {
    await answered(page);
    expect(await page.locator('.find-status').textContent()).toBe(FIND.nothing);
    expect(await page.locator('.find-advice').innerText()).toBe(FIND.nothingDo);
  }));

test('a search that cannot be loaded says so, and the next one tries again', async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${site.origin}${findPath()}?q=a`);
  await answered(page);
  expect(await page.locator('.find-status').textContent()).toBe(FIND.failed);
  expect(await page.locator('.find-advice').innerText()).toBe(FIND.failedDo);
  await context.close();
});

test('on a phone: filters are folded, and nothing scrolls sideways, in either direction of writing', async () => {
  const value = someSection();
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  await site.on(
    findPath(),
    async (page) => {
      const box = page.locator(`label:has(input[name=section][value="${value}"])`);
      expect(await box.isVisible()).toBe(false);
      await page.locator('.find-filters > summary').tap();
      await box.tap();
      await answered(page);
      expect((await hitsOf(page)).length).toBeGreaterThan(0);
      expect(await page.locator('.find-filters > summary').innerText()).toContain('1');
      expect(await overflowsOf(page)).toEqual([]);
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      expect(await overflowsOf(page)).toEqual([]);
    },
    phone,
  );
});

test('axe finds nothing where results are shown, in either theme', async () => {
  const { item } = someEntry();
  const [word = ''] = item.title.split(' ');
  await site.on(`${findPath()}?q=${encodeURIComponent(word)}`, async (page) => {
    await answered(page);
    expect((await hitsOf(page)).length).toBeGreaterThan(0);
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('without JavaScript every value of every facet is three clicks away', async () => {
  await site.on(
    '/',
    async (page) => {
      await page.click(`.masthead a[href="${findPath()}"]`);
      await page.locator('.find-no-script').waitFor({ state: 'visible' });
      expect(await page.locator('.find-desk').isVisible()).toBe(false);
      await page.locator('.facet-links a').first().click();
      await page.waitForURL(/\/entries\//);
      await page.locator('.listed-facts a').first().click();
      await page.waitForURL((url) => !url.pathname.includes('/entries/'));
      await page.locator('h1').waitFor({ state: 'visible' });
    },
    { javaScriptEnabled: false },
  );
  const find = await readFile(path.join(site.built, findPath(), 'index.html'), 'utf8');
  const pages = new Set(await pagesOf(site.built));
  for (const [product, own] of Map.groupBy(items, (item) => item.product)) {
    const index = await readFile(path.join(site.built, entriesPath(product), 'index.html'), 'utf8');
    expect(find).toContain(`href="${entriesPath(product)}"`);
    for (const { facet, value } of facetLists(own)) {
      const address = facetPath(product, facet, addressWord(value));
      expect(pages).toContain(address);
      expect(index).toContain(`href="${address}"`);
    }
  }
});

test('a list of one kind has all of its entries, and keeps its budget', async () => {
  const [product = ''] = items.map((item) => item.product);
  const lists = facetLists(items.filter((item) => item.product === product));
  const longest = lists.toSorted((a, b) => b.items.length - a.items.length)[0];
  const address = facetPath(product, longest?.facet ?? '', addressWord(longest?.value ?? ''));
  const seen = await visit(site.browser, site.origin, address);
  expect(seen).toMatchObject({ errors: [], foreign: [], faults: [], overflows: [] });
  expect(seen.nodes).toBeLessThan(2500);
  const pages = (await pagesOf(site.built)).filter((page) => page.startsWith(address));
  const html = await Promise.all(
    pages.map((page) => readFile(path.join(site.built, page, 'index.html'), 'utf8')),
  );
  const links = html.flatMap((text) => text.match(/<li class="listed">/g) ?? []);
  expect(links).toHaveLength(longest?.items.length ?? 0);
});
