import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { SitemapIndexStream, SitemapStream } from 'sitemap';
import type { EditionSettings } from './edition-settings.ts';
import type { Trace } from './trace/trace.ts';

/** Addresses in one file: the protocol allows 50,000. */
const ROOM = 45_000;

/** Writes the sitemap of an edition that is mapped, as sitemaps.org has it: an index, and as many maps as are needed. */
export async function writeSitemap(
  folder: string,
  { units }: Trace,
  { site, edition }: EditionSettings,
): Promise<void> {
  if (site === null || edition === 'internal') return;
  const addresses = [...units.values()].flatMap(({ mapped = [] }) => mapped).sort();
  mkdirSync(folder, { recursive: true });
  const maps: string[] = [];
  for (let at = 0; at === 0 || at < addresses.length; at += ROOM) {
    const name = `sitemap-${maps.length}.xml`;
    maps.push(`${site}/${name}`);
    await write(
      path.join(folder, name),
      new SitemapStream(),
      addresses.slice(at, at + ROOM).map((url) => ({ url })),
    );
  }
  await write(
    path.join(folder, 'sitemap-index.xml'),
    new SitemapIndexStream(),
    maps.map((url) => ({ url })),
  );
}

async function write(
  file: string,
  stream: SitemapStream | SitemapIndexStream,
  entries: readonly { url: string }[],
): Promise<void> {
  await pipeline(Readable.from(entries), stream, createWriteStream(file));
}
