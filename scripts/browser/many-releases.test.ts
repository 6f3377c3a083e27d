import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type WrittenProduct, writeManyReleases } from '../bench/site/many-releases.ts';
import { useBuiltSite } from './built-site.ts';
import { askedPages, type SitePage, siteFile, siteFiles, sitePages } from './many-releases-pages.ts';
import { type Visit, visit } from './visit.ts';

const MINUTES = 60_000;
const KILOBYTE = 1024;
const RELEASES = 2000;
/** What the first view of a page may weigh, its scripts, and its elements. */
const [BYTES, SCRIPT_BYTES, NODES] = [100 * KILOBYTE, 15 * KILOBYTE, 2500];

describe.skipIf(process.env['LEDGER_TEST_CONTENT'] !== undefined)('a product of 2,000 releases', () => {
  let written: WrittenProduct;
  const [opened, asked]: [Visit[], Visit[]] = [[], []];

  const site = useBuiltSite({
    edition: 'public',
    content: (folder) => {
      const content = path.join(folder, 'content');
      written = writeManyReleases(content, RELEASES);
      return content;
    },
    ready: async ({ built }) => {
      opened.push(...(await lookAtAll(sitePages(built, written))));
      asked.push(...(await lookAtAll(askedPages(written))));
    },
  });

  /** Two at a time: the browser reads one page while axe looks at the other. */
  async function lookAtAll(pages: readonly SitePage[]): Promise<Visit[]> {
    const [left, visits]: [SitePage[], Visit[]] = [[...pages], []];
    const inTurn = async (): Promise<void> => {
      for (let page = left.shift(); page !== undefined; page = left.shift()) visits.push(await look(page));
    };
    await Promise.all([inTurn(), inTurn()]);
    return visits;
  }

  function look({ page, until }: SitePage): Promise<Visit> {
    const themes = ['light'] as const;
    return visit(site.browser, site.origin, page, { themes, ...(until !== null && { until }) });
  }

  test('has them all, and pages of every kind', () => {
    expect(new Set(written.versions).size).toBe(RELEASES);
    for (const kind of [/\/older\/\d+\/$/, /\/archive\/\d+\/page\//, /\/part\/\d+\/$/, /\/security\/cve-/])
      expect(opened.map(({ page }) => page)).toContainEqual(expect.stringMatching(kind));
    expect(opened.length).toBeGreaterThan(30);
  });

  test('no page says anything to the console, asks another origin, gives axe anything to find or scrolls sideways', () => {
    const faults = [...opened, ...asked].flatMap(({ page, errors, foreign, faults, overflows }) =>
      [...errors, ...foreign, ...faults, ...overflows].map((fault) => `${page} ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test('every page keeps its budgets', () => {
    const over = opened.filter(
      ({ nodes, bytes, scriptBytes }) => nodes > NODES || bytes > BYTES || scriptBytes > SCRIPT_BYTES,
    );
    expect(over.map(({ page, nodes, bytes, scriptBytes }) => ({ page, nodes, bytes, scriptBytes }))).toEqual(
      [],
    );
  });

  test('answers stay short enough to read, however much was asked for', () => {
    expect(asked.filter(({ nodes }) => nodes > NODES).map(({ page, nodes }) => ({ page, nodes }))).toEqual(
      [],
    );
  });

  test(
    'feeds and the list of all releases stay small',
    () => {
      const sizes = siteFiles(written).map(
        (file) => [file, gzipSync(siteFile(site.built, file)).length] as const,
      );
      expect(sizes.filter(([, size]) => size > BYTES)).toEqual([]);
    },
    MINUTES,
  );
});
