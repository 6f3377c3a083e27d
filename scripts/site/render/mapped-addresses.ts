import type { RenderedPage } from './renderer.ts';

/**
 * The address of a page that search engines should keep: it does not ask them to leave it, and names no other page as
 * the one to keep. Told by its own bytes, so that the sitemap and the pages cannot disagree.
 */
export function mappedAddresses({ file, bytes }: RenderedPage, site: string): string[] {
  if (file !== 'index.html' && !file.endsWith('/index.html')) return [];
  const address = site + encodeURI(`/${file.slice(0, -'index.html'.length)}`);
  const html = new TextDecoder().decode(bytes);
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  const isKept = !/<meta name="robots" content="noindex/.test(html) && canonical === address;
  return isKept ? [address] : [];
}
