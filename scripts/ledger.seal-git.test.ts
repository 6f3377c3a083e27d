import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  commitLedger,
  sealableLedger,
  sealedSample,
  trySeal,
  tryVote,
  twoReleases,
  verified,
  well,
} from './testing/sealed.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { git, type RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const RELEASES = 'ledger/core/releases';
let count = 0;
let ledger: TestLedger;

/** Makes a ledger once, and gives each test a copy with its repositories. */
function copiedFrom(make: () => Promise<TestLedger>): void {
  let original: TestLedger;
  beforeAll(async () => {
    original = await make();
  });
  beforeEach(() => {
    count += 1;
    ledger = space.ledger(`copy-${count}`);
    cpSync(original.folder, ledger.folder, { recursive: true });
  });
}

describe('tags are held against the repositories', () => {
  copiedFrom(() => sealedSample(space, 'tags'));

  const file = `${RELEASES}/1.0.0/release.md`;

  async function rewritten(change: (repo: RepositoryBuilder) => unknown): Promise<string[]> {
    const repo = twoReleases();
    change(repo);
    rmSync(ledger.repository, { recursive: true });
    await repo.write(ledger.repository);
    const { code, alarms } = await verified(ledger);
    expect(code).toBe(alarms.length > 0 ? 1 : 0);
    return alarms;
  }

  test('which are the same in the same repository', async () => {
    expect(await rewritten(() => undefined)).toEqual([]);
  });

  test('moved to another commit', async () => {
    expect(await rewritten((repo) => repo.tag('v1.0.0', repo.tip(), { annotated: true }))).toEqual([
      expect.stringMatching(`^${file}: tag v1.0.0 was [0-9a-f]{40} when it was sealed, and is [0-9a-f]{40}$`),
    ]);
  });

  test('made again on the same commit: another tag object', async () => {
    const moved = await rewritten((repo) => {
      const commit = ledger.release('1.0.0').tag.commit;
      repo.tag('v1.0.0', { id: commit, type: 'commit' }, { annotated: true, message: 'Signed off again' });
    });
    expect(moved).toHaveLength(1);
  });

  test('made light where it was annotated', async () => {
    const commit = ledger.release('1.0.0').tag.commit;
    expect(await rewritten((repo) => repo.tag('v1.0.0', { id: commit, type: 'commit' }))).toEqual([
      expect.stringContaining(`and is ${commit}`),
    ]);
  });

  test('gone', async () => {
    expect(await rewritten((repo) => repo.removeTag('v1.0.0'))).toEqual([
      `${file}: tag v1.0.0 is not in the repository any more`,
    ]);
  });

  test('in repositories that are not here: said, and no alarm', async () => {
    rmSync(ledger.repository, { recursive: true });
    const { code, notices } = await verified(ledger);
    expect(code).toBe(0);
    expect(notices).toContain(
      ': the repositories of core are not all here: tags of core were not held against the seals',
    );
  });

  test('under a policy that nobody can read: an alarm beside all others', async () => {
    writeFileSync(ledger.file('ledger/core/policy.md'), 'nothing');
    ledger.edit(file, () => 'nothing');
    const { alarms } = await verified(ledger);
    expect(alarms).toEqual([
      expect.stringContaining(`${file}: record of release 1.0.0 of core 1.0.0: it is not what was sealed`),
      expect.stringContaining('ledger/core/policy.md: neither tags nor votes can be checked: '),
    ]);
  });
});

test('tags of every module are held against its own repository', async () => {
  const modules = `  - { id: core, repository: ../core.git, tags: ["v{version}"] }
  - { id: agent, repository: ../agent.git, tags: ["v{version}"] }`;
  const product = space.ledger('modules');
  const agent = twoReleases();
  await agent.write(`${product.folder}/agent.git`);
  await twoReleases().write(product.repository);
  product.writePolicy(modules);
  await product.harvest();
  await well(trySeal(product, { release: '1.1.0' }));
  expect((await verified(product)).alarms).toEqual([]);
  agent.tag('v1.1.0', agent.tip(), { annotated: true, message: 'Moved' });
  await agent.write(`${product.folder}/agent.git`);
  expect((await verified(product)).alarms).toEqual([
    expect.stringMatching(/1\.1\.0\/release\.md: tag v1\.1\.0 was [0-9a-f]{40} when it was sealed, and is /),
  ]);
});

