import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow, pagesOf } from './built-editions.ts';

/** Every link of a built edition that leads nowhere inside it, as "page → address". */
export async function brokenLinks(folder: string): Promise<string[]> {
  const files = new Set((await filesBelow(folder)).map((file) => `/${file}`));
  const anchors = new Map<string, Set<string>>();
  const links: { from: string; to: URL }[] = [];
  for (const page of await pagesOf(folder)) {
    const html = await readFile(path.join(folder, fileOf(page)), 'utf8');
    anchors.set(fileOf(page), new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')));
    for (const [, address = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const to = new URL(address.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), `http://site${page}`);
      if (to.host === 'site') links.push({ from: page, to });
    }
  }
  const isBroken = ({ to }: { to: URL }): boolean => {
    const file = fileOf(decodeURIComponent(to.pathname));
    if (!files.has(file)) return true;
    // What stands behind ":~:" is words that a browser looks for, and no anchor.
    const [anchor = ''] = to.hash.slice(1).split(':~:');
    return anchor !== '' && !anchors.get(file)?.has(decodeURIComponent(anchor));
  };
  return links.filter(isBroken).map(({ from, to }) => `${from} → ${to.pathname}${to.hash}`);
}

function fileOf(address: string): string {
  return address.endsWith('/') ? `${address}index.html` : address;
}
