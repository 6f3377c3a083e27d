import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differences, filesWithBytes, runBuild } from './testing/command.ts';
import { holdKill } from './testing/hold-kill.ts';
import { NOW, type TwoStates, twoStates } from './testing/two-states.ts';

let states: TwoStates;

beforeAll(async () => {
  states = await twoStates('public');
}, 120_000);
afterAll(() => rmSync(states.folder, { recursive: true, force: true }));

async function build(...more: string[]): Promise<void> {
  const { status, said } = await runBuild(NOW, [...states.options, ...more]);
  expect(status, said).toBe(0);
}

/** Changes the ledger's state, builds, and compares. */
async function holdBuild(state: 0 | 1): Promise<void> {
  states.become(state);
  await build();
  expect(states.wrong(state)).toEqual([]);
}

test('a build that is killed leaves whole pages, and the next one makes the rest', async () => {
  for (const part of [0.45, 0.7, 0.9]) expect(await holdKill(states, part + Math.random() * 0.1)).toEqual([]);
});

const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  truncated: (file) => writeFileSync(file, readFileSync(file).subarray(0, 20)),
  emptied: (file) => writeFileSync(file, ''),
  replaced: (file) => writeFileSync(file, 'something else'),
  removed: (file) => rmSync(file),
};

test.each(Object.keys(DAMAGES))('a cache whose values and indexes are %s does no harm', async (name) => {
  await holdBuild(0);
  // What stands in the output and in the cache may be one file with two names: only the cache's is damaged.
  for (const file of filesWithBytes(states.cache).keys())
    if (!file.endsWith('/trace')) apartly(path.join(states.cache, file), DAMAGES[name] as () => void);
  await holdBuild(1);
});

function apartly(file: string, damage: (file: string) => void): void {
  const bytes = readFileSync(file);
  rmSync(file);
  writeFileSync(file, bytes);
  damage(file);
}

test('a broken trace, an output that is gone, and one that another build made are made whole', async () => {
  DAMAGES['truncated']?.(path.join(states.cache, 'public', 'trace'));
  await holdBuild(0);
  rmSync(states.out, { recursive: true });
  await holdBuild(1);
  rmSync(states.out, { recursive: true });
  cpSync(states.whole[0], states.out, { recursive: true });
  await holdBuild(1);
  await holdBuild(0);
});

test('what another version of the code or another address made is made anew', async () => {
  await build('--site', 'https://plants.example.org');
  expect(filesWithBytes(states.out).has('sitemap-0.xml')).toBe(true);
  await holdBuild(0);
});

test('a check tells what is other than it should be, and changes nothing', async () => {
  await holdBuild(0);
  expect(await runBuild(NOW, [...states.options, '--check'])).toMatchObject({ status: 0 });
  rmSync(path.join(states.out, 'aster/1.1.0/index.html'));
  writeFileSync(path.join(states.out, 'aster/index.html'), 'mine');
  writeFileSync(path.join(states.out, 'more.html'), 'mine');
  const { status, said } = await runBuild(NOW, [...states.options, '--check']);
  expect(status).toBe(1);
  expect(said).toContain('aster/1.1.0/index.html is missing\n');
  expect(said).toContain('aster/index.html is another\n');
  expect(said).toContain('more.html should not be there\n');
  expect(states.wrong(0)).toHaveLength(3);
  rmSync(states.out, { recursive: true });
  expect(await runBuild(NOW, [...states.options, '--check'])).toMatchObject({
    status: 2,
    said: expect.stringContaining('nothing to check'),
  });
});

test('of two builds into one folder one waits for nobody, and the other says who is there', async () => {
  states.become(1);
  const both = await Promise.all([runBuild(NOW, states.options), runBuild(NOW, states.options)]);
  expect(both.some(({ status }) => status === 0)).toBe(true);
  for (const { status, said } of both)
    if (status !== 0) {
      expect(status).toBe(2);
      expect(said).toMatch(/process \d+ is building this edition into the same folder/);
    }
  expect(states.wrong(1)).toEqual([]);
  expect(readdirSync(states.folder).filter((name) => name.startsWith('out.'))).toEqual([]);
});

test('shards that were made apart are one build; what is missing is made, what is of another address refused', async () => {
  states.become(0);
  const shards = [1, 2, 3].map((number) => path.join(states.folder, `shard-${number}`));
  const made = shards.map((place, at) =>
    runBuild(NOW, [
      ...states.options.slice(0, -4),
      ...['--cache', `${place}-cache`, '--out', place, '--shard', `${at + 1}/3`],
    ]),
  );
  expect((await Promise.all(made)).map(({ status }) => status)).toEqual([0, 0, 0]);
  await build('--merge', ...shards);
  expect(states.wrong(0)).toEqual([]);
  await build('--merge', ...shards.slice(1));
  expect(states.wrong(0)).toEqual([]);
  states.become(1);
  await build('--merge', ...shards);
  expect(states.wrong(1)).toEqual([]);

  const other = await runBuild(NOW, [
    ...states.options,
    ...['--site', 'https://else.example.org', '--merge', ...shards],
  ]);
  expect(other).toMatchObject({ status: 2, said: expect.stringContaining('for another address') });
  const none = await runBuild(NOW, [...states.options, '--merge', shards[0] ?? '', states.content]);
  expect(none).toMatchObject({ status: 2, said: expect.stringContaining('there is no shard') });
  expect(differences(states.out, states.whole[1])).toEqual([]);
});
