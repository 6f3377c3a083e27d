import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { startCommand } from './testing/child.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const KILLS = 20;

/** A repository with many releases, so that a harvest of it takes a while. */
function manyReleases(releases: number, each: number): RepositoryBuilder {
  const repo = new RepositoryBuilder({ step: 60 });
  for (let release = 0; release < releases; release += 1) {
    for (let index = 0; index < each; index += 1)
      repo.commit({ message: `feat: add part ${release}-${index} (#${release * each + index + 1})` });
    repo.tag(`v1.${release}.0`);
  }
  return repo;
}

function leftovers(ledger: TestLedger): string[] {
  return existsSync(ledger.content) ? readdirSync(ledger.content).filter((name) => name.startsWith('.')) : [];
}

describe('a harvest that is killed', () => {
  let ledger: TestLedger;
  let oldState: Map<string, string>;
  let newState: Map<string, string>;
  let duration: number;
  const args = ['harvest', '--product', 'core'];

  function begin(): ReturnType<typeof startCommand> {
    const environment = { LEDGER_CACHE: `${ledger.folder}/no-memory` };
    return startCommand(['--content', ledger.content, ...args], { folder: ledger.folder, environment });
  }

  /** Puts the ledger back to the state before the repository grew. */
  function restore(): void {
    rmSync(ledger.content, { recursive: true, force: true });
    rmSync(`${ledger.folder}/no-memory`, { recursive: true, force: true });
    for (const [file, text] of oldState) {
      const folder = ledger.file(file).slice(0, ledger.file(file).lastIndexOf('/'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(ledger.file(file), text, 'latin1');
    }
  }

  beforeAll(async () => {
    ledger = space.ledger('killed');
    const repo = manyReleases(20, 8);
    await ledger.harvest(repo);
    ledger.editNote('1.3.0', (text) => text.replace('Add part 3-1', 'Our own words'));
    oldState = ledger.state();
    for (let release = 0; release < 30; release += 1)
      repo.tag(`v1.${release}.0`, repo.tip(), { annotated: true });
    const more = manyReleases(40, 12);
    await more.write(`${ledger.folder}/more.git`);
    rmSync(ledger.repository, { recursive: true });
    await more.write(ledger.repository);
    const started = Date.now();
    expect((await begin().answer).code).toBe(0);
    duration = Date.now() - started;
    newState = ledger.state();
    expect(changedFiles(oldState, newState).length).toBeGreaterThan(300);
  });

  test('leaves the old state or the new one, whenever it is killed', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      restore();
      const { child, answer } = begin();
      await wait(duration * (0.25 + (0.75 * kill) / KILLS));
      child.kill('SIGKILL');
      await answer;
      // Any command that reads the ledger finishes or drops what was left.
      const next = await ledger.tryNotes('1.3.0');
      expect(next.code, next.said).toBe(0);
      expect(leftovers(ledger)).toEqual([]);
      if (changedFiles(oldState, ledger.state()).length > 0)
        expect(changedFiles(newState, ledger.state())).toEqual([]);
    }
  }, 60_000);

  test('can be done again to the end', async () => {
    restore();
    const { child, answer } = begin();
    await wait(duration * 0.6);
    child.kill('SIGKILL');
    await answer;
    expect((await begin().answer).code).toBe(0);
    expect(ledger.state()).toEqual(newState);
    expect(leftovers(ledger)).toEqual([]);
  }, 30_000);

  test('shows nothing half written while it runs, and a second one at once is refused clearly', async () => {
    restore();
    const running = [begin(), begin(), begin()];
    const answers = await Promise.all(running.map(({ answer }) => answer));
    const refused = answers.filter(({ code }) => code !== 0);
    for (const answer of refused) {
      expect(answer.code).toBe(2);
      expect(answer.said).toMatch(/another command .*is writing|Wait for it to end/s);
    }
    expect(answers.some(({ code }) => code === 0)).toBe(true);
    expect(ledger.state()).toEqual(newState);
    expect(leftovers(ledger)).toEqual([]);
  }, 30_000);
});

test('what another command is writing is waited for, with words', async () => {
  const ledger = space.ledger('held');
  await ledger.harvest(manyReleases(1, 1));
  mkdirSync(ledger.file('.pending'));
  writeFileSync(ledger.file('.pending/owner'), String(process.ppid));
  const answer = await ledger.tryHarvest();
  expect(answer).toMatchObject({ code: 2, said: expect.stringContaining(`process ${process.ppid}`) });
  expect(existsSync(ledger.file('.pending/owner'))).toBe(true);
  rmSync(ledger.file('.pending'), { recursive: true });
});

