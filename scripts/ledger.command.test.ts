import { beforeAll, describe, expect, test } from 'vitest';
import { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const FATE_KEYS = ['commit', 'change', 'pullRequest', 'disposition', 'reason'];

describe('the command line', () => {
  let ledger: TestLedger;
  let first: CommitHandle;
  let second: CommitHandle;

  beforeAll(async () => {
    const repo = new RepositoryBuilder();
    first = repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.0.0');
    second = repo.commit({ message: 'fix: mend it' });
    repo.tag('v1.1.0');
    ledger = space.ledger('command');
    await repo.write(ledger.repository);
  });

  test('a first harvest writes a policy and a product for a person to read, says so, and ends with 0', async () => {
    const answer = await ledger.command([
      'harvest',
      '--product',
      'core',
      '--repo',
      ledger.repository,
      '--offline',
    ]);
    expect(answer).toMatchObject({ code: 0, printed: '' });
    expect(answer.said).toMatch(/Wrote ledger\/core\/policy\.md: read it/);
    expect(answer.said).toMatch(/Wrote products\/core\.md/);
    expect(answer.said).toContain('2 releases, 2 changes, 2 commits');
    expect(answer.said).not.toContain('\x1b');
  });

  test('with --json a harvest prints one value on standard output, and its words on standard error', async () => {
    const answer = await ledger.command(['harvest', '--product', 'core', '--all', '--json']);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.printed)).toMatchObject({ product: 'core', filesWritten: 0, nothingNew: true });
    expect(answer.said).toContain('nothing new');
  });

  test('notes as JSON have the fields that are promised', async () => {
    const answer = await ledger.command([
      'notes',
      '--product',
      'core',
      '--release',
      '1.1.0',
      '--format',
      'json',
    ]);
    expect(answer).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(answer.printed)).toEqual({
      product: 'core',
      version: '1.1.0',
      since: '1.0.0',
      entries: [
        {
          id: `core-${second.id.slice(0, 12)}`,
          pullRequest: null,
          kind: 'fix',
          section: 'fixed',
          title: 'Mend it',
          commits: [second.id],
        },
      ],
    });
  });

  test('notes as markdown are on standard output', async () => {
    const answer = await ledger.command(['notes', '--product', 'core', '--release', 'v1.0.0']);
    expect(answer).toMatchObject({ code: 0, said: '' });
    expect(answer.printed).toBe('# core 1.0.0\n\n## Added\n\n- Start (#1)\n');
  });

  test('conservation as JSON has the fields that are promised, for a release and for a range', async () => {
    const args = ['conservation', '--product', 'core', '--release', '1.1.0', '--json'];
    for (const [extra, commits] of [
      [[], 1],
      [['--since', '1.0.0'], 1],
      [['--since', '1.1.0'], 0],
    ] as const) {
      const answer = await ledger.command([...args, ...extra]);
      expect(answer.code).toBe(0);
      const told = JSON.parse(answer.printed) as Record<string, unknown> & { commits: object[] };
      expect(Object.keys(told)).toEqual(['product', 'version', 'since', 'sum', 'commits']);
      expect(told).toMatchObject({ product: 'core', version: '1.1.0', sum: { commits, published: commits } });
      for (const row of told.commits) expect(Object.keys(row)).toEqual(expect.arrayContaining(FATE_KEYS));
    }
  });

  test('conservation of all releases adds them up', async () => {
    const answer = await ledger.command(['conservation', '--product', 'core', '--json']);
    const told = JSON.parse(answer.printed) as { commits: { commit: string }[] };
    expect(told).toMatchObject({
      product: 'core',
      version: null,
      since: null,
      sum: { commits: 2, published: 2 },
    });
    expect(told.commits.map(({ commit }) => commit)).toEqual([first.id, second.id]);
    const text = await ledger.command(['conservation', '--product', 'core']);
    expect(text.printed).toMatch(/^all +2 commits = 2 published \+ 0 excluded/m);
  });

  test('conservation as text has the sum and a line for each commit', async () => {
    const answer = await ledger.command(['conservation', '--product', 'core', '--release', '1.1.0']);
    expect(answer.printed.split('\n')[0]).toBe(
      '1.1.0 since 1.0.0: 1 commits = 1 published + 0 excluded + 0 cancelled + 0 folded + 0 unresolved',
    );
    expect(answer.printed).toContain(second.id.slice(0, 12));
  });

  test('commits that nothing accounts for end it with 1', async () => {
    const other = new TestLedger(`${space.root}/unresolved`);
    const repo = new RepositoryBuilder();
    const commit = repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.0.0');
    await other.harvest(repo);
    other.edit('ledger/core/releases/1.0.0/release.md', (text) =>
      text.replace(
        `${commit.id} | core | core-1 | 1 | published |`,
        `${commit.id} | core | – | – | unresolved | why`,
      ),
    );
    const answer = await other.command(['conservation', '--product', 'core', '--release', '1.0.0']);
    expect(answer.code).toBe(1);
    expect(answer.printed).toContain('1 unresolved');
  });

  test('--content works on another ledger than ./content, wherever it stands in the line', async () => {
    const elsewhere = `${ledger.folder}/else where/ledger`;
    const args = ['harvest', '--product', 'core', '--repo', ledger.repository];
    const answers = [
      await ledger.command([...args, '--content', elsewhere]),
      await ledger.command(['--content', elsewhere, 'notes', '--product', 'core', '--release', '1.0.0']),
    ];
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(answers[1]?.printed).toContain('Start');
  });

  test('one release can be harvested by itself', async () => {
    const other = new TestLedger(`${space.root}/one-release`);
    const repos = ['--repo', `core=${ledger.repository}`];
    const answer = await other.command(['harvest', '--product', 'core', ...repos, '--release', 'v1.1.0']);
    expect(answer.code).toBe(0);
    expect(other.versions()).toEqual(['1.1.0']);
    await other.harvest();
    expect(other.versions()).toEqual(['1.0.0', '1.1.0']);
    expect(other.state().get('notes/core/1.1.0.md')).toBe(ledger.state().get('notes/core/1.1.0.md'));
  });

  test.each([[[]], [['harvest']], [['notes']], [['conservation']]])('help is there: %s', async (verb) => {
    const answer = await ledger.command([...verb, '--help']);
    expect(answer.code).toBe(0);
    expect(answer.printed).toContain('Usage: ledger');
    expect(answer.printed).toContain('--content');
    if (verb.length > 0) expect(answer.printed).toContain('Example');
  });

  test.each([
    ['no verb', []],
    ['an unknown verb', ['harvets']],
    ['an unknown option', ['harvest', '--product', 'core', '--everything']],
    ['a missing product', ['harvest']],
    ['a missing value', ['notes', '--product', 'core', '--release']],
    ['an unknown format', ['notes', '--product', 'core', '--release', '1.0.0', '--format', 'html']],
    ['a start without an end', ['conservation', '--product', 'core', '--since', '1.0.0']],
    ['a release and all', ['harvest', '--product', 'core', '--release', '1.0.0', '--all']],
  ])('wrong usage ends with 2: %s', async (_name, args) => {
    const answer = await ledger.command(args);
    expect(answer).toMatchObject({ code: 2, printed: '' });
    expect(answer.said).not.toBe('');
  });
});
