import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Note } from '../../../src/records/index.ts';
import { filesBelow } from '../../browser/built-editions.ts';
import { proofreadLedger } from '../../notes/proofread-ledger.ts';
import { LedgerReader } from '../../store/read.ts';
import { type WrittenProduct, writeManyReleases } from './many-releases.ts';

let folder = '';
let written: WrittenProduct;
let notes: Note[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'many-releases-'));
  written = writeManyReleases(path.join(folder, 'first'), 400);
  const reader = new LedgerReader(path.join(folder, 'first'));
  notes = written.versions.flatMap((version) => reader.note(written.product, version)?.data ?? []);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('there are as many releases as were asked for, over eight years', () => {
  expect(notes).toHaveLength(400);
  const days = notes.map(({ date }) => Date.parse(date) / 86_400_000).sort((a, b) => a - b);
  const span = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 365;
  expect(Math.round(span)).toBe(8);
  expect(new Set(written.versions.map((version) => version.split('.')[0])).size).toBe(8);
});

test('they are of every kind that pages tell of', () => {
  const entries = notes.flatMap(({ entries }) => entries);
  const counts = {
    prereleases: notes.filter(({ prerelease }) => prerelease).length,
    withdrawn: notes.filter(({ withdrawn }) => withdrawn !== undefined).length,
    issues: notes.flatMap(({ known = [] }) => known).length,
    breaking: entries.filter(({ breaking }) => breaking).length,
    deprecated: entries.filter(({ removalIn }) => removalIn !== undefined).length,
    removed: entries.filter(({ removes }) => removes !== undefined).length,
    backports: entries.filter(({ alsoIn }) => alsoIn !== undefined).length,
    terms: notes.filter(({ compatibility }) => compatibility !== undefined).length,
  };
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  expect(notes.find(({ version }) => version === written.widest)?.entries.length).toBeGreaterThan(600);
});

test('every release that another names is there, and every entry', () => {
  const [versions, ids] = [
    new Set(written.versions),
    new Set(notes.flatMap(({ entries }) => entries.map(({ id }) => id))),
  ];
  const named = notes.flatMap(({ previous, foldedInto, descendsFrom = [], folds = [], entries }) => [
    ...[previous, foldedInto, ...descendsFrom, ...folds],
    ...entries.flatMap(({ removalIn, alsoIn = [] }) => [removalIn, ...alsoIn]),
  ]);
  expect(named.filter((version) => typeof version === 'string' && !versions.has(version))).toEqual([]);
  const announced = notes.flatMap(({ entries }) => entries.flatMap(({ removes }) => removes ?? []));
  expect(announced.filter((id) => !ids.has(id))).toEqual([]);
});

test('an editor would find nothing in them', () => {
  expect(proofreadLedger(path.join(folder, 'first'))).toEqual([]);
});

test('they are the same bytes each time', async () => {
  writeManyReleases(path.join(folder, 'second'), 400);
  const files = await filesBelow(path.join(folder, 'first'));
  expect(await filesBelow(path.join(folder, 'second'))).toEqual(files);
  for (const file of files)
    expect(await readFile(path.join(folder, 'second', file), 'utf8'), file).toBe(
      await readFile(path.join(folder, 'first', file), 'utf8'),
    );
});
