import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as records from './index.ts';
import { formOfFile, kindOfSchema, RECORD_FORMS, RECORD_KINDS, SCHEMA_VERSION } from './index.ts';

/** Whatever says its format, by the name under which it is exported. */
const NUMBERED = Object.entries(records).flatMap(([name, value]) =>
  value instanceof z.ZodObject && 'schema' in value.shape ? [[name, value] as const] : [],
);

test('every kind of record has its form, and every schema of a record is one', () => {
  expect(RECORD_FORMS.map(({ kind }) => kind)).toEqual([...RECORD_KINDS]);
  expect(NUMBERED).toHaveLength(RECORD_KINDS.length);
  expect(NUMBERED.filter(([, schema]) => kindOfSchema(schema) === null)).toEqual([]);
});

describe.each(NUMBERED)('%s', (_, schema) => {
  const saysFormat = (value: unknown): boolean =>
    schema.safeParse({ schema: value }).error?.issues.some(({ path }) => path[0] === 'schema') !== true;

  test('takes the newest number, and no other', () => {
    expect(saysFormat(SCHEMA_VERSION)).toBe(true);
    for (const other of [undefined, 0, SCHEMA_VERSION + 1, String(SCHEMA_VERSION), null])
      expect(saysFormat(other), String(other)).toBe(false);
  });
});

describe('a file is a record by where it stands', () => {
  const dossier = 'ledger/core/releases/1.0.0';
  test.each([
    ['site.md', 'site'],
    ['products/core.md', 'product'],
    ['notes/core/1.0.0.md', 'note'],
    ['ledger/core/policy.md', 'policy'],
    [`${dossier}/release.md`, 'release'],
    [`${dossier}/changes/core-1.md`, 'change'],
    [`${dossier}/platform-release.md`, 'platform-release'],
    [`${dossier}/opening.md`, 'opening'],
    [`${dossier}/recovery.md`, 'recovery'],
    [`${dossier}/votes/sre-cyra.md`, 'vote'],
    [`${dossier}/stages/1-build.md`, 'stage'],
    [`${dossier}/checklists/sre.md`, 'checklist'],
    [`${dossier}/waivers/gates.md`, 'waiver'],
    [`${dossier}/amendments/cyra-1.md`, 'amendment'],
    [`${dossier}/redactions/12.json`, 'redaction'],
    [`${dossier}/seal.json`, 'seal'],
    [`${dossier}/seal-2.json`, 'seal'],
    ['ledger/core/deployments/seal-1.json', 'seal'],
    ['ledger/core/deployments/production/20260304T110000Z-1.0.0.md', 'deployment'],
  ])('%s', (file, kind) => expect(formOfFile(file)?.kind).toBe(kind));

  test.each([
    `${dossier}/evidence/${'a'.repeat(64)}.md`,
    `${dossier}/evidence/seal.json`,
    `${dossier}/changes/sub/core-1.md`,
    'ledger/core/deployments/production/evidence/a.md',
    'notes/core/1.0.0/picture.md',
    'ledger/seals.txt',
    'README.md',
  ])('%s is none', (file) => expect(formOfFile(file)).toBeNull());
});
