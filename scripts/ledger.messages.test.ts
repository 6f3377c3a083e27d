import { describe, expect, test } from 'vitest';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

async function released(name: string, repo: RepositoryBuilder): Promise<TestLedger> {
  repo.tag('v1.1.0');
  return space.harvested(name, repo);
}

function idOf(commit: CommitHandle): string {
  return `core-${commit.id.slice(0, 12)}`;
}

test('conventional commits say kind, scope and what breaks', async () => {
  const repo = started();
  repo.commit({ message: 'feat(cards): draw their edges (#11)' });
  repo.commit({ message: 'fix!: drop the old port (#12)' });
  repo.commit({
    message:
      'refactor(api)!: rename fields (#13)\n\nWords.\n\nBREAKING CHANGE: `name` is\n`title` now\n\nRefs: #4',
  });
  repo.commit({ message: 'chore: tidy (#14)\n\nBREAKING-CHANGE: needs git 2.40' });
  repo.commit({ message: 'Note: this is a sentence (#15)' });
  repo.commit({ message: '[feat] Paint tables (#16)' });
  const ledger = await released('conventional', repo);
  const entries = await ledger.entries('1.1.0');
  expect(entries.map(({ id, kind, section, title }) => [id, kind, section, title])).toEqual([
    ['core-12', 'fix', 'action', 'Drop the old port'],
    ['core-13', 'refactor', 'action', '**api:** Rename fields — `name` is `title` now'],
    ['core-14', 'chore', 'action', 'Tidy — needs git 2.40'],
    ['core-11', 'feat', 'added', '**cards:** Draw their edges'],
    ['core-16', 'feat', 'added', 'Paint tables'],
    ['core-15', 'other', 'changed', 'Note: this is a sentence'],
  ]);
  expect(ledger.change('1.1.0', 'core-13')).toMatchObject({
    scope: 'api',
    breaking: true,
    breakingNote: '`name` is `title` now',
    issues: [4],
  });
});

test('messages with CRLF ends are read as those with LF', async () => {
  const repo = started();
  repo.commit({
    message:
      'feat: add cards (#11)\r\n\r\nBREAKING CHANGE: all new\r\n\r\nCo-authored-by: Lin <1+lin-q@users.noreply.github.com>\r\n',
  });
  repo.branch('work');
  repo.commit({ on: 'work', message: 'wip\r\n' });
  repo.merge({ from: 'work', message: 'Merge pull request #12 from lin-q/work\r\n\r\nAdd lists\r\n' });
  const ledger = await released('crlf', repo);
  const entries = await ledger.entries('1.1.0');
  expect(entries.map(({ id, title }) => [id, title])).toEqual([
    ['core-11', 'Add cards — all new'],
    ['core-12', 'Add lists'],
  ]);
  expect(ledger.change('1.1.0', 'core-11')?.coAuthors).toEqual(['lin-q']);
  for (const [file, text] of ledger.state()) expect(text, file).not.toContain('\r');
});

test('people are known by the names that .mailmap gives them, without addresses', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({
    message: 'Start',
    files: { '.mailmap': 'Meera K <meera@example.org> old-name <old@example.org>\n' },
  });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: add it (#1)', author: 'old-name <old@example.org>' });
  repo.tag('v1.1.0');
  const ledger = space.ledger('mailmap');
  await repo.write(ledger.repository, { bare: false });
  await ledger.harvest(undefined, { repo: [`core=${ledger.repository}`] });
  expect(ledger.change('1.1.0', 'core-1')).toMatchObject({ author: 'Meera K', landedBy: 'Meera K' });
  const bare = await space.harvested('mailmap-bare', repo);
  expect(bare.change('1.1.0', 'core-1')?.author).toBe('Meera K');
});

