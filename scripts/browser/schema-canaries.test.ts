import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { internalSchemas, writeSchemaCanaries } from './schema-canaries.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ledger-canaries-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('every kind of internal record is planted, each field of it', async () => {
  const count = await writeSchemaCanaries(folder);
  const files = await readdir(folder);
  expect(files).toHaveLength(2 * internalSchemas().size);
  expect(count).toBeGreaterThan(300);
  const deployment = files.find((file) => file.startsWith('DeploymentSchema') && file.endsWith('.md')) ?? '';
  const text = await readFile(path.join(folder, deployment), 'utf8');
  for (const field of ['migration', 'keptUntil', 'rolledBackTo', 'verdictThen', 'incident'])
    expect(text).toContain(field);
});

test('the records that are known are among them', () => {
  const names = [...internalSchemas().keys()];
  const known = [
    'Policy',
    'Release',
    'Change',
    'Vote',
    'StageReport',
    'Opening',
    'Waiver',
    'Checklist',
    'Recovery',
  ];
  const later = ['PlatformRelease', 'Deployment', 'Seal', 'Amendment', 'Redaction'];
  expect(names).toEqual(expect.arrayContaining([...known, ...later].map((name) => `${name}Schema`)));
});
