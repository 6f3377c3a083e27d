import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { writeBigLedger } from '../bench/big-ledger.ts';
import { useBuiltSite } from './built-site.ts';
import { visit } from './visit.ts';

const SHAPE = {
  ...{ products: 1, releases: 2, changes: 3, reports: 2, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const [LIGHT, DARK] = ['rgb(168, 67, 0)', 'rgb(255, 163, 102)'];
const PAGES = ['/', '/aster/', '/aster/1.1.0/', '/audit/', '/audit/aster/1.1.0/'];

const SITE = `---
schema: 1
name: Releases of Harbour Works
lead: What moved through the harbour.
logo: { light: site/logo.svg, dark: site/logo-dark.svg, named: true }
colours: { light: "#a84300", dark: "#ffa366" }
links:
  header:
    - { title: Documentation, address: /aster/ }
    - { title: Support, address: /find/ }
  footer:
    - { title: Imprint, address: /security/ }
texts: { home: What we shipped, footer: Made by Harbour Works., internal: Harbour log }
introduction: true
---

## How we ship

Every **weekday**.
`;

function logo(colour: string): string {
  const inner = `<path d="M0 0h420v60H0Z" fill="${colour}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 60">${inner}</svg>`;
}

/** A small ledger with a wide logo, a loud colour, and as many links as there is room for. */
function branded(folder: string): string {
  const content = path.join(folder, 'content');
  writeBigLedger(content, SHAPE);
  mkdirSync(path.join(content, 'site'));
  writeFileSync(path.join(content, 'site.md'), SITE);
  writeFileSync(path.join(content, 'site/logo.svg'), logo('#3a2415'));
  writeFileSync(path.join(content, 'site/logo-dark.svg'), logo('#ffe7d2'));
  return content;
}

const site = useBuiltSite({ edition: 'internal', content: branded });

test('pages with a brand give axe nothing to find, in either theme, and never scroll sideways', async () => {
  const visits = [];
  for (const page of PAGES) visits.push(await visit(site.browser, site.origin, page));
  expect(visits.flatMap(({ page, faults }) => faults.map((fault) => `${page} ${fault}`))).toEqual([]);
  expect(visits.flatMap(({ errors, foreign, overflows }) => [...errors, ...foreign, ...overflows])).toEqual(
    [],
  );
});

test.each(PAGES)('%s has the logo, its colour and its words', async (page) => {
  await site.on(page, async (tab) => {
    const mark = tab.getByRole('link', { name: 'Releases of Harbour Works' });
    expect(await mark.count()).toBe(1);
    const link = tab.getByRole('link', { name: 'Imprint' });
    expect(await link.evaluate((each) => getComputedStyle(each).color)).toBe(LIGHT);
    const image = tab.locator('.logo img');
    expect(await image.evaluate((each: HTMLImageElement) => [each.width, each.height])).toEqual([200, 29]);
    await tab.emulateMedia({ colorScheme: 'dark' });
    expect(await link.evaluate((each) => getComputedStyle(each).color)).toBe(DARK);
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.currentSrc))
      .toMatch(/\/brand\/logo-dark\.svg$/);
    expect(await tab.locator('.edition strong').innerText()).toBe('Harbour log');
    expect(await tab.locator('.colophon').innerText()).toContain('Made by Harbour Works.');
  });
});

test('print keeps its black, whatever the theme', async () => {
  await site.on('/aster/1.1.0/', async (tab) => {
    await tab.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const link = tab.getByRole('link', { name: 'Imprint' });
    expect(await link.evaluate((each) => getComputedStyle(each).color)).toBe('rgb(0, 0, 0)');
    const image = tab.locator('.logo img');
    await expect
      .poll(() => image.evaluate((each: HTMLImageElement) => each.currentSrc))
      .toMatch(/\/brand\/logo\.svg$/);
  });
});

test('the logo keeps its room free until it arrives', async () => {
  const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const tab = await context.newPage();
    await tab.route('**/brand/logo.svg', () => {});
    await tab.goto(`${site.origin}/`, { waitUntil: 'domcontentloaded' });
    const box = await tab.locator('.logo img').boundingBox();
    expect([box?.width, box?.height]).toEqual([200, 29]);
  } finally {
    await context.close();
  }
});

test('the home page has the introduction, and its words', async () => {
  const home = await readFile(path.join(site.built, 'index.html'), 'utf8');
  expect(home).toMatch(/<h1[^>]*>What we shipped<\/h1>/);
  expect(home).toMatch(/<h2[^>]*>How we ship<\/h2>\s*<p>Every <strong>weekday<\/strong>/);
  expect(home).toContain('What moved through the harbour.');
});