test('other encodings are read, with and without a header', async () => {
  const repo = started();
  repo.commit({ message: Buffer.from('feat: caf\u00e9 menus (#1)', 'latin1'), encoding: 'ISO-8859-1' });
  repo.commit({ message: Buffer.from('feat: na\u00efve lists (#2)', 'latin1') });
  repo.commit({
    message: 'feat: \u00fcber cards \u2013 \u{1f5c3} (#3)',
    author: 'Zo\u00eb Q <zoe@example.org>',
  });
  const ledger = await released('encodings', repo);
  const entries = await ledger.entries('1.1.0');
  expect(entries.map(({ title }) => title)).toEqual([
    'Caf\u00e9 menus',
    'Na\u00efve lists',
    '\u00dcber cards \u2013 \u{1f5c3}',
  ]);
  expect(ledger.change('1.1.0', 'core-3')?.author).toBe('Zo\u00eb Q');
});

test('an empty message is a change with a name of its own', async () => {
  const repo = started();
  const empty = repo.commit({ message: '' });
  const blank = repo.commit({ message: ' \n\n' });
  const ledger = await released('empty', repo);
  expect(await ledger.ids('1.1.0')).toEqual([idOf(empty), idOf(blank)].toSorted());
  expect((await ledger.entry('1.1.0', idOf(empty))).title).toBe(`Change ${empty.id.slice(0, 12)}`);
});

test('a message of 100 KB is read to its end', async () => {
  const repo = started();
  const body = Array.from({ length: 1700 }, (_, index) => `Line ${index}: ${'word '.repeat(10)}`).join('\n');
  repo.commit({ message: `feat: add much (#1)\n\n${body}\n\nBREAKING CHANGE: it is long` });
  repo.commit({ message: `${'very '.repeat(20_000)}long (#2)` });
  const ledger = await released('long', repo);
  expect((await ledger.entry('1.1.0', 'core-1')).title).toBe('Add much — it is long');
  expect(await ledger.ids('1.1.0')).toEqual(['core-1', 'core-2']);
});

test('dates at zero and in the far future do not change what belongs to a release', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start', date: '2030-01-01T00:00:00Z' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: zero (#1)', date: 0 });
  repo.commit({ message: 'feat: future (#2)', date: 4_102_444_800 });
  repo.commit({ message: 'feat: beyond every calendar (#3)', date: 999_999_999_999 });
  const ledger = await released('dates', repo);
  expect(await ledger.ids('1.1.0')).toEqual(['core-1', 'core-2', 'core-3']);
  expect(ledger.change('1.1.0', 'core-1')?.landedAt).toBe('1970-01-01T00:00:00+00:00');
  expect(ledger.change('1.1.0', 'core-2')?.landedAt).toBe('2100-01-01T00:00:00+00:00');
  expect(ledger.change('1.1.0', 'core-3')?.landedAt).toBe('9999-12-31T23:59:59+00:00');
});

test('foreign text in a title stays text: no markup, no mention, no id, no address', async () => {
  const repo = started();
  repo.commit({ message: 'feat: <script>alert(1)</script> [x](javascript:alert(1)) (#1)' });
  repo.commit({ message: 'feat: {#core-99} *bold* _it_ by a@example.org (#2)' });
  repo.commit({ message: 'feat: hide \u202etxet\u2066 \u0007bell (#3)' });
  repo.commit({ message: 'feat: # not a heading (#4)' });
  const ledger = await released('foreign', repo);
  const titles = (await ledger.entries('1.1.0')).map(({ title }) => title);
  expect(titles).toEqual([
    '\\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1))',
    '\\{#core-99} \\*bold\\* \\_it\\_ by (address removed)',
    'Hide txet bell',
    '\\# not a heading',
  ]);
  expect((await ledger.harvest()).said).not.toContain('no change of this release');
});

