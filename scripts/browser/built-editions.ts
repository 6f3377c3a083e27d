import { execFile } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { SAMPLE_NOW } from '../demo/sample-day.ts';

const run = promisify(execFile);

/** The ledger that the tests build: LEDGER_TEST_CONTENT, else the sample in `content`. */
export function testContent(): string {
  return path.resolve(process.env['LEDGER_TEST_CONTENT'] ?? 'content');
}

/** A new folder for one test's output. */
export async function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'ledger-site-'));
}

/** Builds one edition into `folder`/<name> with a cache of its own, and returns where it is. */
export async function buildInto(
  folder: string,
  edition: string,
  content: string,
  name = edition,
): Promise<string> {
  const out = path.join(folder, name);
  const script = path.resolve(import.meta.dirname, '../build.ts');
  // The test runner says that this is no production: pages would then come without their policy.
  const { PROD: _prod, DEV: _dev, ...inherited } = process.env;
  const environment = {
    // The same pages on any day: a real ledger is tested as of now.
    ...(process.env['LEDGER_TEST_CONTENT'] === undefined && { LEDGER_NOW: SAMPLE_NOW }),
    ...inherited,
    NODE_ENV: 'production',
    LEDGER_CACHE: path.join(folder, `cache-${name}`),
  };
  await run(process.execPath, [script, '--edition', edition, '--content', content, '--out', out], {
    env: environment,
    maxBuffer: 64 * 1024 * 1024,
  });
  return out;
}

/** All files below a folder, by their path from there on, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

/** Addresses of all pages of a built edition, as "/openebs/1.9.0/". Mails lie beside them and are none. */
export async function pagesOf(folder: string): Promise<string[]> {
  const files = (await filesBelow(folder)).filter((file) => /(?<!(?:^|\/)email)\.html$/.test(file));
  return files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
}

/** At most `count` pages, spread evenly over all depths, the first of each depth among them. */
export function sampleOf(pages: readonly string[], count: number): string[] {
  if (pages.length <= count) return [...pages];
  const depths = [...Map.groupBy(pages, (page) => page.split('/').length).values()];
  const each = Math.ceil(count / depths.length);
  return depths.flatMap((group) => {
    const step = Math.max(1, group.length / each);
    return Array.from(
      { length: Math.min(each, group.length) },
      (_, index) => group[Math.floor(index * step)] ?? '',
    );
  });
}
