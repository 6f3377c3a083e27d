import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { recordReference } from './record-reference.ts';

const DaySchema = z.string().regex(/^\d{4}$/, 'expected a day such as "2026"');
const BulbSchema = z.strictObject({ watts: z.int(), colour: z.enum(['warm', 'cold']).default('warm') });
const SharedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cord'), length: z.number() }),
  z.strictObject({ kind: z.literal('cell'), length: z.number().optional(), volts: z.int() }),
]);
const LampSchema = z
  .strictObject({
    made: DaySchema,
    bulbs: z.array(BulbSchema).default([]),
    power: SharedSchema.optional(),
    shade: z.strictObject({ height: z.number().nullable() }).optional(),
    dims: z.boolean().default(false),
    labels: z.record(z.string(), z.string()),
  })
  .refine(() => true);
const EXPORTED = { DaySchema, BulbSchema, SharedSchema, LampSchema, helper: () => 1 };

/** What stands in the file beside the code: comments cannot be asked of what runs. */
const SOURCE = `
/** A bulb in its socket. */
export const BulbSchema = z.strictObject({
  /** What it takes. */
  watts: z.int(),
  colour: z.enum(['warm', 'cold']).default('warm'),
});
const LENGTH = {
  /** In metres. */
  length: z.number(),
};
export const SharedSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cord'), ...LENGTH }),
  z.strictObject({
    kind: z.literal('cell'),
    /** At most. */
    volts: z.int(),
  }),
]);
/**
 * \`content/lamps/<lamp>.md\`: one lamp.
 * The body says more.
 */
export const LampSchema = z
  .strictObject({
    /** When it was made. */
    made: DaySchema,
    bulbs: z.array(BulbSchema).default([]),
    power: SharedSchema.optional(),
    /** What keeps the light
     * from the eyes. */
    shade: z
      .strictObject({
        /** Null where nobody measured. */
        height: z.number().nullable(),
      })
      .optional(),
    dims: z.boolean().default(false),
    labels: z.record(z.string(), z.string()),
  })
  .refine(() => true);
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ledger-records-'));
  writeFileSync(path.join(folder, 'lamp.ts'), SOURCE);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a kind of records is told with its file, what it is, and each field', () => {
  const { kinds } = recordReference(EXPORTED, folder);
  expect(kinds.map(({ fields: _, ...kind }) => kind)).toEqual([
    { id: 'lamp', name: 'Lamp', file: 'content/lamps/<lamp>.md', text: 'One lamp. The body says more.' },
  ]);
  const fields = kinds[0]?.fields.map(({ path: at, type, needed, default: taken, text }) => [
    at,
    type,
    needed ? 'needed' : (taken ?? 'optional'),
    text,
  ]);
  expect(fields).toEqual([
    ['made', 'a day such as "2026"', 'needed', 'When it was made.'],
    ['bulbs', 'a list, each with the fields below', 'none', 'A bulb in its socket.'],
    ['bulbs[].watts', 'a number', 'needed', 'What it takes.'],
    ['bulbs[].colour', '"warm", "cold"', 'warm', ''],
    ['power', 'the fields below', 'optional', ''],
    ['power.kind', '"cord", "cell"', 'needed', ''],
    ['power.length', 'a number', 'optional', 'In metres.'],
    ['power.volts', 'a number', 'optional', 'At most.'],
    ['shade', 'the fields below', 'optional', 'What keeps the light from the eyes.'],
    ['shade.height', 'a number, or null', 'needed', 'Null where nobody measured.'],
    ['dims', 'true or false', 'false', ''],
    ['labels', 'names, each with: text', 'needed', ''],
  ]);
});

test('a folder without a kind of records is refused', () => {
  expect(() => recordReference({ BulbSchema }, folder)).toThrow('no schema tells where its files lie');
});