test('bots are authors like others; bumps of one dependency become one entry from the first to the last', async () => {
  const repo = started();
  const bot = '49699333+dependabot[bot]@users.noreply.github.com';
  const author = `dependabot[bot] <${bot}>`;
  const first = repo.commit({ message: 'Bump left-pad from 1.0.0 to 1.1.0 (#1)', author });
  repo.commit({ message: 'Bump other from 1.0.0 to 2.0.0 (#2)', author });
  repo.commit({ message: 'build(deps): bump left-pad from 1.1.0 to 2.0.0 (#3)', author });
  const last = repo.commit({ message: 'Update dependency left-pad to v3.0.0 (#4)', author });
  repo.commit({ message: 'Bump left-pad from 1.0.0 to 1.1.0 in /tools (#5)', author });
  const ledger = await released('bumps', repo);
  const entries = await ledger.entries('1.1.0');
  expect(entries.map(({ id, title, section }) => [id, title, section])).toEqual([
    ['core-2', 'Bump other from 1.0.0 to 2.0.0', 'dependencies'],
    ['core-4', 'Update left-pad from 1.0.0 to 3.0.0', 'dependencies'],
    ['core-5', 'Bump left-pad from 1.0.0 to 1.1.0 in /tools', 'dependencies'],
  ]);
  expect((await ledger.entry('1.1.0', 'core-4')).commits).toContain(first.id);
  expect(await ledger.fate('1.1.0', first)).toMatchObject({ disposition: 'folded', change: 'core-1' });
  expect(await ledger.fate('1.1.0', last)).toMatchObject({ disposition: 'published' });
  expect(ledger.change('1.1.0', 'core-1')?.author).toBe('dependabot[bot]');
});

test('what a rule of the policy leaves out is excluded with the rule’s reason', async () => {
  const repo = started();
  const commit = repo.commit({ message: 'ci: use another runner (#1)' });
  const both = repo.commit({ message: 'chore(release): 1.1.0 (#2)' });
  repo.commit({ message: 'chore: tidy (#3)' });
  repo.tag('v1.1.0');
  const ledger = space.ledger('excluded');
  await repo.write(ledger.repository);
  ledger.writePolicy(
    '  - { id: core, repository: ../core.git, tags: ["v{version}"] }',
    `exclude:
  - { kind: ci, reason: changes the build alone }
  - { kind: chore, subject: '^chore\\(release\\)', reason: makes the release }
sections: { chore: fixed }
`,
  );
  await ledger.harvest();
  expect(await ledger.entries('1.1.0')).toMatchObject([{ id: 'core-3', section: 'fixed' }]);
  expect(await ledger.fate('1.1.0', commit)).toMatchObject({
    disposition: 'excluded',
    reason: 'changes the build alone',
    change: 'core-1',
  });
  expect(await ledger.fate('1.1.0', both)).toMatchObject({
    disposition: 'excluded',
    reason: 'makes the release',
  });
});

describe('the reader’s own settings', () => {
  test('a user’s git configuration changes no byte', async () => {
    const repo = started();
    repo.branch('work');
    repo.commit({ on: 'work', message: 'feat: add cards', folder: 'web' });
    repo.merge({ from: 'work', message: 'Merge pull request #1 from a/work\n\nfeat: add cards' });
    repo.branch('old', repo.tip());
    const picked = repo.commit({ message: 'fix: mend it', files: { 'a.txt': 'one\ntwo\n' } });
    repo.cherryPick(picked, { on: 'old', message: 'mended', keepDates: false });
    repo.tag('v1.0.1', repo.tip('old'), { message: 'x', signed: true });
    const ledger = await released('settings', repo);
    const plain = ledger.state();
    const other = space.ledger('settings-hostile');
    await repo.write(other.repository);
    other.edit('../.gitconfig', () => HOSTILE);
    const answer = await other.command(
      ['harvest', '--product', 'core', '--repo', `core=${other.repository}`],
      {
        environment: {
          HOME: other.folder,
          TZ: 'America/St_Johns',
          LC_ALL: 'de_DE.UTF-8',
          GIT_DIR: '/nowhere',
        },
      },
    );
    expect(answer.said).toContain('3 releases');
    expect(other.state()).toEqual(plain);
  });
});

const HOSTILE = `[log]
	date = relative
	showSignature = true
	mailmap = false
	showRoot = false
	follow = true
	decorate = full
	diffMerges = first-parent
[diff]
	noprefix = true
	renames = copies
	external = /bin/false
	context = 0
	algorithm = histogram
	orderFile = /nowhere
	mnemonicPrefix = true
[color]
	ui = always
[core]
	pager = false
	abbrev = 4
	quotePath = true
	commentChar = "F"
[format]
	pretty = oneline
[tag]
	sort = -version:refname
[i18n]
	logOutputEncoding = ISO-8859-1
`;
