import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sumOfFates } from '../../src/history/editor-decisions.ts';
import { csvLines } from '../../src/population/table/population-table.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { readPopulation } from '../population/read-population.ts';
import { readSealList } from '../seal/seal-list.ts';
import { checkSeals } from '../seal/verify/check-seals.ts';
import { verifyLedger } from '../seal/verify/verify-ledger.ts';
import { LedgerReader } from '../store/read.ts';
import { sealBigLedger } from './big-ledger/seal-ledger.ts';
import type { LedgerShape } from './big-ledger/shape.ts';
import { writeBigLedger } from './big-ledger.ts';

const SHAPE: LedgerShape = {
  ...{ products: 2, releases: 62, changes: 3, widest: 9, reports: 5, years: 1 },
  until: '2026-09-25T11:30:00+00:00',
};
const SILENT = { step: vi.fn(), say: vi.fn(), end: vi.fn() };

let root = '';
let content = '';
let seals = 0;

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'big-ledger-'));
  content = path.join(root, 'content');
  writeBigLedger(content, SHAPE);
  seals = sealBigLedger(content, SHAPE);
});

afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

function bytesBelow(folder: string): Map<string, string> {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  return new Map(
    files.map((entry): [string, string] => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, file), fs.readFileSync(file, 'utf8')];
    }),
  );
}

describe('a ledger that is made for measuring', () => {
  test('is the same each time, and says how much was written', () => {
    const again = path.join(root, 'again');
    const written = writeBigLedger(again, SHAPE);
    expect(written).toMatchObject({ releases: 62, changes: 61 * 3 + 9 });
    const bytes = bytesBelow(again);
    expect(bytes.size).toBe(written.files);
    for (const [file, text] of bytes) expect(fs.readFileSync(path.join(content, file), 'utf8')).toBe(text);
  });

  test('has only records that are as their schemas say, with every commit accounted for', () => {
    const reader = new LedgerReader(content);
    for (const product of reader.products())
      for (const version of reader.versions(product)) {
        const { release, fates, changes } = readDossier(reader, product, version, SHAPE.until);
        expect(sumOfFates(fates)).toEqual(release?.data.sum);
        expect(changes).toHaveLength(fates.length);
      }
  });

  test('has every change in production once', () => {
    const { population } = readPopulation(content, { from: '2025-01-01', to: '2026-12-31' });
    expect(population.count).toBe(changesIn(content));
    expect([...csvLines(population)].filter((line) => !line.startsWith('#'))).toHaveLength(
      population.count + 1,
    );
  });

  test('verifies once it is sealed', async () => {
    const { findings, ...rest } = await verifyLedger(new LedgerReader(content), null, SILENT);
    expect(findings.filter(({ is }) => is === 'alarm')).toEqual([]);
    expect(rest).toMatchObject({ seals });
  });
});

function changesIn(folder: string): number {
  return [...bytesBelow(folder).keys()].filter((file) => file.includes('/changes/')).length;
}

test('threads find what one finds, in its order', async () => {
  const listed = readSealList(content);
  const stored = listed.map(({ path: file }) => ({ file, bytes: fs.readFileSync(path.join(content, file)) }));
  const touched = [3, 30, 60].map((place) => path.posix.dirname(listed[place]?.path ?? ''));
  for (const folder of touched) fs.appendFileSync(path.join(content, folder, 'release.md'), 'more\n');
  const [one, ...others] = await Promise.all(
    [1, 2, 3].map((threads) => checkSeals(content, stored, SILENT, threads)),
  );
  const alarms = one?.flatMap(({ findings }) => findings.map(({ file }) => file));
  expect(alarms).toEqual(touched.map((folder) => `${folder}/release.md`));
  for (const other of others) expect(other).toEqual(one);
});
