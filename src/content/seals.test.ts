import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Seal } from '../records/index.ts';
import { digestOf, FOLDER, sealOf } from '../views/seal/testing/seals.ts';

const PRODUCT = '---\nschema: 1\nname: Core\nmodules:\n  - { id: core, name: Core }\n---\n';
const VOTE = `${FOLDER}/votes/qa.md`;
const EVIDENCE = `${FOLDER}/evidence/${'a'.repeat(64)}.xml`;
const TEXTS = { [EVIDENCE]: '<report/>', [VOTE]: 'GO' };

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ledger-seals-'));
  vi.stubEnv('LEDGER_CONTENT', folder);
  vi.resetModules();
  write('products/core.md', PRODUCT);
  for (const [file, text] of Object.entries(TEXTS)) write(file, text);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** Writes seals and the list of them. */
function chain(...seals: [string, Seal][]): void {
  const texts = seals.map(([file, seal]): [string, string] => [file, `${JSON.stringify(seal, null, 2)}\n`]);
  for (const [file, text] of texts) write(file, text);
  write('ledger/seals.txt', texts.map(([file, text]) => `${digestOf(text).slice(7)}  ${file}\n`).join(''));
}

const sealed = () => chain([`${FOLDER}/seal.json`, sealOf(TEXTS)]);

async function found() {
  const { readChain } = await import('./seal-chain.ts');
  const { order, list, files } = readChain();
  return [...order, ...list, ...files].map(({ text, file }) => `${file}: ${text}`);
}

test('a ledger that is as sealed has no finding', async () => {
  sealed();
  expect(await found()).toEqual([]);
  const { readChain } = await import('./seal-chain.ts');
  expect(readChain()).toMatchObject({ counts: { files: 2, redacted: 0 }, releases: { sealed: 1, all: 1 } });
});

test('a ledger without seals has none', async () => {
  expect(await found()).toEqual([]);
});

test('a changed file and one that is gone are named', async () => {
  sealed();
  write(VOTE, 'NO-GO');
  rmSync(path.join(folder, EVIDENCE));
  expect((await found()).map((text) => text.split(':')[0])).toEqual([EVIDENCE, VOTE]);
});

test('a link in the place of a sealed file is not followed', async () => {
  sealed();
  rmSync(path.join(folder, VOTE));
  write('elsewhere', 'GO');
  symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, VOTE));
  expect(await found()).toEqual([expect.stringContaining(VOTE)]);
});

test('a seal that was edited, one that is in no list and one that is gone are told', async () => {
  const second = sealOf({ [VOTE]: 'GO' }, { kind: 'amendment', sequence: 1, previous: null });
  chain([`${FOLDER}/seal.json`, sealOf(TEXTS)], [`${FOLDER}/seal-2.json`, second]);
  write(`${FOLDER}/seal.json`, JSON.stringify(sealOf(TEXTS)));
  rmSync(path.join(folder, `${FOLDER}/seal-2.json`));
  write(`${FOLDER}/seal-3.json`, '{}');
  const texts = (await found()).join('\n');
  expect(texts).toContain('the seal is listed and gone');
  expect(texts).toContain('and the list sha256:');
  expect(texts).toContain('the seal is in no list');
});

test('a seal of files elsewhere does not make the site serve them', async () => {
  write('notes/core/1.0.0.md', 'x');
  chain([`${FOLDER}/seal.json`, sealOf({ ...TEXTS, 'notes/core/1.0.0.md': 'x' })]);
  expect(await found()).toEqual([expect.stringContaining('lies outside')]);
  const { servedRecords } = await import('./sealed-records.ts');
  expect(servedRecords().map(({ file }) => file)).toEqual([`${FOLDER}/seal.json`, VOTE]);
});

test('raw records are served once: evidence has its own place', async () => {
  sealed();
  const { isServed, servedRecords } = await import('./sealed-records.ts');
  expect(servedRecords().map(({ name }) => name)).toEqual(['seal.json', 'votes/qa.md.txt']);
  expect([isServed(EVIDENCE), isServed(VOTE)]).toEqual([true, true]);
  expect(isServed(EVIDENCE.replace('.xml', '.json'))).toBe(false);
});

test('a seal that was edited is no longer the one of the list', async () => {
  sealed();
  write(`${FOLDER}/seal.json`, JSON.stringify(sealOf(TEXTS, { sealedBy: 'mallory' })));
  const { readReleaseSeals } = await import('./release-seals.ts');
  expect(readReleaseSeals('core', '1.0.0').seals[0]?.isListed).toBe(false);
});

test('a release tells what came after its seal', async () => {
  sealed();
  write(`${FOLDER}/votes/late.md`, 'GO');
  const { readReleaseSeals } = await import('./release-seals.ts');
  const { seals, unsealed } = readReleaseSeals('core', '1.0.0');
  expect(seals).toHaveLength(1);
  expect(unsealed).toEqual([`${FOLDER}/votes/late.md`]);
});

test('a record has the digest of its bytes, and the seal that fixes it', async () => {
  sealed();
  const { recordProof } = await import('./record-proof.ts');
  const digest = digestOf('GO');
  const address = '/audit/core/1.0.0/record/votes/qa.md.txt';
  expect(recordProof(VOTE)).toEqual({ digest, sealed: { place: 0, digest, address } });
  expect(recordProof('products/core.md')).toEqual({ digest: digestOf(PRODUCT), sealed: null });
});

test('seals of deployments are no environments', async () => {
  write('ledger/core/deployments/lab/x.md', 'x');
  write('ledger/core/deployments/seal-1.json', '{}');
  const { environmentIds } = await import('./deployments.ts');
  expect(environmentIds('core')).toEqual(['lab']);
});
