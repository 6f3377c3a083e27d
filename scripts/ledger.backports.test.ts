import { describe, expect, test } from 'vitest';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, GITHUB, mergePullRequest, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

interface Lines {
  repo: RepositoryBuilder;
  /** The change on the main line, #12 by tomas-r. */
  original: CommitHandle;
}

/** A main line with a change, and the release branch `release-1.8` that left it before. */
function twoLines(message = 'fix: mend the card (#12)\n\nSo that it holds.'): Lines {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start' });
  repo.tag('v1.8.4');
  repo.branch('release-1.8');
  repo.commit({ message: 'feat: go on (#11)' });
  const original = repo.commit({ message, author: 'tomas-r', committer: GITHUB });
  return { repo, original };
}

async function released(name: string, repo: RepositoryBuilder): Promise<TestLedger> {
  repo.tag('v1.8.5', repo.tip('release-1.8'));
  repo.tag('v1.9.0');
  return space.harvested(name, repo);
}

/** One change: one id in both releases, each naming the other, and the original's author. */
async function expectOneChange(ledger: TestLedger, id = 'core-12'): Promise<void> {
  expect(await ledger.ids('1.8.5')).toEqual([id]);
  expect(await ledger.ids('1.9.0')).toContain(id);
  expect(ledger.note('1.8.5').entries[0]).toMatchObject({ id, alsoIn: ['1.9.0'] });
  expect(ledger.note('1.9.0').entries.find((entry) => entry.id === id)).toMatchObject({ alsoIn: ['1.8.5'] });
  const copy = ledger.change('1.8.5', id);
  expect(copy).toMatchObject({ author: 'tomas-r', method: 'backport' });
  expect(copy?.pullRequest).toBe(ledger.change('1.9.0', id)?.pullRequest);
}

