import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawRows } from '../../src/population/sample.ts';
import { useBuiltSite } from './built-site.ts';

const MINUTES = 60_000;

const site = useBuiltSite({ edition: 'internal' });

async function downloaded(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[name=download]')]);
  return readFile((await download.path()) ?? '', 'utf8');
}

function rowsOf(csv: string): string[] {
  return csv
    .split('\r\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1);
}

describe.skipIf(process.env['LEDGER_TEST_CONTENT'] !== undefined)('an auditor', () => {
  test(
    'downloads exactly what is filtered',
    () =>
      site.on('/audit/population/?type=emergency', async (page) => {
        const whole = await readFile(path.join(site.built, 'audit/population/population.csv'), 'utf8');
        await page.waitForFunction(() => document.querySelector('#filter output')?.textContent !== '');
        const text = await downloaded(page);
        const wanted = rowsOf(whole).filter((row) => row.includes(',emergency,'));
        expect(wanted.length).toBeGreaterThan(0);
        expect(rowsOf(text)).toEqual(wanted);
        const before = text.slice(0, text.lastIndexOf('# digest'));
        expect(text).toContain(createHash('sha256').update(before).digest('hex'));
        await page.selectOption('select[name=type]', '');
        expect(await downloaded(page)).toBe(whole);
      }),
    MINUTES,
  );

  test(
    'draws the sample that the command draws',
    () =>
      site.on('/audit/sample/?seed=audit%202026&size=5', async (page) => {
        await page.waitForSelector('#drawn tbody tr');
        const drawn = await page
          .locator('#drawn tbody tr td:last-child')
          .evaluateAll((cells) =>
            cells.map((cell) => [...cell.querySelectorAll('bdi')].map((word) => word.textContent).join(' ')),
          );
        const whole = await readFile(path.join(site.built, 'audit/population/population.csv'), 'utf8');
        const digest = /# digest[ =:]*(sha256:[0-9a-f]{64}|[0-9a-f]{64})/.exec(whole)?.[1] ?? '';
        const ids = rowsOf(whole).map((row) => row.slice(0, row.indexOf(',')));
        const expected = drawRows(ids, digest, 'audit 2026', 5);
        expect(drawn).toEqual(expected.map(({ hash, id }) => `${hash} ${id}`));
      }),
    MINUTES,
  );

  test(
    'checks a seal in the browser, and sees what was changed',
    async () => {
      const check = (page: Page): Promise<string> =>
        page
          .click('.seal-check button')
          .then(() => page.waitForSelector('.check-result details'))
          .then(() => page.innerText('.check-result'));
      await site.on('/audit/director/1.26.2/', async (page) => {
        const text = await check(page);
        expect(await page.locator('.check-result .danger').count(), text).toBe(0);
      });
      await site.on('/audit/director/1.26.2/', async (page) => {
        await page.route('**/audit/director/1.26.2/record/recovery.md.txt', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, body: `${await response.text()}x` });
        });
        expect(await check(page)).toContain('recovery.md');
        expect(await page.locator('.check-result .danger').count()).toBeGreaterThan(0);
      });
    },
    MINUTES,
  );
});
