import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from './broken-links.ts';
import { useBuiltSite } from './built-site.ts';
import { writeTablesContent } from './tables-content.ts';
import { visit } from './visit.ts';

const MINUTES = 60_000;
/** A page of every kind that tells of a product over all its releases, with rows and without. */
const PAGES = [
  ...['breaking', 'deprecations', 'known-issues', 'security', 'compatibility'].map(
    (table) => `/harbour/${table}/`,
  ),
  '/harbour/security/cve-2026-1111/',
  '/harbour/archive/2026/',
  '/harbour/1.1.0/',
  '/security/',
  '/lantern/breaking/',
  '/lantern/security/',
];

const site = useBuiltSite({
  edition: 'public',
  content: async (folder) => {
    const content = path.join(folder, 'content');
    await writeTablesContent(content);
    return content;
  },
});

async function on(
  address: string,
  options: BrowserContextOptions,
  task: (page: Page) => Promise<void>,
): Promise<void> {
  await site.on(address, task, options);
}

async function textsOf(page: Page): Promise<string[]> {
  const texts: string[] = [];
  for (const address of PAGES) {
    await page.goto(`${site.origin}${address}`);
    texts.push(await page.innerText('body'));
  }
  return texts;
}

/** How far a page is wider than its window when it is read from right to left. */
async function overflowFromRight(page: Page, address: string, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  if (!page.url().endsWith(address)) await page.goto(`${site.origin}${address}`);
  return page.evaluate(() => {
    document.documentElement.setAttribute('dir', 'rtl');
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });
}

/** Clicks a link and waits for where it leads to. */
async function follow(page: Page, link: string): Promise<void> {
  const href = await page.locator(link).first().getAttribute('href');
  await page.locator(link).first().click();
  await page.waitForURL(`${site.origin}${href}`);
}

/** Moves the focus with the keyboard alone until it is where it is wanted. */
async function tabTo(page: Page, isWanted: (name: string) => boolean): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement: focused } = document;
      return (
        focused?.getAttribute('aria-label') ?? focused?.getAttribute('name') ?? focused?.textContent ?? ''
      );
    });
    if (isWanted(name.trim())) return;
  }
  throw new Error('the keyboard does not get there');
}

const WITHOUT_SCRIPT = { javaScriptEnabled: false };

describe('without JavaScript', () => {
  test(
    'the newest breaking change of a product is one click away from home',
    () =>
      on('/', WITHOUT_SCRIPT, async (page) => {
        await follow(page, 'a:has-text("What breaks")');
        const first = page.locator('.by-release').first();
        expect(await first.locator('h2').innerText()).toBe('1.3.0');
        expect(await first.innerText()).toContain('Quay needs PostgreSQL 16.');
        expect(await page.innerText('main')).toContain('so 2 still hold');
      }),
    MINUTES,
  );

  test(
    'two clicks from home tell whether a vulnerability affects a release',
    () =>
      on('/', WITHOUT_SCRIPT, async (page) => {
        await follow(page, '.masthead a:has-text("Security")');
        await follow(page, 'a:has-text("CVE-2026-1111")');
        const rows = await page.locator('.standings').first().locator('tbody tr').allInnerTexts();
        expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
          '1.2.0 to 1.3.0 1.3.0 1.2.0 ✓ No: fixed',
          '1.1.0 ⊘ Yes, affected',
          '1.0.1 ✓ No: fixed',
          '1.0.0 ⊘ Yes, affected',
        ]);
      }),
    MINUTES,
  );

  test(
    'a known issue tells its workaround and what became of it, in its release and in the table',
    () =>
      on('/harbour/1.1.0/#known-1', WITHOUT_SCRIPT, async (page) => {
        const issue = page.locator('#known-1');
        expect(await issue.locator('.workaround').innerText()).toContain('kubectl rollout restart');
        expect(await issue.locator('.issue-fate').innerText()).toContain('Fixed in 1.3.0');
        await page.goto(`${site.origin}/harbour/known-issues/`);
        expect(await page.locator('.item').first().innerText()).toContain('Not fixed yet');
        await follow(page, 'a[href="/harbour/1.1.0/#known-1"]');
        expect(await page.locator('#known-1').isVisible()).toBe(true);
      }),
    MINUTES,
  );

  test(
    'years lead from the product to the archive, and from year to year',
    () =>
      on('/harbour/', WITHOUT_SCRIPT, async (page) => {
        await follow(page, '.year-name a');
        expect(await page.innerText('h1')).toContain('Releases of 2026');
        await follow(page, '.years a[rel=prev]');
        expect(await page.innerText('main')).toContain('Crane lifts containers.');
      }),
    MINUTES,
  );

  test(
    'pages read as they do with it',
    async () => {
      const texts: string[][] = [];
      for (const javaScriptEnabled of [false, true])
        await on('/', { javaScriptEnabled }, async (page) => {
          texts.push(await textsOf(page));
        });
      expect(texts[0]).toHaveLength(PAGES.length);
      expect(texts[0]).toEqual(texts[1]);
    },
    MINUTES,
  );
});

