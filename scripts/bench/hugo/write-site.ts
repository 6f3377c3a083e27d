import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { markdownFile, type Yaml } from '../../store/yaml-lines.ts';
import { type BuiltEdition, type BuiltFile, readBuiltEdition } from './built-edition.ts';
import { type NotedRelease, notedReleases } from './noted-releases.ts';
import { documentRows, pageRows, releaseRows } from './rows.ts';

/** What was written for Hugo. */
export interface HugoSite {
  releases: number;
  /** Pages for people, as many as the edition has. */
  pages: number;
  documents: number;
}

const SITE = new URL('./site.txt', import.meta.url);

/**
 * Writes a Hugo site with as many pages and documents as a built public edition has, from the same notes: releases with
 * their front matter and bodies; all others as lists of as many entries as make them about as large.
 */
export function writeHugoSite(site: string, { content, out }: { content: string; out: string }): HugoSite {
  const releases = notedReleases(content);
  const edition = readBuiltEdition(out);
  for (const [file, text] of templates()) write(site, file, text);
  const entries = releases.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
  write(site, 'data/entries.json', JSON.stringify(entries));
  write(
    site,
    'data/versions.json',
    JSON.stringify(Object.groupBy(releases.map(placed), ({ product }) => product)),
  );
  const pages = writePages(site, releases, edition, entries.length);
  edition.documents.forEach((document, index) => {
    const fields = {
      ...listFields(document, documentRows(document.bytes), index, entries.length),
      outputs: [formatOf(document)],
    };
    write(site, `content/documents/${index}.md`, markdownFile(fields, ''));
  });
  return { releases: releases.length, pages, documents: edition.documents.length };
}

/** Releases have templates of their own; every other page is a list. */
function writePages(
  site: string,
  releases: readonly NotedRelease[],
  { pages }: BuiltEdition,
  entries: number,
): number {
  const byAddress = new Map(releases.map((release) => [`/${release.product}/${release.version}/`, release]));
  pages.forEach((page, index) => {
    const release = byAddress.get(page.address);
    if (release !== undefined)
      write(site, `content/releases/${release.product}-${release.version}.md`, releaseText(release, page));
    else
      write(
        site,
        `content/pages/${index}.md`,
        markdownFile(listFields(page, pageRows(page.bytes), index, entries), ''),
      );
  });
  return pages.length;
}

const OUTPUTS = ['html', 'email', 'notes', 'github', 'slack', 'document'];

function releaseText(release: NotedRelease, { address, bytes }: BuiltFile): string {
  const { name, version, fields, sections, body } = release;
  const told = sections.map(({ id, heading, entries }) => ({
    ...{ id, heading },
    entries: entries.map(({ id: own, module, pullRequest, kind, words }) => ({
      id: own,
      module,
      pullRequest,
      kind,
      words,
    })),
  }));
  const count = told.reduce((sum, { entries }) => sum + entries.length, 0);
  const title = `${name} ${version}`;
  const own = { title, name, url: address, outputs: OUTPUTS, from: 0, rows: releaseRows(bytes, count) };
  return markdownFile({ ...own, ...fields, sections: told } as { [key: string]: Yaml }, body);
}

function formatOf({ address }: BuiltFile): string {
  return address.endsWith('.xml') ? 'feed' : address.endsWith('.md') ? 'changelog' : 'json';
}

/** Which part of all entries a page lists: another one each, so that no two are alike. */
function listFields(
  { address }: BuiltFile,
  rows: number,
  index: number,
  entries: number,
): { [key: string]: Yaml } {
  const shown = Math.min(rows, entries);
  const [product = ''] = address.split('/').filter((part) => part !== '');
  const title =
    address
      .split('/')
      .filter((part) => part !== '')
      .join(' ') || 'Home';
  return { title, url: address, product, rows: shown, from: (index * 37) % Math.max(1, entries - shown) };
}

function placed({ product, version, date }: NotedRelease): {
  product: string;
  version: string;
  date: string;
} {
  return { product, version, date };
}

/** The files of site.txt by their paths. */
function templates(): [file: string, text: string][] {
  const [, ...parts] = readFileSync(SITE, 'utf8').split(/^==== (.+)\n/m);
  return parts.flatMap((file, index) =>
    index % 2 === 0 ? [[file, `${(parts[index + 1] ?? '').trim()}\n`]] : [],
  );
}

function write(site: string, file: string, text: string): void {
  const target = path.join(site, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
