import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { type WrittenProduct, writeManyReleases } from '../site/many-releases.ts';
import { readBuiltEdition } from './built-edition.ts';
import { installedHugo } from './installed-hugo.ts';
import { documentRows, pageRows, releaseRows } from './rows.ts';
import { type HugoSite, writeHugoSite } from './write-site.ts';

/** What every page of the site has. */
const PageSchema = z.looseObject({
  title: z.string(),
  url: z.string(),
  rows: z.number(),
  from: z.number(),
  outputs: z.array(z.string()).optional(),
});

let root = '';
let content = '';
let written: WrittenProduct;
let hugo: HugoSite;

/** Files of an edition that was built: of each kind some, with so many bytes. */
function built(): Record<string, number> {
  const [first = '', second = ''] = [written.versions[0], written.newest].map(
    (version) => `${written.product}/${version}`,
  );
  return {
    'index.html': 6000,
    '404.html': 2500,
    [`${first}/index.html`]: 9000,
    [`${second}/index.html`]: 12_000,
    [`${written.product}/archive/2026/index.html`]: 600_000,
    'feed.xml': 5000,
    [`${written.product}/CHANGELOG.md`]: 7000,
    'api/v1/index.json': 800,
    ...Object.fromEntries(
      ['email.html', 'notes.md', 'github.md', 'slack.json', 'preview.png'].map((file) => [
        `${first}/${file}`,
        900,
      ]),
    ),
    [`api/v1/${written.product}/releases/1.0.0.json`]: 900,
    'pagefind/pagefind-entry.json': 900,
    '_astro/style.css': 900,
  };
}

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'hugo-site-'));
  content = path.join(root, 'content');
  written = writeManyReleases(content, 24);
  for (const [file, bytes] of Object.entries(built())) {
    const target = path.join(root, 'out', file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, 'x'.repeat(bytes));
  }
  hugo = writeHugoSite(path.join(root, 'site'), { content, out: path.join(root, 'out') });
});

afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

function pagesIn(folder: string): (z.infer<typeof PageSchema> & { body: string })[] {
  const place = path.join(root, 'site', 'content', folder);
  return fs.readdirSync(place).map((name) => {
    const { data, body } = readMarkdown(fs.readFileSync(path.join(place, name), 'utf8'), PageSchema, name);
    return { ...data, body };
  });
}

describe('a site for Hugo', () => {
  test('has a page for each page of the edition, and a document for each that is not of one release', () => {
    expect(readBuiltEdition(path.join(root, 'out')).pages.map(({ address }) => address)).toEqual([
      '/',
      '/404.html',
      `/${written.product}/${written.versions[0]}/`,
      `/${written.product}/${written.newest}/`,
      `/${written.product}/archive/2026/`,
    ]);
    expect(hugo).toEqual({ releases: 24, pages: 5, documents: 3 });
    expect([pagesIn('pages').length, pagesIn('releases').length, pagesIn('documents').length]).toEqual([
      3, 2, 3,
    ]);
    const addresses = ['pages', 'releases', 'documents'].flatMap(pagesIn).map(({ url }) => url);
    expect(new Set(addresses).size).toBe(8);
  });

  test('has the facts and the body of each note, and its entries by section', () => {
    for (const page of pagesIn('releases')) {
      const file = path.join(content, 'notes', written.product, `${page['version']}.md`);
      const { data, body } = readMarkdown(fs.readFileSync(file, 'utf8'), z.looseObject({}), file);
      expect(page).toMatchObject({ ...data, body });
      const told = z.array(z.object({ entries: z.array(z.object({ id: z.string(), words: z.string() })) }));
      const entries = told.parse(page['sections']).flatMap((section) => section.entries);
      expect(entries.length).toBeGreaterThan(0);
      for (const { id, words } of entries) expect(body).toContain(`- ${words} {#${id}}`);
      expect(page.outputs).toEqual(['html', 'email', 'notes', 'github', 'slack', 'document']);
    }
  });

  test('lists of pages lie within what there is to list', () => {
    const entries: unknown[] = JSON.parse(fs.readFileSync(path.join(root, 'site/data/entries.json'), 'utf8'));
    for (const { rows, from } of [...pagesIn('pages'), ...pagesIn('documents')])
      expect(from + rows).toBeLessThanOrEqual(entries.length);
    expect(
      pagesIn('documents')
        .map(({ outputs }) => outputs?.[0])
        .sort(),
    ).toEqual(['changelog', 'feed', 'json']);
  });

  test('has a template for each form that its pages are written in', () => {
    const formats = (folder: string): string[] => [
      ...new Set(pagesIn(folder).flatMap(({ outputs = ['html'] }) => outputs)),
    ];
    for (const folder of ['pages', 'releases', 'documents']) {
      const names = fs.readdirSync(path.join(root, 'site/layouts', folder));
      for (const format of formats(folder))
        expect(
          names.filter((name) => name === `single.${format}` || name.startsWith(`single.${format}.`)),
        ).toHaveLength(1);
    }
  });
});

test.skipIf(installedHugo() === null)('Hugo makes those pages of it, about as large', () => {
  const target = path.join(root, 'made');
  const args = ['--quiet', '--source', path.join(root, 'site'), '--destination', target];
  const { status, stderr, stdout } = spawnSync('hugo', args, { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
  const made = readBuiltEdition(target);
  const asked = readBuiltEdition(path.join(root, 'out'));
  expect(made.pages.map(({ address }) => address)).toEqual(asked.pages.map(({ address }) => address));
  const release = `/${written.product}/${written.newest}/`;
  const [there, here] = [made, asked].map(({ pages }) => pages.find(({ address }) => address === release));
  expect((there?.bytes ?? 0) / (here?.bytes ?? 0)).toBeGreaterThan(0.5);
  expect((there?.bytes ?? 0) / (here?.bytes ?? 0)).toBeLessThan(1.5);
  for (const file of ['email.html', 'notes.md', 'github.md', 'slack.json', 'release.json'])
    expect(fs.readFileSync(path.join(target, release, file), 'utf8')).not.toBe('');
});

test('a larger page has no fewer rows, and none has less than none', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(50_000), fc.nat(40), (bytes, more, entries) => {
      for (const rows of [pageRows, documentRows, (size: number) => releaseRows(size, entries)]) {
        expect(rows(bytes)).toBeGreaterThanOrEqual(0);
        expect(rows(bytes + more)).toBeGreaterThanOrEqual(rows(bytes));
      }
    }),
  );
});
