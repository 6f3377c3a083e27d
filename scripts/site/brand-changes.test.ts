import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBigLedger } from '../bench/big-ledger.ts';
import { filesWithBytes } from './testing/command.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../build.ts');
const SHAPE = {
  ...{ products: 1, releases: 2, changes: 2, reports: 1, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const MINUTES = 60_000;

let folder = '';
let before = new Map<string, Buffer>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-changes-'));
  writeBigLedger(path.join(folder, 'content'), SHAPE);
  mkdirSync(path.join(folder, 'content/site'));
  draw('M0 0', 40);
  say({});
  build();
}, 3 * MINUTES);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function draw(line: string, width: number): void {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 10"><path d="${line}"/></svg>`;
  writeFileSync(path.join(folder, 'content/site/logo.svg'), drawing);
}

interface Said {
  colour?: string;
  footer?: string;
  below?: string;
}

function say({ colour = '#a84300', footer = 'Imprint', below = '' }: Said): void {
  writeFileSync(
    path.join(folder, 'content/site.md'),
    `---
schema: 1
logo: { light: site/logo.svg }
colours: { light: "${colour}", dark: "#ffa366" }
links: { footer: [{ title: ${footer}, address: /find/ }] }
---
${below}
`,
  );
}

/** Builds the public edition; says how many parts were made, and which files are others than before. */
function build(): { made: number; others: string[] } {
  const options = ['--edition', 'public', '--site', 'https://plants.example.org', '--jobs', '1', '--json'];
  const [content, out, cache] = ['content', 'out', 'cache'].map((name) => path.join(folder, name));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [SCRIPT, ...options, '--content', `${content}`, '--out', `${out}`, '--cache', `${cache}`],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', LEDGER_NOW: '2026-09-28T10:00:00Z' },
    },
  );
  expect(status, stderr).toBe(0);
  const after = filesWithBytes(path.join(folder, 'out'));
  const others = [...after].filter(([file, bytes]) => before.get(file)?.equals(bytes) !== true);
  before = after;
  const told = others.map(([file]) => file).filter((file) => !/^(?:\.edition$|pagefind\/)/.test(file));
  return { made: (JSON.parse(stdout) as { made: number }).made, others: told.sort() };
}

test('another colour changes the sheet and the pictures that are drawn with it, and no page', () => {
  say({ colour: '#6b1e7a' });
  const { others } = build();
  expect(others).toContain('brand/colours.css');
  expect(others.filter((file) => !/(?:^|\/)preview\.png$|^previews\//.test(file))).toEqual([
    'brand/colours.css',
  ]);
  expect(others.length).toBeGreaterThan(3);
});

test('another logo of the same shape changes one file, and nothing else is made', () => {
  draw('M1 1', 40);
  expect(build()).toEqual({ made: 1, others: ['brand/logo.svg'] });
});

test('a logo of another shape changes every page, and no file for programs', () => {
  draw('M1 1', 60);
  const { others } = build();
  expect(others.filter((file) => !file.endsWith('.html'))).toEqual(['brand/logo.svg']);
  const pages = [...before.keys()].filter((file) => /(?<!(?:^|\/)email)\.html$/.test(file));
  expect(pages.filter((page) => !others.includes(page) && !page.endsWith('whats-new/index.html'))).toEqual(
    [],
  );
});

test('another link changes every page, and words for who edits the file change nothing', () => {
  say({ colour: '#6b1e7a', footer: 'Privacy' });
  const { others } = build();
  expect(others.filter((file) => !file.endsWith('.html'))).toEqual([]);
  expect(others).toContain('index.html');
  say({ colour: '#6b1e7a', footer: 'Privacy', below: 'Ask Ada.' });
  expect(build()).toEqual({ made: 0, others: [] });
});
