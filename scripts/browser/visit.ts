import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, Page, Response } from 'playwright-core';

/** What a page weighs and how it behaves, seen in a browser. */
export interface Visit {
  page: string;
  errors: string[];
  foreign: string[];
  nodes: number;
  /** Bytes on the wire, compressed. */
  bytes: number;
  scriptBytes: number;
  /** Faults that axe finds, each with its theme. */
  faults: string[];
  /** Widths at which the page scrolls sideways. */
  overflows: number[];
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const THEMES = ['light', 'dark'] as const;

/** How a page is looked at. */
interface Look {
  /** What stands on it when its scripts are done, as a selector; nothing is waited for where it is not said. */
  until?: string;
  /** Both where nothing is said. */
  themes?: readonly (typeof THEMES)[number][];
}

/** Opens a page, measures it, and lets axe look at it in both themes. */
export async function visit(
  browser: Browser,
  origin: string,
  path: string,
  { until, themes = THEMES }: Look = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'light' });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    const responses: Response[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('response', (response) => responses.push(response));
    await page.goto(origin + path, { waitUntil: 'load' });
    if (until !== undefined) await page.waitForSelector(until, { state: 'attached' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return {
      page: path,
      errors: path.endsWith('/404.html') ? [] : errors,
      foreign: responses.map((response) => response.url()).filter((url) => !url.startsWith(origin)),
      nodes: await page.evaluate(() => document.querySelectorAll('*').length),
      ...(await weigh(responses)),
      faults: await faultsOf(page, themes),
      overflows: await overflowsOf(page),
    };
  } finally {
    await context.close();
  }
}

async function weigh(responses: readonly Response[]): Promise<Pick<Visit, 'bytes' | 'scriptBytes'>> {
  let bytes = 0;
  let scriptBytes = 0;
  for (const response of responses) {
    const size = gzipSync(await response.body()).length;
    bytes += size;
    if (new URL(response.url()).pathname.endsWith('.js')) scriptBytes += size;
  }
  return { bytes, scriptBytes };
}

interface AxeRun {
  run: () => Promise<{
    violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
  }>;
}

/** What axe finds on an open page in either theme; unfolds what is folded. */
export async function faultsOf(page: Page, themes: Look['themes'] = THEMES): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  await page.evaluate(AXE);
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: AxeRun };
      const { violations } = await axe.run();
      return violations.map(
        ({ id, nodes }) => `${id}: ${String(nodes[0]?.target)} ${nodes[0]?.failureSummary ?? ''}`,
      );
    });
    faults.push(...found.map((fault) => `${colorScheme} ${fault}`));
  }
  return faults;
}

/** Widths at which an open page scrolls sideways. */
export async function overflowsOf(page: Page): Promise<number[]> {
  const overflows: number[] = [];
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) overflows.push(width);
  }
  return overflows;
}
