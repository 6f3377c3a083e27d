import { rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../browser/browser.ts';
import { filesBelow } from '../browser/built-editions.ts';
import { askedPages, type SitePage, siteFile, siteFiles, sitePages } from '../browser/many-releases-pages.ts';
import { visit } from '../browser/visit.ts';
import { listen, staticServer } from '../site/static-server.ts';
import type { PageFigure } from './audit.ts';
import { type HugoFigures, measureHugo } from './hugo.ts';
import { type Contender, measure, type Run } from './measure.ts';
import { type WrittenProduct, writeManyReleases } from './site/many-releases.ts';

/** What the public edition of a product of many releases costs, and what its readers load. */
export interface SiteFigures {
  releases: number;
  build: Run;
  /** Pages for people, and all files. */
  pages: number;
  files: number;
  visited: PageFigure[];
  /** Feeds and documents, compressed. */
  documents: { file: string; kilobytes: number }[];
  /** Hugo beside it, in rounds of their own; null where it is not installed. */
  hugo: HugoFigures | null;
}

const NOW = '2026-09-28T10:00:00Z';
const PEER_ROUNDS = 3;

/** Builds the public edition of a product with so many releases, and reads the pages that grow with them in a browser. */
export async function measureSite(releases: number, work: string): Promise<SiteFigures> {
  const [content, out] = [path.join(work, 'content'), path.join(work, 'public')];
  const written = writeManyReleases(content, releases);
  const contender = buildOf(content, out, path.join(work, 'cache'));
  const build = await measure(contender);
  const files = await filesBelow(out);
  return {
    releases: written.releases,
    build,
    pages: files.filter((file) => file.endsWith('.html') && !file.endsWith('email.html')).length,
    files: files.length,
    visited: await visitAll(out, [...sitePages(out, written), ...askedPages(written)]),
    documents: documentsOf(out, written),
    hugo: await measureHugo({ content, out, build: contender }, work, PEER_ROUNDS),
  };
}

/** A build of everything: nothing of an earlier one is there. */
function buildOf(content: string, out: string, cache: string): Contender {
  const build = ['scripts/build.ts', '--edition', 'public', '--content', content, '--out', out];
  return {
    name: 'public edition',
    command: [process.execPath, ...build],
    environment: { LEDGER_NOW: NOW, NODE_ENV: 'production', LEDGER_CACHE: cache },
    prepare: () => {
      for (const folder of [cache, out]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function visitAll(out: string, pages: readonly SitePage[]): Promise<PageFigure[]> {
  const server = await staticServer(out);
  const browser = await launchBrowser();
  try {
    const origin = await listen(server, 0, '127.0.0.1');
    const figures: PageFigure[] = [];
    for (const page of pages) figures.push(await figureOf(browser, origin, page));
    return figures;
  } finally {
    await browser.close();
    server.close();
  }
}

async function figureOf(browser: Browser, origin: string, { page, until }: SitePage): Promise<PageFigure> {
  const look = until === null ? {} : { until };
  const { nodes, bytes, scriptBytes, errors, foreign, faults, overflows } = await visit(
    browser,
    origin,
    page,
    look,
  );
  const wide = overflows.map((width) => `scrolls sideways at ${width} pixels`);
  return {
    ...{ page, nodes, kilobytes: bytes / 1024, scriptKilobytes: scriptBytes / 1024 },
    faults: [...errors, ...foreign, ...faults, ...wide],
  };
}

function documentsOf(out: string, written: WrittenProduct): SiteFigures['documents'] {
  return siteFiles(written).map((file) => ({
    file,
    kilobytes: gzipSync(siteFile(out, file)).length / 1024,
  }));
}
