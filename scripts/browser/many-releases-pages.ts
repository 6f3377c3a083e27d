import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageNumber } from '../../src/views/paging/settled-pages.ts';
import * as paths from '../../src/views/paths.ts';
import type { WrittenProduct } from '../bench/site/many-releases.ts';

/** A page that grows with the number of releases. */
export interface SitePage {
  page: string;
  /** What stands on it when its scripts have answered; null for pages that ask nothing by themselves. */
  until: string | null;
}

/** One page of every kind that grows with a product, and two further ones of those that are cut. */
export function sitePages(built: string, written: WrittenProduct): SitePage[] {
  const { product, widest, newest } = written;
  const year = newestYear(built, product);
  const pages = [
    '/',
    paths.productPath(product),
    ...numbered(built, (page) => paths.olderPath(product, page)),
    ...cut(built, (page) => paths.archivePath(product, year, page)),
    ...paths.PRODUCT_TABLES.flatMap((table) =>
      cut(built, (page) => paths.productTablePath(product, table, page)),
    ),
    vulnerabilityPage(built, product),
    ...cut(built, paths.securityPath),
    paths.upgradePath(product),
    ...parts(built, (page) => paths.upgradeToPath(product, newest, page)),
    paths.findPath(),
    paths.entriesPath(product),
    ...cut(built, (page) => paths.facetPath(product, 'section', 'fixed', page)),
    ...cut(built, (page) => paths.facetPath(product, 'kind', 'security', page)),
    ...parts(built, (page) => paths.releasePath(product, widest, page)),
    paths.releasePath(product, newest),
    paths.latestPath(product),
    paths.followPath(product),
    paths.whatsNewPath(product),
  ];
  return pages.filter((page) => page !== '').map((page) => ({ page, until: null }));
}

/** Pages with a question in their address, as long as answers get. */
export function askedPages({ product, versions, newest }: WrittenProduct): SitePage[] {
  const upgrade = (from: string): SitePage => ({
    page: `${paths.upgradePath(product)}?from=${from}&to=${newest}`,
    until: '#answer-title',
  });
  const [first = ''] = versions.filter(isFinal);
  const search = (query: string): SitePage => ({
    page: `${paths.findPath()}?${query}`,
    until: '.hits[aria-busy=false]',
  });
  return [upgrade(yearBefore(versions)), upgrade(first), search('q=volumes'), search('section=fixed')];
}

/** Feeds and documents that grow with a product. */
export function siteFiles({ product }: WrittenProduct): string[] {
  const feeds = paths.FEEDS.flatMap((choice) =>
    [product, null].flatMap((of) => [paths.feedPath(of, choice, 'atom'), paths.feedPath(of, choice, 'json')]),
  );
  return [...feeds, paths.apiPath(product, 'releases.json'), paths.affectedDataPath(product)];
}

function isFinal(version: string): boolean {
  return !version.includes('-');
}

/** Releases are spread over eight years evenly. */
function yearBefore(versions: readonly string[]): string {
  const behind = versions.slice(Math.floor((versions.length * 7) / 8));
  return behind.find(isFinal) ?? '';
}

function newestYear(built: string, product: string): string {
  const years = readdirSync(path.join(built, product, 'archive')).sort();
  // The last whole year is the longest.
  return years.at(-2) ?? years.at(-1) ?? '';
}

function vulnerabilityPage(built: string, product: string): string {
  const folder = path.join(built, paths.productTablePath(product, 'security'));
  const [id] = readdirSync(folder).filter((name) => name.startsWith('cve-'));
  return id === undefined ? '' : paths.vulnerabilityPath(product, id);
}

/** A list's own page, and the first and the last of its numbered ones. */
function cut(built: string, address: (page: PageNumber) => string): string[] {
  return [address(null), ...numbered(built, address)];
}

/** The first numbered page of a list and the last one. */
function numbered(built: string, address: (page: PageNumber) => string): string[] {
  const last = countOf(built, address);
  return [...new Set([1, last])].filter((page) => page >= 1 && page <= last).map(address);
}

/** The first part of something long and its last one. */
function parts(built: string, address: (part: number) => string): string[] {
  return [...new Set([1, countOf(built, address)])].map(address);
}

/** How many addresses in a row have a page, counted from 1. */
function countOf(built: string, address: (page: number) => string): number {
  let count = 0;
  while (existsSync(path.join(built, address(count + 1), 'index.html'))) count += 1;
  return count;
}

/** A file of the site. */
export function siteFile(built: string, address: string): Buffer {
  return readFileSync(path.join(built, address));
}