describe('a copy and its original are one change', () => {
  test('by the trailer of a cherry-pick', async () => {
    const { repo, original } = twoLines();
    repo.cherryPick(original, {
      on: 'release-1.8',
      message: `mend card for 1.8\n\n(cherry picked from commit ${original.id})`,
      author: 'lin-q',
      keepDates: false,
    });
    const ledger = await released('trailer', repo);
    await expectOneChange(ledger);
    expect(ledger.change('1.8.5', 'core-12')?.backport).toMatchObject({
      commit: original.id,
      pullRequest: null,
    });
    expect((await ledger.entry('1.8.5', 'core-12')).title).toBe('Mend the card');
  });

  test('by the trailer in a pull request of its own', async () => {
    const { repo, original } = twoLines();
    repo.branch('pick', 'release-1.8');
    const message = `Mend the card for 1.8\n\n(cherry picked from commit ${original.id})`;
    repo.cherryPick(original, { on: 'pick', message, keepDates: false, author: 'lin-q' });
    mergePullRequest(repo, { number: 15, title: 'Mend the card for 1.8', from: 'pick', into: 'release-1.8' });
    const ledger = await released('trailer-merge', repo);
    await expectOneChange(ledger);
    expect(ledger.change('1.8.5', 'core-12')?.backport).toMatchObject({ pullRequest: 15 });
    for (const row of (await ledger.conservation('1.8.5')).commits) expect(row.pullRequest).toBe(12);
  });

  test('by itself where a pull request carries it with its own number: the carrier is no change', async () => {
    const { repo, original } = twoLines();
    repo.branch('pick', 'release-1.8');
    repo.cherryPick(original, { on: 'pick', withTrailer: true });
    const carrier = mergePullRequest(repo, { number: 15, title: 'Picks', from: 'pick', into: 'release-1.8' });
    const ledger = await released('carried', repo);
    await expectOneChange(ledger);
    expect(await ledger.fate('1.8.5', carrier)).toMatchObject({
      disposition: 'excluded',
      reason: expect.stringContaining('#15'),
    });
  });

  test.each([
    ['automated-cherry-pick-of-#12-upstream-release-1.8', 'Automated cherry pick of #12: fix card'],
    ['cherry-pick-12-to-release-1.8', 'Mend the card'],
    ['mergify/bp/release-1.8/pr-12', 'Mend the card'],
    ['backport-12-to-release-1.8', 'Mend the card'],
    ['backport/release-1.8/pr-12', '[release-1.8] Mend the card'],
  ])('by a bot’s branch: %s', async (branch, title) => {
    const { repo, original } = twoLines();
    repo.branch('pick', 'release-1.8');
    repo.cherryPick(original, {
      on: 'pick',
      message: 'mend',
      keepDates: false,
      author: 'robot[bot] <r@example.org>',
    });
    repo.merge({
      into: 'release-1.8',
      from: 'pick',
      message: `Merge pull request #15 from robot/${branch}\n\n${title}`,
    });
    repo.removeBranch('pick');
    await expectOneChange(await released(`branch-${branch.replaceAll(/\W+/g, '-')}`, repo));
  });

  test.each([
    'fix: mend the card (backport #12) (#15)',
    '[backport release-1.8] mend the card (backport #12) (#15)',
    'fix: mend the card (#12) (#15)',
    'mend the card (#15)\n\nBackport of #12.',
    '[release-1.8] Cherry-pick of #12: mend the card (#15)',
  ])('by the words of its message: %s', async (message) => {
    const { repo, original } = twoLines();
    repo.cherryPick(original, {
      on: 'release-1.8',
      message,
      author: 'lin-q',
      keepDates: false,
      committer: GITHUB,
    });
    await expectOneChange(await released(`words-${message.replaceAll(/\W+/g, '-')}`, repo));
  });

  test('by author, time of writing and subject, which a cherry-pick without a trailer keeps', async () => {
    const { repo, original } = twoLines();
    repo.cherryPick(original, { on: 'release-1.8' });
    await expectOneChange(await released('authorship', repo));
  });

  test('by an equal patch under another name and date', async () => {
    const { repo, original } = twoLines();
    repo.cherryPick(original, {
      on: 'release-1.8',
      message: 'Hold the card',
      author: 'lin-q',
      keepDates: false,
    });
    const ledger = await released('patch-other-author', repo);
    const [entry] = await ledger.entries('1.8.5');
    expect(entry?.id).not.toBe('core-12');
    expect((await ledger.conservation('1.8.5')).sum).toMatchObject({ commits: 1, published: 1 });
  });

  test('by an equal patch with another message and date', async () => {
    const { repo, original } = twoLines();
    repo.cherryPick(original, { on: 'release-1.8', message: 'Hold the card', keepDates: false });
    await expectOneChange(await released('patch', repo));
  });

  test('without a number, by the id of the original’s commit', async () => {
    const { repo, original } = twoLines('fix: mend the card');
    repo.cherryPick(original, { on: 'release-1.8', withTrailer: true, keepDates: false });
    await expectOneChange(await released('no-number', repo), `core-${original.id.slice(0, 12)}`);
  });

  test('a copy of a copy is the first original’s', async () => {
    const { repo, original } = twoLines();
    repo.branch('release-1.7', 'release-1.8');
    const copy = repo.cherryPick(original, { on: 'release-1.8', withTrailer: true, keepDates: false });
    repo.cherryPick(copy, {
      on: 'release-1.7',
      message: `mend\n\n(cherry picked from commit ${copy.id})`,
      keepDates: false,
    });
    repo.tag('v1.7.9', repo.tip('release-1.7'));
    const ledger = await released('copy-of-copy', repo);
    expect(await ledger.ids('1.7.9')).toEqual(['core-12']);
    expect(ledger.note('1.9.0').entries.find(({ id }) => id === 'core-12')?.alsoIn).toEqual([
      '1.7.9',
      '1.8.5',
    ]);
  });
});

test('a copy whose original no clone has keeps the number that it names', async () => {
  const { repo } = twoLines();
  repo.commit({ on: 'release-1.8', message: 'Mend the lists (#15)\n\nBackport of #4711.' });
  const ledger = await released('unknown-original', repo);
  expect(await ledger.entries('1.8.5')).toMatchObject([{ id: 'core-4711', pullRequest: 4711 }]);
  expect(ledger.change('1.8.5', 'core-4711')?.backport).toMatchObject({ pullRequest: 15, commit: null });
});

