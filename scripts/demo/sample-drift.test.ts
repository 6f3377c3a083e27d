import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Console } from '../verbs/console.ts';
import { writeSample } from './write-sample.ts';

const COMMITTED = path.resolve('content');

const quiet: Console = {
  json: false,
  progress: { step: () => {}, say: () => {}, end: () => {} },
  say: () => {},
  result: () => {},
  print: () => {},
};

async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.sort().map(async (file) => [path.relative(folder, file), await readFile(file, 'utf8')] as const),
  );
  return new Map(texts);
}

test('the committed sample ledger is what the demo writes', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-drift-'));
  process.env['LEDGER_CACHE'] = path.join(folder, 'cache');
  try {
    const content = path.join(folder, 'content');
    await cp(COMMITTED, content, { recursive: true });
    await writeSample(content, quiet);
    const [committed, written] = await Promise.all([filesOf(COMMITTED), filesOf(content)]);
    expect([...written.keys()]).toEqual([...committed.keys()]);
    for (const [file, text] of committed) expect(written.get(file), file).toBe(text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
