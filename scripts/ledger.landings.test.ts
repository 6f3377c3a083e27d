import { describe, expect, test } from 'vitest';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import {
  borsMerge,
  type CommitHandle,
  mergePullRequest,
  RepositoryBuilder,
  rebasePullRequest,
  squashPullRequest,
} from './world/index.ts';

const space = useWorkspace();

/** Starts a branch with a commit for each message. */
function branchWith(repo: RepositoryBuilder, name: string, ...messages: string[]): CommitHandle[] {
  repo.branch(name);
  return messages.map((message) => repo.commit({ on: name, message }));
}

async function released(name: string, repo: RepositoryBuilder): Promise<TestLedger> {
  repo.tag('v1.1.0');
  return space.harvested(name, repo);
}

describe('squash merges', () => {
  test.each([
    ['one number', 'Fix the card (#12)', 'core-12', 'Fix the card'],
    ['an issue after it', 'Fix the card (#12), fix #7', 'core-12', 'Fix the card, fix #7'],
    ['skip ci', 'Fix the card (#12) [skip ci]', 'core-12', 'Fix the card'],
    ['more words', 'Fix the card (#12) once more', 'core-12', 'Fix the card once more'],
    ['an issue before it', 'Fix the card, closes #7 (#12)', 'core-12', 'Fix the card, closes #7'],
    ['an issue in parentheses', 'Fix the card (fixes #7) (#12)', 'core-12', 'Fix the card (fixes #7)'],
    ['another repository', 'Fix the card (other/place#7) (#12)', 'core-12', 'Fix the card (other/place#7)'],
    ['a number in the text', 'Use port 12 for #7 in cards (#12)', 'core-12', 'Use port 12 for #7 in cards'],
  ])('the number is read from the subject: %s', async (name, message, id, title) => {
    const repo = started();
    repo.commit({ message });
    const ledger = await released(`squash-${name.replaceAll(' ', '-')}`, repo);
    expect(await ledger.entries('1.1.0')).toMatchObject([{ id, title, pullRequest: 12 }]);
  });

  test('a commit without a number is a change by its own id, and keeps no mark for machines', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'Fix the card [skip ci]' });
    const ledger = await released('no-number', repo);
    expect(await ledger.entries('1.1.0')).toEqual([
      {
        id: `core-${commit.id.slice(0, 12)}`,
        pullRequest: null,
        kind: 'other',
        section: 'fixed',
        title: 'Fix the card',
        commits: [commit.id],
      },
    ]);
  });

  test('an issue’s number alone makes no pull request', async () => {
    const repo = started();
    for (const message of ['Fix the card, fixes #7', 'Fix it (closes #8)', 'See other/place#9', 'Refs: #10'])
      repo.commit({ message });
    const ledger = await released('issues', repo);
    expect((await ledger.entries('1.1.0')).map(({ pullRequest }) => pullRequest)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('a subject with several numbers in one pair of parentheses holds several pull requests', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'Merge the cards and the list (#12, #13)' });
    const ledger = await released('several', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12', 'core-13']);
    expect(await ledger.fate('1.1.0', commit)).toMatchObject({ disposition: 'published', change: 'core-12' });
  });

  test('two numbers one after the other name one pull request: the last', async () => {
    const repo = started();
    repo.commit({ message: 'Fix the card (#12) (#13)' });
    const ledger = await released('two', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-13']);
  });

  test('the body’s bullets are no changes; its trailers name co-authors and no addresses are kept', async () => {
    const repo = started();
    branchWith(
      repo,
      'work',
      'feat: draw it\n\nSigned-off-by: Meera <meera@example.org>',
      'fix: its edge (#99)',
    );
    repo.commit({ on: 'work', message: 'Polish', author: 'tomas-r' });
    const landed = squashPullRequest(repo, { number: 12, title: 'feat: draw cards', from: 'work' });
    const ledger = await released('body', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
    const change = ledger.change('1.1.0', 'core-12');
    expect(change).toMatchObject({
      method: 'squash',
      coAuthors: ['tomas-r'],
      commits: [landed.id],
      kind: 'feat',
    });
    for (const [file, text] of ledger.state()) expect(text, file).not.toMatch(/example\.org|noreply/);
  });
});

describe('merge commits', () => {
  test('a pull request’s commits belong to it and its title is taken from the merge', async () => {
    const repo = started();
    const commits = branchWith(repo, 'cards', 'wip', 'fix typo (#3)');
    const merge = mergePullRequest(repo, { number: 12, title: 'Add cards', from: 'cards', by: 'lin-q' });
    const ledger = await released('merge', repo);
    expect(await ledger.entries('1.1.0')).toMatchObject([
      {
        id: 'core-12',
        title: 'Add cards',
        section: 'added',
        commits: [...commits, merge].map(({ id }) => id),
      },
    ]);
    expect(ledger.change('1.1.0', 'core-12')).toMatchObject({
      method: 'merge',
      author: 'meera-k',
      landing: merge.id,
    });
    expect(await ledger.fate('1.1.0', commits[0] as CommitHandle)).toMatchObject({
      disposition: 'folded',
      change: 'core-12',
      pullRequest: 12,
    });
  });

  test('other platforms’ merges are read as well', async () => {
    const repo = started();
    const merges = [
      'Merged in team/cards (pull request #21)\n\nAdd cards',
      'Merged PR 22: Add lists',
      "Merge branch 'menus' into 'main'\n\nAdd menus\n\nSee merge request team/core!23",
      'Auto merge of #24 - lin-q:tables, r=meera-k\n\nAdd tables',
    ];
    for (const [index, message] of merges.entries()) {
      branchWith(repo, `work-${index}`, 'wip');
      repo.merge({ from: `work-${index}`, message });
    }
    const ledger = await released('platforms', repo);
    const entries = await ledger.entries('1.1.0');
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ['core-21', 'Add cards'],
      ['core-22', 'Add lists'],
      ['core-23', 'Add menus'],
      ['core-24', 'Add tables'],
    ]);
  });

  test('a merge without a number is no change; each commit that it brings is one', async () => {
    const repo = started();
    const [first, second] = branchWith(repo, 'cards', 'Add cards', 'Add lists (#5)');
    const merge = repo.merge({ from: 'cards', message: "Merge branch 'cards'" });
    const ledger = await released('plain-merge', repo);
    expect(await ledger.fate('1.1.0', merge)).toMatchObject({
      disposition: 'excluded',
      change: null,
      pullRequest: null,
    });
    expect(await ledger.ids('1.1.0')).toEqual([`core-${first?.id.slice(0, 12)}`, 'core-5'].toSorted());
    expect(await ledger.fate('1.1.0', second as CommitHandle)).toMatchObject({ change: 'core-5' });
  });

  test('merging main into a branch adds nothing to the pull request', async () => {
    const repo = started();
    branchWith(repo, 'cards', 'wip');
    repo.commit({ message: 'feat: something else (#11)' });
    repo.merge({ into: 'cards', from: 'main', message: "Merge branch 'main' into cards" });
    repo.commit({ on: 'cards', message: 'done' });
    mergePullRequest(repo, { number: 12, title: 'Add cards', from: 'cards' });
    const ledger = await released('back-merge', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-11', 'core-12']);
    expect((await ledger.entry('1.1.0', 'core-11')).commits).toHaveLength(1);
    expect((await ledger.entry('1.1.0', 'core-12')).commits).toHaveLength(4);
  });

  test('a pull request into another pull request is a change of its own', async () => {
    const repo = started();
    branchWith(repo, 'cards', 'wip');
    repo.branch('edges', 'cards');
    repo.commit({ on: 'edges', message: 'draw edges' });
    mergePullRequest(repo, { number: 11, title: 'Draw edges', from: 'edges', into: 'cards' });
    mergePullRequest(repo, { number: 12, title: 'Add cards', from: 'cards' });
    const ledger = await released('nested', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-11', 'core-12']);
  });

  test('an octopus merge of branches brings each commit once', async () => {
    const repo = started();
    const one = branchWith(repo, 'one', 'Add one');
    const two = branchWith(repo, 'two', 'Add two', 'Fix two');
    const merge = repo.merge({ from: ['one', 'two'], message: "Merge branches 'one' and 'two'" });
    const ledger = await released('octopus', repo);
    expect(await ledger.entries('1.1.0')).toHaveLength(3);
    for (const commit of [...one, ...two])
      expect((await ledger.fate('1.1.0', commit)).disposition).toBe('published');
    expect((await ledger.fate('1.1.0', merge)).disposition).toBe('excluded');
  });

  test('a bot’s batch lists its pull requests, each with its own title and commits', async () => {
    const repo = started();
    const cards = branchWith(repo, 'cards', 'wip', 'more');
    const lists = branchWith(repo, 'lists', 'wip too');
    const merge = borsMerge(repo, [
      { number: 12, title: 'feat: add cards', from: 'cards', reviewer: 'lin-q' },
      { number: 13, title: 'fix: order lists', from: 'lists', reviewer: 'lin-q' },
    ]);
    const ledger = await released('bors', repo);
    const entries = await ledger.entries('1.1.0');
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ['core-12', 'Add cards'],
      ['core-13', 'Order lists'],
    ]);
    expect(await ledger.fate('1.1.0', cards[0] as CommitHandle)).toMatchObject({ change: 'core-12' });
    expect(await ledger.fate('1.1.0', lists[0] as CommitHandle)).toMatchObject({ change: 'core-13' });
    expect((await ledger.fate('1.1.0', merge)).disposition).toBe('excluded');
  });

  test('a bot’s batch of one is that pull request', async () => {
    const repo = started();
    branchWith(repo, 'cards', 'wip');
    borsMerge(repo, [{ number: 12, title: 'feat: add cards', from: 'cards', reviewer: 'lin-q' }]);
    const ledger = await released('bors-one', repo);
    expect(await ledger.entries('1.1.0')).toMatchObject([
      { id: 'core-12', title: 'Add cards', kind: 'feat' },
    ]);
  });

  test('rebase merges and fast-forwards put every commit on the branch by itself', async () => {
    const repo = started();
    branchWith(repo, 'cards', 'feat: add cards', 'fix: their edges');
    rebasePullRequest(repo, { number: 12, title: 'Add cards', from: 'cards' });
    branchWith(repo, 'lists', 'feat: add lists');
    repo.branch('main', 'lists');
    const ledger = await released('rebase', repo);
    const entries = await ledger.entries('1.1.0');
    expect(entries.map(({ title, pullRequest }) => [title, pullRequest])).toEqual([
      ['Add cards', null],
      ['Add lists', null],
      ['Their edges', null],
    ]);
  });
});

