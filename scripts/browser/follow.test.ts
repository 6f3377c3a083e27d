import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { listen } from '../site/static-server.ts';
import { filesBelow, pagesOf, testContent } from './built-editions.ts';
import { useBuiltSite } from './built-site.ts';

const SITE = 'https://releases.example.org';

let files: string[] = [];

beforeAll(() => {
  vi.stubEnv('LEDGER_SITE', SITE);
  return () => vi.unstubAllEnvs();
});

const site = useBuiltSite({
  edition: 'public',
  content: testContent,
  ready: async ({ built }) => {
    files = await filesBelow(built);
  },
});

function textOf(file: string): Promise<string> {
  return readFile(path.join(site.built, file), 'utf8');
}

/** The feed that a link leads to, as a reader's program gets it. */
async function feedBehind(page: Page, selector: string): Promise<ReturnType<typeof parseFeed>> {
  const href = await page.locator(selector).first().getAttribute('href');
  return parseFeed(await (await page.request.get(new URL(href ?? '', page.url()).href)).text());
}

/** The first product that has a page to follow it. */
async function firstFollowPage(): Promise<string> {
  const pages = await pagesOf(site.built);
  return pages.find((page) => page.endsWith('/follow/')) ?? '';
}

describe('without JavaScript', () => {
  test('a product’s feed is two clicks from home, all products’ feed is one', () =>
    site.on(
      '/',
      async (page) => {
        expect((await feedBehind(page, '.follow-all a[href$="/feed.xml"]')).items.length).toBeGreaterThan(0);
        await page.locator('.follow-all a[href$="/follow/"]').first().click();
        await page.waitForURL(/\/follow\/$/);
        const product = new URL(page.url()).pathname.split('/')[1];
        const feed = await feedBehind(page, '.feed a[href$="/feed.xml"]');
        expect(feed.self).toBe(`${SITE}/${product}/feed.xml`);
      },
      { javaScriptEnabled: false },
    ));

  test('readers find the feeds in the head of home, product and release pages', async () => {
    const product = (await firstFollowPage()).split('/')[1] ?? '';
    for (const page of ['/', `/${product}/`, `/${product}/latest/`])
      await site.on(page, async (tab) => {
        const feeds = tab.locator('head link[rel=alternate][type="application/atom+xml"]');
        expect(await feeds.count()).toBe(3);
        expect(
          (await feedBehind(tab, 'head link[rel=alternate][type="application/atom+xml"]')).items,
        ).not.toEqual([]);
      });
  });
});

describe('the page to follow a product', () => {
  test('copies what its buttons stand beside', async () =>
    site.on(
      await firstFollowPage(),
      async (page) => {
        for (const snippet of await page.locator('.snippet').all()) {
          await snippet.locator('button.copy').click();
          const copied = await page.evaluate(() => navigator.clipboard.readText());
          expect(copied).toBe((await snippet.locator('[data-copied-text]').textContent())?.trim());
          expect(copied).toContain(SITE);
        }
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  test('names files that are there', async () =>
    site.on(await firstFollowPage(), async (page) => {
      const links = await page
        .locator('.follow a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
      expect(links.length).toBeGreaterThan(10);
      for (const link of links)
        expect((await page.request.get(`${site.origin}${link}`)).status(), link).toBe(200);
    }));

  test('shows a badge whose words fit', async () =>
    site.on(`${(await firstFollowPage()).replace('follow/', '')}badge.svg`, async (page) => {
      const widths = await page.evaluate(() => {
        const texts = [...document.querySelectorAll('text')].map((text) => text.getComputedTextLength());
        const fields = [...document.querySelectorAll('g > rect')].map(
          (field) => field.getBoundingClientRect().width,
        );
        return texts.map((width, index) => (fields[index] ?? 0) - width);
      });
      expect(widths).toHaveLength(2);
      for (const room of widths) expect(room).toBeGreaterThanOrEqual(8);
      expect(await page.locator('title').textContent()).toMatch(/\S+: \S+/);
    }));
});

test('what is new can be put into another page, and its links leave the frame', async () => {
  const address = (await firstFollowPage()).replace('follow/', 'whats-new/');
  const host = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><title>Host</title><iframe src="${site.origin}${address}" width="400" height="480"></iframe>`,
    );
  });
  const hostOrigin = await listen(host, 0, '127.0.0.1');
  const context = await site.browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(hostOrigin);
    const frame = page.frameLocator('iframe');
    expect(await frame.locator('li h2').count()).toBeLessThanOrEqual(5);
    expect(await frame.locator('script').count()).toBe(0);
    await frame.locator('li h2 a').first().click();
    await page.waitForURL(`${site.origin}/**`);
    expect(page.url().startsWith(site.origin)).toBe(true);
  } finally {
    await context.close();
    host.close();
  }
});

describe('files', () => {
  test('stand beside every release, and the changelog has every release that is told of alone', async () => {
    const releases = files
      .filter((file) => /^[^/]+\/\d[^/]*\/index\.html$/.test(file))
      .map((file) => path.posix.dirname(file));
    expect(releases.length).toBeGreaterThan(5);
    for (const release of releases)
      for (const file of ['notes.md', 'github.md', 'email.html', 'slack.json'])
        expect(files).toContain(`${release}/${file}`);
    for (const product of new Set(releases.map((release) => release.split('/')[0])))
      expect(await textOf(`${product}/CHANGELOG.md`)).toMatch(/^## \[\d/m);
  });

  test('lead only to what is there, wherever they are read', async () => {
    const told = files.filter((file) =>
      /(?:feed\.xml|feed\.json|notes\.md|email\.html|slack\.json|CHANGELOG\.md)$/.test(file),
    );
    const there = new Set(files.map((file) => `/${file}`));
    const lost: string[] = [];
    for (const file of told)
      for (const [, link = ''] of (await textOf(file)).matchAll(
        /https:\/\/releases\.example\.org(\/[^\s"<>()|#\\]*)/g,
      ))
        if (!there.has(link.endsWith('/') ? `${link}index.html` : link)) lost.push(`${file} → ${link}`);
    expect(lost).toEqual([]);
  });

  test('a mail is no page for search engines, asks for nothing, and fits a phone', async () => {
    const mail = files.find((file) => file.endsWith('/email.html')) ?? '';
    expect(await pagesOf(site.built)).not.toContain(`/${mail}`);
    await site.on(
      `/${mail}`,
      async (page) => {
        expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
        expect(await page.evaluate(() => performance.getEntriesByType('resource').length)).toBe(0);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      },
      { viewport: { width: 320, height: 700 } },
    );
  });
});
