import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { listen, staticServer } from '../site/static-server.ts';
import { launchBrowser } from './browser.ts';
import { buildInto, temporaryFolder } from './built-editions.ts';
import { sampleEdition } from './sample-editions.ts';

const MINUTES = 60_000;

/** What a test does on a page; `requests` are the addresses that were asked for by then. */
type Task = (page: Page, requests: readonly string[]) => Promise<void>;

/** A built edition that is served, and a browser to visit it with. */
export interface BuiltSite {
  /** A folder for whatever else the tests write. */
  folder: string;
  /** Where the edition is. */
  built: string;
  /** Where it is served, as "http://127.0.0.1:4321". */
  origin: string;
  browser: Browser;
  /** Opens a page in a window of its own. Nothing may go wrong there unseen, and no other origin may be asked. */
  on(address: string, task: Task, options?: BrowserContextOptions): Promise<void>;
}

/** What the tests of a file need. */
export interface WantedSite {
  edition: 'public' | 'internal';
  /**
   * Writes a ledger to build into a folder for the test's own files, and says where. Where nothing does, the edition is
   * the one of the tests' ledger that other files read as well.
   */
  content?: (folder: string) => string | Promise<string>;
  /** Further arguments of the browser. */
  browserArguments?: readonly string[];
  /** Done when all is there. */
  ready?: (site: BuiltSite) => Promise<void>;
}

/** Has an edition before the tests of a file, serves it, and removes everything after them. */
export function useBuiltSite({ edition, content, browserArguments = [], ready }: WantedSite): BuiltSite {
  let server: Server | undefined;
  const site: BuiltSite = {
    ...{ folder: '', built: '', origin: '', browser: undefined as unknown as Browser },
    on: (address, task, options = {}) => onPage(site, address, task, options),
  };
  beforeAll(async () => {
    site.folder = await temporaryFolder();
    site.built = content
      ? await buildInto(site.folder, edition, await content(site.folder))
      : await sampleEdition(edition);
    server = await staticServer(site.built);
    site.origin = await listen(server, 0, '127.0.0.1');
    site.browser = await launchBrowser(browserArguments);
    await ready?.(site);
  }, 10 * MINUTES);
  afterAll(async () => {
    await site.browser?.close();
    server?.close();
    await rm(site.folder, { recursive: true, force: true });
  });
  return site;
}

/** What the browser says by itself of a request that a test lets fail, and of a typeface that a busy machine got late. */
const EXPECTED = /^Failed to load resource|was preloaded using link preload but not used/;

function isComplaint(message: ConsoleMessage): boolean {
  return /^(?:error|warning)$/.test(message.type()) && !EXPECTED.test(message.text());
}

async function onPage(
  { browser, origin }: BuiltSite,
  address: string,
  task: Task,
  options: BrowserContextOptions,
): Promise<void> {
  const context = await browser.newContext(options);
  const [errors, requests]: [string[], string[]] = [[], []];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => isComplaint(message) && errors.push(message.text()));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(origin + address);
    await task(page, requests);
  } finally {
    await context.close();
  }
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(?:data|blob):/.test(url))).toEqual([]);
}
