import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBuiltSite } from './built-site.ts';
import { writeUpgradeContent } from './upgrade-content.ts';
import { faultsOf, overflowsOf } from './visit.ts';

const UPGRADE = '/ferry/upgrade/';

const site = useBuiltSite({
  edition: 'public',
  content: async (folder) => {
    const content = path.join(folder, 'content');
    await writeUpgradeContent(content);
    return content;
  },
});

async function answered(page: Page): Promise<string> {
  await page.waitForSelector('#answer-title');
  return page.innerText('#answer');
}

function textsIn(page: Page, section: string): Promise<string[]> {
  return page.locator(`#answer [data-section=${section}] .prose`).allInnerTexts();
}

test('the keyboard alone chooses, reads and ticks off; ticks outlast a reload', () =>
  site.on(UPGRADE, async (page) => {
    await page.focus('h1 ~ nav a:last-of-type');
    await tabTo(page, 'select[name=from]');
    await page.keyboard.type('1.0.0');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1.2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answered(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-title');
    expect(new URL(page.url()).search).toBe('?from=1.0.0&to=1.2.0');
    await tabTo(page, 'input[type=checkbox]');
    await page.keyboard.press('Space');
    expect(await page.innerText('#answer output')).toBe('1 of 2 done');
    await page.reload();
    await answered(page);
    expect(await ticks(page)).toEqual([true, false]);
    await page.focus('.ticked button');
    await page.keyboard.press('Enter');
    expect(await ticks(page)).toEqual([false, false]);
    await page.reload();
    await answered(page);
    expect(await ticks(page)).toEqual([false, false]);
  }));

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`the keyboard never reaches ${selector}`);
}

function ticks(page: Page): Promise<boolean[]> {
  return page
    .locator('#answer input[type=checkbox]')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));
}

test('a link answers: what is to be done first, net of what came and went, dependencies in one step', () =>
  site.on(`${UPGRADE}?from=1.0.0&to=1.3.1`, async (page) => {
    await answered(page);
    expect(await page.locator('#answer .section-name').allInnerTexts()).toEqual([
      ...['Action required', 'Upgrade notes', 'Security', 'Compatibility', 'Deprecated', 'Known issues'],
      ...['Maturity', 'Fixed', 'Dependencies', 'Came and went'],
    ]);
    expect(await textsIn(page, 'action')).toEqual([
      'Rename pier to quay in your values.',
      expect.stringContaining('Run ferry migrate'),
    ]);
    expect(await page.innerText('[data-section=security]')).toContain('High');
    expect(await page.innerText('[data-section=issues]')).toContain('shout');
    expect(await page.innerText('[data-section=cameAndWent] summary')).toContain('1 change came and went');
    const cells = (section: string) => page.locator(`[data-section=${section}] tbody tr`).allInnerTexts();
    expect(await cells('dependencies')).toEqual(['anchor\t1.0\t1.3\t1.2']);
    expect(await cells('features')).toEqual(['Night crossings\tnot said\tStable']);
    const href = await page.getAttribute('[data-section=action] .facts a', 'href');
    expect(href).toBe('/ferry/1.1.0/#ferry-2');
  }));

test('a fix that the target lacks is a loud warning; what is brought over is not told', () =>
  site.on(`${UPGRADE}?from=1.0.1&to=1.2.0`, async (page) => {
    const text = await answered(page);
    expect(await textsIn(page, 'lost')).toEqual(['A leak in the deck.']);
    expect(text).toContain('1.0.1 is on a branch of its own');
    expect(text).not.toContain('A leak in the hull.');
  }));

test('swapped versions are put right, in words and in the form', () =>
  site.on(`${UPGRADE}?from=1.2.0&to=1.1.0`, async (page) => {
    expect(await answered(page)).toContain('this is told from 1.1.0 to 1.2.0');
    expect(await page.innerText('#answer-title')).toBe('From 1.1.0 to 1.2.0');
    const chosen = ['from', 'to'].map((end) => page.inputValue(`select[name=${end}]`));
    expect(await Promise.all(chosen)).toEqual(['1.1.0', '1.2.0']);
  }));

test('what cannot be answered is said: unknown versions, the same twice, a withdrawn end', () =>
  site.on(UPGRADE, async (page) => {
    const words = async (query: string): Promise<string> => {
      await page.goto(`${site.origin}${UPGRADE}?${query}`);
      await page.waitForSelector('#answer > :not(.progress)');
      return page.innerText('#answer');
    };
    expect(await words('from=1.0.0&to=9.9')).toContain('no version “9.9”');
    expect(await words('from=<b>x</b>&to=1.2.0')).toContain('no version “<b>x</b>”');
    expect(await words('to=9.9')).toContain('no version “9.9”');
    expect(await words('from=1.2.0&to=1.2.0')).toContain('1.2.0 twice');
    expect(await words('from=&to=1.2.0')).toContain('Choose the version that you run');
    expect(await words('from=1.2.0&to=1.3.0')).toContain(
      'Do not upgrade to 1.3.0: it was withdrawn. It sinks.',
    );
    expect(await words('from=1.3.0&to=1.3.1')).toContain('1.3.0, which you run, was withdrawn. It sinks.');
  }));

