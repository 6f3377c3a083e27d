import { comparePath } from '../paths.ts';

/** A release in short, as a file that the page of comparisons reads. */
export function summaryPath(product: string, version: string): string {
  return `${comparePath(product)}${version}/summary.json`;
}

/** All releases with the one before each, as a file. */
export function stepsPath(product: string): string {
  return `${comparePath(product)}releases.json`;
}

/** Links to prepared comparisons that fill a page. */
export const PAIRS_PER_PAGE = 80;

/** Versions that are offered while somebody types; any other can be typed. */
export const SUGGESTED = 200;
