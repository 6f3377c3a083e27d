import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pull, Repository } from '../../github-stand-in/index.ts';
import { git } from '../../world/index.ts';
import { type SampleWorld, writeSampleWorld } from '../world.ts';

let folder: string;
let world: SampleWorld;
/** Seconds at which each commit was committed, by repository folder. */
let committed: Map<string, number>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sample-platform-'));
  world = await writeSampleWorld(folder);
  const folders = world.products.flatMap(({ repositories }) => repositories.map((each) => each.folder));
  const logs = await Promise.all(folders.map((each) => git(each, ['log', '--all', '--format=%H %ct'])));
  const rows = logs.flatMap((log) =>
    log
      .trim()
      .split('\n')
      .map((row) => row.split(' ')),
  );
  committed = new Map(rows.map(([id = '', time]) => [id, Number(time)]));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function pullsOf({ pulls }: Repository): Pull[] {
  return Array.isArray(pulls) ? pulls : [];
}

function ordinaryPulls(): Pull[] {
  const all = world.platform.repositories.flatMap(pullsOf);
  return all.filter(({ baseRepository, mergeCommit }) => baseRepository === undefined && mergeCommit != null);
}

function seconds(time: string | null | undefined): number {
  return Date.parse(time ?? '') / 1000;
}

test('each pull request was merged when its commit was made', () => {
  expect(ordinaryPulls().length).toBeGreaterThan(200);
  for (const { number, mergeCommit, mergedAt } of ordinaryPulls())
    expect(seconds(mergedAt), `#${number}`).toBe(committed.get(mergeCommit ?? ''));
});

test('pull requests are opened, reviewed and checked in this order', () => {
  for (const { number, createdAt, mergedAt, reviews = [], checks = [], commits = [] } of ordinaryPulls()) {
    expect(seconds(createdAt), `#${number}`).toBeLessThan(seconds(mergedAt));
    const written = new Map(commits.map(({ oid, authoredAt }) => [oid, seconds(authoredAt)]));
    for (const { at, commit = commits.at(-1)?.oid } of reviews) {
      expect(seconds(at), `#${number}`).toBeGreaterThanOrEqual(seconds(createdAt));
      expect(seconds(at), `#${number}`).toBeGreaterThanOrEqual(written.get(commit ?? '') ?? 0);
    }
    for (const { at } of checks) if (at !== undefined) expect(seconds(at)).toBeLessThan(seconds(mergedAt));
  }
});

test('no two pull requests or issues of a repository have one number', () => {
  for (const repository of world.platform.repositories) {
    const own = pullsOf(repository).filter(({ baseRepository }) => baseRepository === undefined);
    const numbers = [...own, ...(repository.issues ?? [])].map(({ number }) => number);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  }
});