describe('votes are held against whoever committed them', () => {
  const file = `${RELEASES}/1.0.0/votes/sre-cyra-osei.md`;

  copiedFrom(async () => {
    const made = await sealableLedger(`${space.root}/votes`);
    await commitLedger(made, 'Build Server');
    await well(tryVote(made, '1.0.0', { ranBy: 'Cyra Osei', role: 'sre' }));
    return made;
  });

  async function told(): Promise<{ alarms: string[]; notices: string[] }> {
    await well(trySeal(ledger, { release: '1.0.0' }));
    await commitLedger(ledger, 'Build Server');
    const { code, alarms, notices } = await verified(ledger);
    expect(code).toBe(alarms.length > 0 ? 1 : 0);
    return { alarms, notices: notices.filter((notice) => !notice.includes('not sealed of')) };
  }

  test('who is whoever the vote says', async () => {
    await commitLedger(ledger, 'Cyra Osei');
    expect(await told()).toEqual({ alarms: [], notices: [] });
  });

  test('somebody else', async () => {
    await commitLedger(ledger, 'Mallory Quist');
    expect((await told()).alarms).toEqual([
      expect.stringMatching(
        `^${file}: the vote says that Cyra Osei cast it, and commit [0-9a-f]{12} of Mallory Quist wrote its record$`,
      ),
    ]);
  });

  test('somebody else who changed it before it was sealed', async () => {
    await commitLedger(ledger, 'Cyra Osei');
    ledger.edit(file, (text) => text.replace('decision: go', 'decision: no-go'));
    await commitLedger(ledger, 'Mallory Quist');
    expect((await told()).alarms).toEqual([expect.stringContaining('of Mallory Quist wrote its record')]);
  });

  test('somebody else who took it away and brought another', async () => {
    await commitLedger(ledger, 'Cyra Osei');
    const text = readFileSync(ledger.file(file), 'utf8');
    rmSync(ledger.file(file));
    await commitLedger(ledger, 'Mallory Quist');
    writeFileSync(ledger.file(file), text.replace('decision: go', 'decision: no-go'));
    await commitLedger(ledger, 'Mallory Quist');
    expect((await told()).alarms).toEqual([expect.stringContaining('of Mallory Quist wrote its record')]);
  });

  test('somebody else who slipped it into a merge', async () => {
    await commitWithout(ledger, file);
    await git(ledger.content, ['checkout', '--quiet', '-b', 'side', 'HEAD~1']);
    const who = ['-c', 'user.name=Mallory Quist', '-c', 'user.email=m@example.org'];
    await git(ledger.content, [...who, 'commit', '--quiet', '--allow-empty', '--message', 'Side']);
    await git(ledger.content, [...who, 'merge', '--quiet', '--no-commit', '--no-ff', 'main-line']);
    await git(ledger.content, ['add', '--all']);
    await git(ledger.content, [...who, 'commit', '--quiet', '--message', 'Merge']);
    expect((await told()).alarms).toEqual([expect.stringContaining('of Mallory Quist wrote its record')]);
  });

  test('nobody yet', async () => {
    await well(trySeal(ledger, { release: '1.0.0' }));
    expect((await verified(ledger)).notices).toContain(
      `${file}: the vote of cyra-osei is not committed as it is`,
    );
  });

  test('nobody as far as a shallow clone tells', async () => {
    await commitLedger(ledger, 'Cyra Osei');
    await told();
    const clone = space.ledger(`clone-${count}`);
    await git(space.root, ['clone', '--quiet', '--depth', '1', `file://${ledger.content}`, clone.content]);
    const { alarms, notices } = await verified(clone);
    expect(alarms).toEqual([]);
    expect(notices).toContain(
      ': the ledger’s clone is shallow: votes were not held against whoever committed them',
    );
  });

  test('in a ledger below the top of its repository, reached by a link', async () => {
    await commitLedger(ledger, 'Mallory Quist');
    await told();
    const link = `${space.root}/link-${count}`;
    symlinkSync(ledger.folder, link);
    rmSync(`${ledger.content}/.git`, { recursive: true });
    await git(ledger.folder, ['init', '--quiet']);
    await git(ledger.folder, ['add', 'content']);
    const who = ['-c', 'user.name=Mallory Quist', '-c', 'user.email=m@example.org'];
    await git(ledger.folder, [...who, 'commit', '--quiet', '--message', 'All']);
    const linked = space.ledger(`link-${count}`);
    expect((await verified(linked)).alarms).toEqual([
      expect.stringContaining('of Mallory Quist wrote its record'),
    ]);
  });
});

/** Commits all but a file on a branch, so that a merge can bring that file. */
async function commitWithout({ content }: TestLedger, file: string): Promise<void> {
  await git(content, ['checkout', '--quiet', '-b', 'main-line']);
  const bytes = readFileSync(`${content}/${file}`);
  rmSync(`${content}/${file}`);
  writeFileSync(`${content}/note.txt`, 'words');
  const who = ['-c', 'user.name=Build Server', '-c', 'user.email=b@example.org'];
  await git(content, ['add', '--all']);
  await git(content, [...who, 'commit', '--quiet', '--message', 'Words']);
  writeFileSync(`${content}/${file}`, bytes);
}
