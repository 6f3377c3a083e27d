import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Console } from '../verbs/console.ts';
import { harvest } from '../verbs/harvest.ts';
import { writeSampleWorld } from './world.ts';
import { WORLD_FOLDER } from './write-sample.ts';

test('a harvest of the sample that asks nobody changes nothing', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ledger-offline-'));
  process.env['LEDGER_CACHE'] = path.join(folder, 'cache');
  try {
    const { products } = await writeSampleWorld(path.join(folder, WORLD_FOLDER));
    const content = path.join(folder, 'content');
    await cp(path.resolve('content'), content, { recursive: true });
    for (const { product } of products) {
      const results: object[] = [];
      const out: Console = {
        json: true,
        progress: { step: () => {}, say: () => {}, end: () => {} },
        say: () => {},
        result: (result) => results.push(result as object),
        print: () => {},
      };
      expect(await harvest({ content, product, repo: [], offline: true }, out)).toBe(0);
      expect(results).toMatchObject([{ product, filesWritten: 0 }]);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