test('a cherry-pick of a commit that is unknown here is a change of its own', async () => {
  const { repo } = twoLines();
  const message = `Mend the lists\n\n(cherry picked from commit ${'0123456789'.repeat(4)})`;
  const commit = repo.commit({ on: 'release-1.8', message });
  const ledger = await released('unknown-commit', repo);
  expect(await ledger.ids('1.8.5')).toEqual([`core-${commit.id.slice(0, 12)}`]);
});

test('one carrier of several originals tells each of them', async () => {
  const { repo, original } = twoLines();
  const second = repo.commit({ message: 'fix: mend the list (#13)', committer: GITHUB });
  repo.branch('pick', 'release-1.8');
  for (const commit of [original, second]) repo.cherryPick(commit, { on: 'pick', withTrailer: true });
  mergePullRequest(repo, {
    number: 15,
    title: 'Automated cherry pick of #12, #13: mend both',
    from: 'pick',
    into: 'release-1.8',
  });
  const ledger = await released('several', repo);
  expect(await ledger.ids('1.8.5')).toEqual(['core-12', 'core-13']);
  expect(await ledger.ids('1.9.0')).toEqual(['core-11', 'core-12', 'core-13']);
});

test('one commit of several originals is a copy of each', async () => {
  const { repo } = twoLines();
  repo.commit({ message: 'fix: mend the list (#13)', committer: GITHUB });
  repo.commit({ on: 'release-1.8', message: 'Cherry-pick of #12, #13: mend both (#15)', committer: GITHUB });
  const ledger = await released('several-in-one', repo);
  const told = ledger.note('1.8.5').entries.map(({ id, alsoIn }) => [id, alsoIn]);
  expect(told).toEqual([
    ['core-12', ['1.9.0']],
    ['core-13', ['1.9.0']],
  ]);
});

test('a branch that comes back to main makes its copies part of the same change, told once', async () => {
  const { repo, original } = twoLines();
  const copy = repo.cherryPick(original, { on: 'release-1.8', withTrailer: true });
  repo.tag('v1.8.5', copy);
  repo.tag('v1.9.0');
  repo.merge({ from: 'release-1.8', message: "Merge branch 'release-1.8'" });
  repo.commit({ message: 'feat: more (#16)' });
  repo.tag('v1.10.0');
  const ledger = await space.harvested('comes-back', repo);
  expect(await ledger.ids('1.10.0')).toEqual(['core-16']);
});

test('an original and its copy in one range are one entry with both commits', async () => {
  const { repo, original } = twoLines();
  const copy = repo.cherryPick(original, { on: 'release-1.8', withTrailer: true });
  repo.merge({ from: 'release-1.8', message: "Merge branch 'release-1.8'" });
  repo.tag('v1.9.0');
  const ledger = await space.harvested('one-range', repo);
  const entry = await ledger.entry('1.9.0', 'core-12');
  expect(entry.commits.toSorted()).toEqual([original.id, copy.id].toSorted());
  expect(ledger.note('1.9.0').entries.find(({ id }) => id === 'core-12')?.alsoIn).toBeUndefined();
});

test('a revert of a copy on its branch withdraws it there alone', async () => {
  const { repo, original } = twoLines();
  const copy = repo.cherryPick(original, { on: 'release-1.8', withTrailer: true });
  repo.tag('v1.8.5', copy);
  repo.revert(copy, { on: 'release-1.8' });
  repo.tag('v1.8.6', repo.tip('release-1.8'));
  repo.tag('v1.9.0');
  const ledger = await space.harvested('revert-copy', repo);
  expect(ledger.note('1.8.5').entries[0]).toMatchObject({ id: 'core-12', withdrawnIn: '1.8.6' });
  const entry = ledger.note('1.9.0').entries.find(({ id }) => id === 'core-12');
  expect(entry?.withdrawnIn).toBeUndefined();
});

test('two commits of one author with one subject at different times are two changes', async () => {
  const { repo } = twoLines();
  for (const on of ['main', 'release-1.8']) repo.commit({ on, message: 'Update the guide' });
  const ledger = await released('same-subject', repo);
  const [onBranch] = await ledger.ids('1.8.5');
  expect(await ledger.ids('1.9.0')).not.toContain(onBranch);
});