describe('promotions', () => {
  test('what staging brings is listed by itself, the promotion is none', async () => {
    const repo = new RepositoryBuilder({ branch: 'production' });
    repo.commit({ message: 'Start' });
    repo.tag('v1.0.0');
    repo.branch('staging');
    repo.branch('cards', 'staging');
    const wip = repo.commit({ on: 'cards', message: 'wip' });
    mergePullRequest(repo, { number: 12, title: 'Add cards', from: 'cards', into: 'staging' });
    const squash = repo.commit({
      on: 'staging',
      message: 'Fix lists (#13)',
      committer: 'GitHub <noreply@github.com>',
    });
    const direct = repo.commit({ on: 'staging', message: 'Fix the build' });
    const merge = mergePullRequest(repo, {
      number: 14,
      title: 'Staging to production, 6 January',
      from: 'staging',
      keepBranch: true,
    });
    const ledger = await released('promotion', repo);
    expect(await ledger.ids('1.1.0')).toEqual(
      ['core-12', 'core-13', `core-${direct.id.slice(0, 12)}`].toSorted(),
    );
    expect(await ledger.fate('1.1.0', merge)).toMatchObject({ disposition: 'excluded', pullRequest: 14 });
    expect((await ledger.fate('1.1.0', merge)).reason).toMatch(/promotes/);
    expect(await ledger.fate('1.1.0', wip)).toMatchObject({ change: 'core-12' });
    expect(await ledger.fate('1.1.0', squash)).toMatchObject({ change: 'core-13' });
  });

  test('a squashed promotion and staging merged back again still count every commit once', async () => {
    const repo = new RepositoryBuilder({ branch: 'master' });
    repo.commit({ message: 'Start' });
    repo.tag('v1.0.0');
    repo.branch('staging');
    repo.commit({ on: 'staging', message: 'Add cards (#12)' });
    mergePullRequest(repo, { number: 14, title: 'Promote', from: 'staging', keepBranch: true });
    repo.tag('v1.1.0');
    repo.commit({ message: 'fix: mend in a hurry (#15)' });
    repo.merge({ into: 'staging', from: 'master', message: "Merge branch 'master' into staging" });
    repo.commit({ on: 'staging', message: 'Add lists (#16)' });
    mergePullRequest(repo, { number: 17, title: 'Promote', from: 'staging', keepBranch: true });
    repo.tag('v1.2.0');
    const ledger = await space.harvested('promotions', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
    expect(await ledger.ids('1.2.0')).toEqual(['core-15', 'core-16']);
  });
});