describe('with the keyboard alone', () => {
  test(
    'a version is chosen, and told what affects it',
    () =>
      on('/harbour/security/', {}, async (page) => {
        await tabTo(page, (name) => name === 'version');
        await page.keyboard.type('1.1.0');
        await page.waitForSelector('#affected .affected-answer li');
        const text = await page.innerText('#affected .affected-answer');
        expect(text).toContain('2 recorded vulnerabilities affect 1.1.0.');
        expect(text).toContain('CVE-2026-2222 · Low · fixed in 1.2.0');
        expect(new URL(page.url()).search).toBe('?version=1.1.0');
      }),
    MINUTES,
  );

  test(
    'a vulnerability is found from home',
    () =>
      on('/', {}, async (page) => {
        await tabTo(page, (name) => name === 'Security');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/security/');
        await tabTo(page, (name) => name === 'CVE-2026-2222');
        await page.keyboard.press('Enter');
        await page.waitForURL('**/cve-2026-2222/');
        expect(await page.innerText('.verdict')).toContain('1.3.0, is not affected');
      }),
    MINUTES,
  );
});

test(
  'an address with a version answers at once, for one that is free and one that is none',
  async () => {
    for (const [version, answer] of [
      ['1.3.0', 'No recorded vulnerability affects 1.3.0.'],
      ['9.9.9', 'There is no release 9.9.9 among those recorded.'],
    ] as const)
      await on(`/harbour/security/?version=${version}`, {}, async (page) => {
        await page.waitForSelector('#affected .affected-answer p');
        expect(await page.innerText('#affected .affected-answer')).toContain(answer);
      });
  },
  MINUTES,
);

test(
  'pages are clean for axe in both themes, keep their budgets and never scroll sideways',
  async () => {
    for (const address of PAGES) {
      const seen = await visit(site.browser, site.origin, address);
      expect(seen, address).toMatchObject({ errors: [], foreign: [], faults: [], overflows: [] });
      expect(seen.bytes, address).toBeLessThan(100 * 1024);
      expect(seen.scriptBytes, address).toBeLessThan(15 * 1024);
    }
  },
  MINUTES,
);

test(
  'pages read from right to left as well',
  async () => {
    await on('/', {}, async (page) => {
      for (const address of PAGES)
        for (const width of [320, 1280])
          expect(await overflowFromRight(page, address, width), `${address} at ${width}`).toBe(0);
      await overflowFromRight(page, '/harbour/breaking/', 1280);
      const [margin, written] = await Promise.all(
        ['.in-margin', '.written'].map((part) => page.locator(part).first().boundingBox()),
      );
      expect(margin?.x).toBeGreaterThan(written?.x ?? Number.POSITIVE_INFINITY);
    });
  },
  MINUTES,
);

test(
  'nothing leads to a table, a vulnerability or a year that is not there',
  async () => {
    const ours = /\/(?:breaking|deprecations|known-issues|security|compatibility|archive)\//;
    expect((await brokenLinks(site.built)).filter((link) => ours.test(link.split(' → ')[1] ?? ''))).toEqual(
      [],
    );
  },
  MINUTES,
);
