import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildInto, filesBelow, pagesOf, temporaryFolder, testContent } from './built-editions.ts';
import { writeOddContent } from './odd-content.ts';

const MINUTES = 60_000;
const SITE = 'https://releases.example.org';

let folder = '';

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.each([
  { name: 'sample', site: SITE, write: (content: string) => cp(testContent(), content, { recursive: true }) },
  { name: 'odd', site: null, write: writeOddContent },
])('the public edition of the $name ledger', ({ name, site, write }) => {
  let built = '';
  let files: string[] = [];
  const root = site ?? '';

  beforeAll(async () => {
    const content = path.join(folder, `${name}-content`);
    await mkdir(content);
    await write(content);
    await rm(path.join(content, 'site.md'), { force: true });
    if (site !== null)
      await writeFile(path.join(content, 'site.md'), `---\nschema: 1\naddress: ${site}\n---\n`);
    built = await buildInto(folder, 'public', content, name);
    files = await filesBelow(built);
  }, 4 * MINUTES);

  async function read(file: string): Promise<string> {
    return readFile(path.join(built, file), 'utf8');
  }

  async function json(file: string): Promise<Record<string, unknown>> {
    return JSON.parse(await read(file));
  }

  function documents(): string[] {
    return files.filter((file) => /^api\/v1\/.*\.json$/.test(file) && !file.endsWith('.schema.json'));
  }

  /** Published schemas by the address that documents name, compiled by a validator that knows nothing of ours. */
  async function validators(): Promise<Map<string, ValidateFunction>> {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    formats.default(ajv);
    const found = new Map<string, ValidateFunction>();
    for (const file of files.filter((one) => one.endsWith('.schema.json'))) {
      const schema = await json(file);
      expect(schema['$id']).toBe(`${root}/${file}`);
      found.set(`${root}/${file}`, ajv.compile(schema));
    }
    return found;
  }

  test('has documents that follow the schemas that they name', async () => {
    const validate = await validators();
    const used = new Set<unknown>();
    for (const file of documents()) {
      const document = await json(file);
      used.add(document['$schema']);
      const check = validate.get(String(document['$schema']));
      expect(check?.(document), `${file} ${JSON.stringify(check?.errors)}`).toBe(true);
    }
    expect(used).toEqual(new Set(validate.keys()));
  });

  test('has schemas that refuse what is too many or missing', async () => {
    const validate = await validators();
    for (const file of documents()) {
      const document = await json(file);
      const check = validate.get(String(document['$schema']));
      expect(check?.({ ...document, secret: 1 }), file).toBe(false);
      for (const field of Object.keys(document)) {
        const { [field]: _, ...rest } = document;
        expect(check?.(rest), `${file} without ${field}`).toBe(false);
      }
    }
  });

  test('has every document that another one leads to, and every page that one names', async () => {
    const named = new Set<string>();
    for (const file of documents()) {
      for (const [, address = ''] of (await read(file)).matchAll(/"(?:address|releases)":"(\/[^"#]*)/g))
        named.add(address);
    }
    const missing = [...named].filter(
      (address) => !files.includes(`${address}${address.endsWith('/') ? 'index.html' : ''}`.slice(1)),
    );
    expect(named.size).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });

  test('has data on its pages that says where they are', async () => {
    const types = new Set<unknown>();
    for (const page of await pagesOf(built)) {
      const html = await read(`${page}${page.endsWith('/') ? 'index.html' : ''}`.slice(1));
      for (const [, block = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
        const data = JSON.parse(block);
        types.add(data['@type']);
        if (data['@type'] === 'BreadcrumbList' && !/noindex/.test(html)) {
          const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&#38;', '&');
          expect(data.itemListElement.at(-1).item).toBe(canonical);
        }
      }
    }
    expect(types).toEqual(new Set(['BreadcrumbList', 'CollectionPage', 'SoftwareApplication']));
  });

  test('shows pictures beside links only where they can be found', async () => {
    for (const page of (await pagesOf(built)).filter((one) => one.endsWith('/'))) {
      const html = await read(`${page}index.html`.slice(1));
      if (!html.includes('class="masthead"')) continue;
      expect(html, page).toContain('<meta property="og:title"');
      const image = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1];
      if (site === null) expect(image).toBeUndefined();
      else expect(files, page).toContain(decodeURIComponent(new URL(image ?? '').pathname).slice(1));
    }
  });

  test('has a picture of each release, in the size that others expect', async () => {
    const pictures = files.filter((file) => file.endsWith('/preview.png'));
    expect(pictures).toHaveLength(files.filter((file) => /^api\/v1\/[^/]+\/releases\//.test(file)).length);
    for (const file of pictures) {
      const bytes = await readFile(path.join(built, file));
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    }
  });

  test('maps the pages that search engines should keep, and no other', async () => {
    expect(files.includes('sitemap-index.xml')).toBe(site !== null);
    expect(await read('robots.txt')).toBe(
      site === null
        ? 'User-agent: *\nAllow: /\n'
        : `User-agent: *\nAllow: /\nSitemap: ${site}/sitemap-index.xml\n`,
    );
    if (site === null) return;
    const map = await read('sitemap-0.xml');
    const mapped = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, address = '']) => new URL(address).pathname,
    );
    expect(mapped).toContain('/');
    expect(mapped.filter((page) => /\/latest\/$/.test(page))).toEqual([]);
    for (const page of mapped)
      expect(await read(`${page}index.html`.slice(1))).not.toContain('content="noindex');
  });

  test('names its icons, and they are there', async () => {
    const { icons, start_url } = (await json('manifest.webmanifest')) as {
      icons: { src: string }[];
      start_url: string;
    };
    expect(start_url).toBe('/');
    for (const { src } of icons) expect(files).toContain(src.slice(1));
    const home = await read('index.html');
    for (const [, address = ''] of home.matchAll(
      /<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]*)"/g,
    ))
      expect(files).toContain(address.slice(1));
    expect(home).toContain("manifest-src 'self'");
  });
});