test.each([
  ['an owner that is gone', { owner: '999999999' }],
  ['no owner', {}],
  ['an owner that is no number', { owner: 'x' }],
])('what was left without a journal is dropped: %s', async (name, files) => {
  const ledger = space.ledger(`left-${name.replaceAll(' ', '-')}`);
  await ledger.harvest(manyReleases(1, 1));
  const state = ledger.state();
  mkdirSync(ledger.file('.pending/files/notes/core'), { recursive: true });
  writeFileSync(ledger.file('.pending/files/notes/core/1.0.0.md'), 'half');
  for (const [file, text] of Object.entries(files)) writeFileSync(ledger.file(`.pending/${file}`), text);
  expect((await ledger.tryNotes('1.0.0')).code).toBe(0);
  expect(ledger.state()).toEqual(state);
});

describe('what was left complete', () => {
  /** A ledger with a change of a note that a killed command had prepared and not moved. */
  async function prepared(name: string, stage = '.pending'): Promise<TestLedger> {
    const ledger = space.ledger(name);
    await ledger.harvest(manyReleases(40, 2));
    for (const version of ledger.versions()) {
      mkdirSync(ledger.file(`${stage}/files/notes/core`), { recursive: true });
      writeFileSync(
        ledger.file(`${stage}/files/notes/core/${version}.md`),
        `${ledger.noteText(version)}\nNew.\n`,
      );
    }
    writeFileSync(ledger.file(`${stage}/journal.json`), JSON.stringify({ deletes: ['products/core.md'] }));
    writeFileSync(ledger.file(`${stage}/owner`), '999999999');
    return ledger;
  }

  test.each(['.pending', '.pending-999999999'])('is finished by the next command: %s', async (stage) => {
    const ledger = await prepared(`complete${stage}`, stage);
    expect((await ledger.tryNotes('1.0.0')).code).toBe(0);
    expect(ledger.noteText('1.7.0')).toContain('New.');
    expect(existsSync(ledger.file('products/core.md'))).toBe(false);
    expect(leftovers(ledger)).toEqual([]);
  });

  test('is finished once where several commands come at the same time', async () => {
    const ledger = await prepared('at-once');
    const args = ['notes', '--product', 'core', '--release', '1.0.0'];
    const answers = await Promise.all([1, 2, 3, 4].map(() => ledger.command(args)));
    for (const { code, said } of answers)
      if (code !== 0) expect(said).toMatch(/another command .* is writing/);
    expect(answers.some(({ code }) => code === 0)).toBe(true);
    expect(leftovers(ledger)).toEqual([]);
    for (const version of ledger.versions()) expect(ledger.noteText(version)).toContain('New.');
  });

  test('waits where it cannot be moved, and is finished when it can', async () => {
    const ledger = await prepared('in-the-way');
    const note = ledger.noteText('1.7.0');
    rmSync(ledger.noteFile('1.7.0'));
    mkdirSync(`${ledger.noteFile('1.7.0')}/in the way`, { recursive: true });
    const answer = await ledger.tryNotes('1.0.0');
    expect(answer).toMatchObject({
      code: 2,
      said: expect.stringContaining(`cannot write to ${ledger.content}`),
    });
    rmSync(ledger.noteFile('1.7.0'), { recursive: true });
    expect((await ledger.tryNotes('1.0.0')).code).toBe(0);
    expect(ledger.noteText('1.7.0')).toBe(`${note}\nNew.\n`);
  });
});

test('a harvest that fails while it writes leaves no trace', async () => {
  const ledger = space.ledger('fails');
  const repo = manyReleases(3, 2);
  await ledger.harvest(repo);
  ledger.editNote('1.2.0', (text) => text.replace('schema: 1', 'schema: 9'));
  const state = ledger.state();
  repo.commit({ message: 'feat: more (#99)' });
  repo.tag('v1.3.0');
  await repo.write(ledger.repository);
  expect((await ledger.tryHarvest()).code).toBe(2);
  expect(ledger.state()).toEqual(state);
  expect(leftovers(ledger)).toEqual([]);
});

test('a ledger that cannot be written is a clear error', async () => {
  const ledger = space.ledger('in-a-file');
  const repo = manyReleases(1, 1);
  await repo.write(ledger.repository);
  writeFileSync(ledger.content, 'a file in the place of the folder');
  const answer = await ledger.command(['harvest', '--product', 'core', '--repo', ledger.repository]);
  expect(answer.code).toBe(2);
  expect(answer.said).not.toContain('unexpected error');
  expect(answer.said).toContain(ledger.content);
});

test.skipIf(process.getuid?.() === 0)('a folder without leave to write is a clear error', async () => {
  const ledger = space.ledger('read-only');
  await ledger.harvest(manyReleases(1, 1));
  const state = ledger.state();
  ledger.editNote('1.0.0', (text) => `${text}\n`);
  chmodSync(ledger.content, 0o500);
  const answer = await ledger.command(['harvest', '--product', 'core', '--release', '1.0.0']);
  chmodSync(ledger.content, 0o700);
  expect(answer.code).toBe(2);
  expect(answer.said).not.toContain('unexpected error');
  expect(ledger.state().size).toBe(state.size);
});
