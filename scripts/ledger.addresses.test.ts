import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { isAddress, mirrorFolder } from './sources/git/mirror.ts';
import { answerOf } from './testing/answer.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { seal } from './verbs/seal.ts';
import { verify } from './verbs/verify.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

test('an address is told from a path', () => {
  for (const address of [
    'https://h.example.org/a/b.git',
    'ssh://git@h.example.org/b',
    'git@h.example.org:a/b',
    'file:///srv/b.git',
  ])
    expect(isAddress(address), address).toBe(true);
  for (const folder of ['../b', '/srv/b.git', 'b', 'c:\\work\\b', 'https', './a:b'])
    expect(isAddress(folder), folder).toBe(false);
});

test('mirrors of different addresses are different folders, and are called as their repository is', () => {
  const [one, other] = ['https://h.example.org/a/b.git', 'https://h.example.org/c/b.git'].map(mirrorFolder);
  expect(one).not.toBe(other);
  expect(
    [one, other, mirrorFolder('https://h.example.org/b/')].map((each) => path.basename(each ?? '')),
  ).toEqual(['b.git', 'b.git', 'b.git']);
});

describe('a product whose repository is elsewhere', () => {
  let ledger: TestLedger;
  let address = '';
  const repo = new RepositoryBuilder();

  beforeAll(async () => {
    ledger = space.ledger('elsewhere');
    address = `file://${ledger.repository}`;
    repo.commit({ message: 'feat: begin (#1)' });
    repo.tag('v1.0.0');
    await repo.write(ledger.repository);
  });

  test('is fetched by its address, which the first policy names', async () => {
    await ledger.harvest(undefined, { repo: [address] });
    expect(ledger.versions()).toEqual(['1.0.0']);
    expect(fs.readFileSync(ledger.file('ledger/core/policy.md'), 'utf8')).toContain(
      `repository: "${address}"`,
    );
  });

  test('a new tag is fetched with the next harvest, but not offline', async () => {
    repo.commit({ message: 'fix: mend (#2)' });
    repo.tag('v1.1.0');
    await repo.write(ledger.repository);
    await ledger.harvest(undefined, { offline: true });
    expect(ledger.versions()).toEqual(['1.0.0']);
    await ledger.harvest();
    expect(ledger.versions()).toEqual(['1.0.0', '1.1.0']);
  });

  test('a path on the command line takes the place of the address', async () => {
    const other = path.join(space.root, 'copy.git');
    fs.cpSync(ledger.repository, other, { recursive: true });
    fs.renameSync(ledger.repository, `${ledger.repository}.away`);
    try {
      await ledger.harvest(undefined, { repo: [`core=${other}`] });
      const answer = await ledger.tryHarvest();
      expect(answer.code).toBe(2);
      expect(answer.said).toContain(`git cannot fetch ${address}`);
    } finally {
      fs.renameSync(`${ledger.repository}.away`, ledger.repository);
    }
  });

  test('verifying holds tags against what is there now', async () => {
    const { content, product } = ledger;
    const checked = () => answerOf((console) => verify({ content }, console));
    const sealed = await answerOf((console) =>
      seal({ content, product, release: '1.1.0', ranBy: 'Mara Lind' }, console),
    );
    expect(sealed.code, sealed.said).toBe(0);
    fs.rmSync(mirrorFolder(address), { recursive: true });
    expect(await checked()).toMatchObject({ code: 0 });
    fs.renameSync(ledger.repository, `${ledger.repository}.away`);
    const unreachable = await checked();
    fs.renameSync(`${ledger.repository}.away`, ledger.repository);
    expect(unreachable.code).toBe(0);
    expect(unreachable.printed + unreachable.said).toContain('were not held against the seals');
    fs.rmSync(path.join(ledger.repository, 'packed-refs'), { force: true });
    fs.rmSync(path.join(ledger.repository, 'refs/tags'), { recursive: true });
    fs.mkdirSync(path.join(ledger.repository, 'refs/tags'));
    const gone = await checked();
    expect(gone.code).toBe(1);
    expect(gone.printed).toContain('tag v1.1.0 is not in the repository any more');
  });

  test('a password in an address is refused, and not repeated', async () => {
    const answer = await ledger.tryHarvest({ repo: ['https://mara:s3cret@h.example.org/b.git'] });
    expect(answer.code).toBe(2);
    expect(answer.said).toContain('holds a password');
    expect(answer.said).not.toContain('s3cret');
  });
});

test('--recorded writes the release that is asked for and those that are known, and no other', async () => {
  const ledger = space.ledger('recorded');
  const repo = new RepositoryBuilder();
  const bad = repo.commit({ message: 'feat: begin (#1)' });
  repo.tag('v1.0.0');
  await ledger.harvest(repo);
  repo.revert(bad, { message: `Revert "feat: begin"\n\nThis reverts commit ${bad.id}.` });
  repo.tag('v1.1.0');
  repo.commit({ message: 'feat: go on (#3)' });
  repo.tag('v1.2.0');
  await ledger.harvest(repo, { release: '1.1.0', recorded: true });
  expect(ledger.versions().sort()).toEqual(['1.0.0', '1.1.0']);
  expect(ledger.noteText('1.0.0')).toContain('withdrawnIn: "1.1.0"');
});
