import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stalePictures } from '../guide/pictures/taken-pictures.ts';
import { listen, staticServer } from '../site/static-server.ts';
import { brokenLinks } from './broken-links.ts';
import { launchBrowser } from './browser.ts';
import { pagesOf, sampleOf } from './built-editions.ts';
import { sampleEdition } from './sample-editions.ts';
import { type Visit, visit } from './visit.ts';

const MINUTES = 60_000;
const KILOBYTE = 1024;
/** What the first view of a page may weigh, and its scripts. */
const BUDGETS = { public: { bytes: 100, scripts: 15 }, internal: { bytes: 200, scripts: 40 } };
const NODES = 2500;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
}, MINUTES);

afterAll(async () => {
  await browser?.close();
});

describe.each(['public', 'internal'] as const)('the %s edition', (edition) => {
  let built = '';
  let origin = '';
  let server: Server | undefined;
  const visits: Visit[] = [];

  beforeAll(async () => {
    built = await sampleEdition(edition);
    server = await staticServer(built);
    origin = await listen(server, 0, '127.0.0.1');
    for (const page of sampleOf(await pagesOf(built), 40)) visits.push(await visit(browser, origin, page));
  }, 6 * MINUTES);

  afterAll(() => {
    server?.close();
  });

  test('has pages', () => {
    expect(visits.length).toBeGreaterThan(5);
  });

  test('says nothing to the console and asks no other origin', () => {
    expect(
      visits.flatMap(({ page, errors, foreign }) => [...errors, ...foreign].map((text) => `${page} ${text}`)),
    ).toEqual([]);
  });

  test('gives axe nothing to find, in either theme', () => {
    expect(visits.flatMap(({ page, faults }) => faults.map((fault) => `${page} ${fault}`))).toEqual([]);
  });

  test('never scrolls sideways at 360 and 320 pixels', () => {
    expect(visits.flatMap(({ page, overflows }) => overflows.map((width) => `${page} ${width}`))).toEqual([]);
  });

  test('keeps its budgets', () => {
    const budget = BUDGETS[edition];
    const over = visits.filter(
      ({ nodes, bytes, scriptBytes }) =>
        nodes > NODES || bytes > budget.bytes * KILOBYTE || scriptBytes > budget.scripts * KILOBYTE,
    );
    expect(over.map(({ page, nodes, bytes, scriptBytes }) => ({ page, nodes, bytes, scriptBytes }))).toEqual(
      [],
    );
  });

  test(
    'has no broken link and no missing anchor',
    async () => {
      expect(await brokenLinks(built)).toEqual([]);
    },
    MINUTES,
  );

  test(
    'reads the same with JavaScript off',
    async () => {
      for (const page of sampleOf(await pagesOf(built), 8)) {
        expect(await textOf(page, false)).toBe(await textOf(page, true));
      }
    },
    MINUTES,
  );

  test.runIf(edition === 'internal' && process.env['LEDGER_TEST_CONTENT'] === undefined)(
    'is what the guide’s pictures show: npm run guide -- --pictures',
    async () => {
      expect(await stalePictures(browser, origin)).toEqual([]);
    },
    MINUTES,
  );

  async function textOf(page: string, javaScriptEnabled: boolean): Promise<string> {
    const context = await browser.newContext({ javaScriptEnabled });
    try {
      const tab = await context.newPage();
      await tab.goto(origin + page);
      await tab.locator('h1').waitFor({ state: 'visible' });
      return await tab.locator('body').innerText();
    } finally {
      await context.close();
    }
  }
});
