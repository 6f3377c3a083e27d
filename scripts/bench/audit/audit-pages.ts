import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the filter is. */
export function populationPage(): string {
  return '/audit/population/';
}

const PRODUCT = 'aster';

/** One page of every kind that grows with the ledger, and the one with the highest number of those that are cut. */
export function auditPages(out: string): string[] {
  const product = `/audit/${PRODUCT}`;
  const widest = `${product}/${newestOf(path.join(out, product))}`;
  const pages = [
    populationPage(),
    ...monthPages(out),
    '/audit/sample/',
    '/audit/exceptions/',
    '/audit/verification/',
    '/audit/',
    `${product}/`,
    `${product}/controls/`,
    `${product}/controls/independence/`,
    `${product}/people/`,
    `${product}/people/ada-brook/`,
    `${product}/compare/`,
    `${product}/compare/${path.basename(widest)}/`,
    `${product}/environments/production/`,
    `${widest}/`,
    `${widest}/verdict/`,
    `${widest}/changes/1/`,
    `${widest}/commits/1/`,
  ];
  return pages.flatMap((page) => [page, ...lastOf(out, page)]);
}

/** The newest version that has a dossier. */
function newestOf(folder: string): string {
  const versions = readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  const order = (version: string): number =>
    version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
  return versions.sort((a, b) => order(b) - order(a))[0] ?? '';
}

/** The newest month, which has the changes that a year has no room for. */
function monthPages(out: string): string[] {
  const months = readdirSync(path.join(out, populationPage(), 'month')).sort();
  return months.slice(-1).map((month) => `${populationPage()}month/${month}/`);
}

/** The page with the highest number that a list is cut into. */
function lastOf(out: string, page: string): string[] {
  const folder = path.join(out, page, page.endsWith('/1/') ? '..' : 'page');
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  const numbers = readdirSync(folder).map(Number).filter(Number.isInteger);
  const last = Math.max(1, ...numbers);
  if (!page.endsWith('/1/')) return [`${page}page/${last}/`];
  return last === 1 ? [] : [page.replace(/1\/$/, `${last}/`)];
}
