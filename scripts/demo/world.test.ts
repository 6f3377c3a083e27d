import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../world/index.ts';
import { type SampleWorld, writeSampleWorld } from './world.ts';

let folder: string;
let world: SampleWorld;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sample-world-'));
  world = await writeSampleWorld(folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function repositories(): string[] {
  return world.products.flatMap((product) => product.repositories.map((repository) => repository.folder));
}

test('the same world is written every time', async () => {
  const refs = await Promise.all(repositories().map((repository) => git(repository, ['show-ref'])));
  const again = await writeSampleWorld(path.join(folder, 'again'));
  const others = again.products.flatMap((product) =>
    product.repositories.map((repository) => repository.folder),
  );
  expect(await Promise.all(others.map((repository) => git(repository, ['show-ref'])))).toEqual(refs);
});

test('git finds nothing wrong with it', async () => {
  for (const repository of repositories())
    expect(await git(repository, ['fsck', '--strict', '--no-dangling'])).toBe('');
});

test('no commit is older than its parents, and no tag than its commit', async () => {
  for (const repository of repositories()) {
    const rows = (await git(repository, ['log', '--all', '--format=%H %ct %P']))
      .trim()
      .split('\n')
      .map((row) => row.split(' '));
    const times = new Map(rows.map(([id = '', time]) => [id, Number(time)]));
    for (const [, time, ...parents] of rows)
      for (const parent of parents) expect(times.get(parent)).toBeLessThan(Number(time));
    const tags = (
      await git(repository, ['for-each-ref', '--format=%(taggerdate:unix) %(*objectname)', 'refs/tags'])
    )
      .trim()
      .split('\n');
    for (const [time = '', commit = ''] of tags.map((tag) => tag.split(' ')))
      if (time !== '') expect(times.get(commit)).toBeLessThanOrEqual(Number(time));
  }
});

test('no pull request lands twice on the branch that releases are cut from', async () => {
  const landing = /\(#(\d+)\)$|^Merge pull request #(\d+)/;
  for (const repository of repositories()) {
    const subjects = (await git(repository, ['log', '--format=%s', 'HEAD'])).split('\n');
    const numbers = subjects
      .map((subject) => landing.exec(subject)?.slice(1).join(''))
      .filter((number) => number !== undefined);
    expect(numbers.length).toBeGreaterThan(10);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});
