import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { monthFile } from './read-edition.ts';
import { type SeenMonths, seenMonths } from './seen-months.ts';
import { testProduct, writeEdition } from './testing.ts';

const LAMP = testProduct('lamp');
const [NEWEST = '', ...OLDER] = new Set(LAMP.months.values());

let edition = '';

beforeAll(async () => {
  edition = await mkdtemp(path.join(tmpdir(), 'ledger-months-'));
  await writeEdition(edition, [LAMP]);
  await setTimeout(80);
});

afterAll(() => rm(edition, { recursive: true, force: true }));

function lookAt(before: SeenMonths['all']): SeenMonths {
  const months = seenMonths(edition, before);
  for (const month of [NEWEST, ...OLDER]) months.of('lamp', month);
  return months;
}

/** The same as if all of it had been something else, to see whether it is looked at. */
function pretended(all: SeenMonths['all']): SeenMonths['all'] {
  const entries = Object.entries(all).map(([name, { sign, facts }]) => [
    name,
    { sign, facts: { ...facts, digest: 'kept' } },
  ]);
  return Object.fromEntries(entries);
}

test('what is folded into another release is told without parsing', () => {
  const folded = LAMP.releases.flatMap(({ foldedInto }) => foldedInto ?? []);
  const told = Object.values(lookAt({}).all).flatMap(({ facts }) => facts.foldedInto);
  expect(told.toSorted()).toEqual(folded.toSorted());
  expect(folded).not.toEqual([]);
});

test('a document that looks as it did is not read again, and one that was written is', async () => {
  const before = pretended(lookAt({}).all);
  expect(lookAt(before).all).toEqual(before);
  await writeFile(monthFile(edition, 'lamp', NEWEST), '{"foldedInto": "1.2.3"}');
  const fresh = lookAt(before);
  expect(fresh.of('lamp', NEWEST)).toMatchObject({ bytes: 23, foldedInto: ['1.2.3'] });
  // It may be changed again in the same moment.
  expect(fresh.all).not.toHaveProperty(`lamp/${NEWEST}`);
  expect(Object.keys(fresh.all)).toHaveLength(OLDER.length);
  await setTimeout(80);
  const later = lookAt(fresh.all);
  expect(later.all[`lamp/${NEWEST}`]?.facts).toEqual(fresh.of('lamp', NEWEST));
});
