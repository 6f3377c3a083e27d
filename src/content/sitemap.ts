import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * True for a page that search engines should keep: it does not ask them to leave it, and names no other page as the one
 * to keep. Reads what was built, so that the sitemap and the pages cannot disagree.
 */
export function isKept(out: string, address: string): boolean {
  const folder = path.join(out, decodeURIComponent(new URL(address).pathname));
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  return !/<meta name="robots" content="noindex/.test(html) && canonical === address;
}