test('only the months of needed releases are read', () =>
  site.on(`${UPGRADE}?from=1.1.0&to=1.2.0`, async (page, requests) => {
    await answered(page);
    const months = requests.flatMap((url) => /months\/(.*)\.json/.exec(url)?.[1] ?? []);
    // 1.2.0 itself, and 1.1.0, of which it took a change back.
    expect(months.sort()).toEqual(['2025-03', '2025-07']);
    await page.selectOption('select[name=to]', '1.3.1');
    await page.waitForFunction(() => document.querySelector('#answer-title')?.textContent?.includes('1.3.1'));
    const all = requests.flatMap((url) => /months\/(.*)\.json/.exec(url)?.[1] ?? []);
    expect(all.sort()).toEqual(['2025-03', '2025-07', '2025-09', '2025-11']);
  }));

test('a file that cannot be read is said, and tried again', () =>
  site.on(UPGRADE, async (page) => {
    await page.route('**/months/2025-07.json', (route) => route.abort());
    await page.selectOption('select[name=from]', '1.1.0');
    await page.selectOption('select[name=to]', '1.2.0');
    await page.click('form[data-upgrade] button');
    await page.waitForSelector('#answer [role=alert]');
    await page.unroute('**/months/2025-07.json');
    await page.click('#answer [role=alert] button');
    expect(await answered(page)).toContain('From 1.1.0 to 1.2.0');
  }));

test('who chooses again does not get the answer to what was asked before', () =>
  site.on(UPGRADE, async (page) => {
    let isHeld = true;
    await page.route('**/months/2025-09.json', async (route) => {
      while (isHeld) await new Promise((done) => setTimeout(done, 20));
      await route.continue().catch(() => undefined);
    });
    await page.selectOption('select[name=from]', '1.2.0');
    await page.click('form[data-upgrade] button');
    await page.waitForSelector('#answer .progress');
    await page.selectOption('select[name=to]', '1.1.0');
    await page.waitForSelector('#answer-title');
    isHeld = false;
    await page.waitForTimeout(200);
    expect(await page.innerText('#answer-title')).toBe('From 1.1.0 to 1.2.0');
  }));

test('a release leads here with its version chosen, by a form that needs no script', () =>
  site.on(
    '/ferry/1.3.1/',
    async (page) => {
      await page.selectOption('.upgrade-from select', '1.1.0');
      await page.click('.upgrade-from button');
      await page.waitForURL(`${site.origin}${UPGRADE}?from=1.1.0&to=1.3.1`);
    },
    { javaScriptEnabled: false },
  ));

test('an answer gives axe nothing to find, and never scrolls sideways, from the left or from the right', async () => {
  const address = `${UPGRADE}?from=1.0.1&to=1.3.0`;
  await site.on(address, async (page) => {
    await answered(page);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflowsOf(page)).toEqual([]);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await overflowsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500);
  });
});

test('of very many changes some are shown, and more for who asks', () =>
  site.on(`${UPGRADE}?from=1.3.0&to=1.3.1`, async (page) => {
    expect(await answered(page)).toContain('300 changes for you');
    const items = page.locator('[data-section=fixed] li');
    expect(await items.count()).toBe(12);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500);
    await page.click('[data-section=fixed] button:has-text("100 more of 288")');
    expect(await items.count()).toBe(112);
    expect(await items.nth(12).evaluate((item) => item === document.activeElement)).toBe(true);
  }));

test('a small screen chooses and reads', () =>
  site.on(
    UPGRADE,
    async (page) => {
      await page.selectOption('select[name=from]', '1.1.0');
      await page.click('form[data-upgrade] button');
      expect(await answered(page)).toContain('From 1.1.0 to 1.3.1');
      const box = await page.locator('#answer input[type=checkbox]').first().boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true },
  ));

test('an answer is copied as Markdown', () =>
  site.on(
    `${UPGRADE}?from=1.1.0&to=1.2.0`,
    async (page) => {
      await answered(page);
      await page.click('.tools button:nth-of-type(2)');
      await page.waitForFunction(() => document.querySelector('.tools [role=status]')?.textContent !== '');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain('# From 1.1.0 to 1.2.0');
      expect(copied).toMatch(/^- \[ \] \*\*Breaking\*\* Run `ferry migrate .*ferry\/1\.2\.0\/#ferry-7\)\)$/m);
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ));

test('without JavaScript three clicks lead from home to what is new', () =>
  site.on(
    '/',
    async (page) => {
      await page.click(`main a[href="${UPGRADE}"]`);
      await page.click('a[href="/ferry/upgrade/to/1.3.1/"]');
      await page.click('.starts a:has-text("1.1.0")');
      await page.waitForURL(/#from-1\.1\.0$/);
      const above = await page.evaluate(() => {
        const line = document.querySelector('#from-1\\.1\\.0');
        const steps = [...document.querySelectorAll('.step')];
        return steps
          .filter((step) => line && step.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING)
          .map((step) => step.querySelector('h2')?.textContent?.trim());
      });
      expect(above).toEqual(['1.3.1', '1.3.0', '1.2.0']);
      expect(await page.innerText('.way')).toContain('Run ferry migrate');
      expect(await page.textContent('.branches')).toContain('1.0.1 is on a branch of its own');
      expect(await page.getAttribute('meta[name=robots]', 'content')).toContain('noindex');
    },
    { javaScriptEnabled: false },
  ));
