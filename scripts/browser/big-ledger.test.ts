import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeBigLedger } from '../bench/big-ledger.ts';
import { useBuiltSite } from './built-site.ts';

const MINUTES = 60_000;

/** More of everything than one page holds. */
const SHAPE = {
  ...{ products: 1, releases: 40, changes: 4, widest: 400, reports: 5, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const WIDEST = '1.39.0';
const MONTH = 'population/month/2026-09';

const site = useBuiltSite({
  edition: 'internal',
  content: (folder) => {
    const content = path.join(folder, 'content');
    writeBigLedger(content, SHAPE);
    return content;
  },
});

/** What leads from a page to the next one: its neighbour in the list of pages, or the first link of a list's own page. */
const OLDER =
  'nav.page-list li:has([aria-current=page]) + li a, nav.pager:not(:has([aria-current])) li:first-child a';

/** Goes from page to page by their links, and gives what `read` finds on each. */
async function onAllPages(address: string, read: (page: Page) => Promise<string[]>): Promise<string[][]> {
  const found: string[][] = [];
  await site.on(address, async (page) => {
    for (;;) {
      found.push(await read(page));
      const next = page.locator(OLDER);
      if ((await next.count()) === 0) return;
      await Promise.all([page.waitForLoadState('load'), next.click()]);
    }
  });
  return found;
}

function textsOf(selector: string): (page: Page) => Promise<string[]> {
  return (page) => page.locator(selector).allInnerTexts();
}

async function linesOf(file: string): Promise<string[]> {
  const text = await readFile(path.join(site.built, file), 'utf8');
  const lines = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.slice(1);
}

describe.skipIf(process.env['LEDGER_TEST_CONTENT'] !== undefined)('tables of many pages', () => {
  test.each([
    ['production changes of a month', `${MONTH}/`, 'table.changes tbody tr', `${MONTH}/population.csv`],
    ['exceptions', 'exceptions/', 'main table.data tbody tr', 'exceptions/exceptions.csv'],
    ['what somebody did', 'aster/people/ada-brook/', '#acts ~ * tbody tr', 'aster/people/ada-brook/acts.csv'],
  ])(
    '%s: the pages together have every row of the file',
    async (_, address, rows, file) => {
      const pages = await onAllPages(`/audit/${address}`, textsOf(rows));
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.flat()).toHaveLength((await linesOf(`audit/${file}`)).length);
    },
    MINUTES,
  );

  test.each([
    ['the matrix of controls', 'aster/controls/', 'table.matrix tbody th', SHAPE.releases],
    ['changes of a release', `aster/${WIDEST}/changes/1/`, 'table.changes tbody th', SHAPE.widest],
  ])(
    '%s: every row is on one page',
    async (_, address, heads, count) => {
      const pages = await onAllPages(`/audit/${address}`, textsOf(heads));
      expect(pages.length).toBeGreaterThan(1);
      expect(new Set(pages.flat())).toHaveProperty('size', count);
      expect(pages.flat()).toHaveLength(count);
    },
    MINUTES,
  );

  test(
    'the filter is worked by keyboard, window by window',
    () =>
      site.on('/audit/population/', async (page) => {
        const [select, output] = [page.locator('select[name=independent]'), page.locator('#filter output')];
        await select.focus();
        // A letter chooses, and the answer follows.
        await page.keyboard.press('y');
        await page.waitForFunction(() => document.querySelector('#filter output')?.textContent !== '');
        const wanted = (await linesOf('audit/population/population.csv')).length;
        expect(await output.innerText()).toMatch(new RegExp(`^\\d+ of ${wanted} changes`));
        const first = await page.locator('table.changes tbody th').allInnerTexts();
        expect(first).toHaveLength(50);
        await page.locator('#turn button').last().focus();
        await page.keyboard.press('Enter');
        await page.waitForFunction(() =>
          document.querySelector('#filter output')?.textContent?.includes('51'),
        );
        const second = await page.locator('table.changes tbody th').allInnerTexts();
        expect(second.filter((head) => first.includes(head))).toEqual([]);
        // Whoever turned reads on from the top of the table.
        expect(
          await page.evaluate(() => document.activeElement?.querySelector('table.changes') !== null),
        ).toBe(true);
      }),
    MINUTES,
  );

  test(
    'the file of what is filtered has all of its windows',
    () =>
      site.on('/audit/population/?independent=yes', async (page) => {
        await page.waitForFunction(() => document.querySelector('#filter output')?.textContent !== '');
        const [download] = await Promise.all([page.waitForEvent('download'), page.click('[name=download]')]);
        const text = await readFile((await download.path()) ?? '', 'utf8');
        const told = Number((await page.locator('#filter output').innerText()).split(' ')[0]);
        const rows = text.split('\r\n').filter((line) => line !== '' && !line.startsWith('#'));
        expect(rows).toHaveLength(told + 1);
        const before = text.slice(0, text.lastIndexOf('# digest'));
        expect(text).toContain(createHash('sha256').update(before).digest('hex'));
      }),
    MINUTES,
  );
});
