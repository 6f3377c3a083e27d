import { describe, expect, test } from 'vitest';
import { oidOf, type Pull } from './github-stand-in/index.ts';
import { checkConservation } from './testing/check-conservation.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, useHosted } from './testing/hosted-ledger.ts';
import { oddProject } from './testing/odd-project.ts';
import { borsMerge } from './world/index.ts';

const space = useHosted();

/** Harvests the project as release 1.1.0. */
async function released(name: string, project: Hosted): Promise<HostedLedger> {
  project.repo.tag('v1.1.0');
  const ledger = await space.online(name, project);
  await checkConservation(ledger);
  return ledger;
}

const by = (ledger: HostedLedger, id: string) => ledger.change('1.1.0', id)?.identifiedBy;

describe('which pull request a commit is of', () => {
  test('a squash, a rebase and a merge are told by GitHub', async () => {
    const project = new Hosted();
    const squashed = project.squash({ number: 12, title: 'feat: count replicas' });
    const rebased = project.rebase({
      number: 13,
      title: 'fix: close volumes',
      messages: ['Close one', 'Close two'],
    });
    project.merge({ number: 14, title: 'Add a card', messages: ['Add it', 'Test it'] });
    const ledger = await released('kinds', project);
    expect(await ledger.entries('1.1.0')).toMatchObject([
      { id: 'core-12', pullRequest: 12, commits: [squashed.id] },
      { id: 'core-14', pullRequest: 14 },
      {
        id: 'core-13',
        pullRequest: 13,
        title: 'Close volumes',
        commits: [rebased.parents[0]?.id, rebased.id],
      },
    ]);
    expect(ledger.change('1.1.0', 'core-13')).toMatchObject({
      method: 'rebase',
      identifiedBy: 'GitHub merged #13 with this commit',
      pullRequests: [{ number: 13, state: 'merged' }],
    });
  });

  test('a squash whose subject was edited is told by its commit', async () => {
    const project = new Hosted();
    project.describe(
      { number: 12, title: 'feat: count' },
      [],
      project.repo.commit({ message: 'Something else' }),
    );
    project.describe({ number: 13, title: 'Mend it' }, [], project.repo.commit({ message: 'Mends (#7)' }));
    project.repository.issues = [{ number: 7, title: 'Broken' }];
    const ledger = await released('edited', project);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12', 'core-13']);
    expect(ledger.change('1.1.0', 'core-13')).toMatchObject({ title: 'Mend it', issues: [7] });
  });

  test('among several, the merged one of this repository with this commit is taken', async () => {
    const project = new Hosted();
    const landed = project.squash({ number: 15, title: 'The right one' });
    const other = { mergeCommit: oidOf('elsewhere'), alsoContains: [landed.id] };
    for (const given of [
      { number: 10, state: 'OPEN', mergeCommit: null },
      { number: 11, state: 'CLOSED', mergeCommit: null },
      { number: 12 },
      { number: 13, baseRepository: 'fork/core', mergeCommit: landed.id },
      { number: 14, baseBranch: 'release' },
      { number: 16 },
      { number: 17 },
    ] as (Partial<Pull> & { number: number })[])
      project.describe({ ...other, ...given }, [], null);
    const ledger = await released('several', project);
    expect(await ledger.ids('1.1.0')).toEqual(['core-15']);
    expect(
      ledger.github.calls.filter(({ operationName }) => operationName === 'PullRequestsOfCommit'),
    ).toHaveLength(1);
  });

  test('two that claim one commit are both said, and taken only where the message names one', async () => {
    const ledger = await space.online('claims', oddProject());
    const [claimed] = (await ledger.entries('1.1.0')).filter(({ title }) => title === 'Claimed twice');
    expect(claimed?.pullRequest).toBeNull();
    expect(by(ledger, claimed?.id ?? '')).toBe('GitHub merged #18, #19 with it: none is taken for certain');
    expect(by(ledger, 'core-20')).toBe(
      'the subject names it; GitHub merged #20, #21 with it: none is taken for certain',
    );
  });

  test('numbers of issues, of nothing and of older changes are no pull request of a commit', async () => {
    const ledger = await space.online('foreign', oddProject());
    const entries = await ledger.entries('1.1.0');
    const told = (title: string) => {
      const entry = entries.find((each) => each.title.startsWith(title));
      return { number: entry?.pullRequest, because: by(ledger, entry?.id ?? '') };
    };
    expect(told('Write it down')).toEqual({
      number: null,
      because: '#7 in the message is an issue, and GitHub does not know the commit',
    });
    expect(told('Nobody has this number').number).toBeNull();
    expect(told('Look at it again').number).toBeNull();
    expect(told('A number too large').number).toBeNull();
    expect(entries.find(({ id }) => id === 'core-12')?.commits).toHaveLength(1);
  });

  test('a commit that GitHub does not know keeps what its message says', async () => {
    const project = new Hosted();
    project.repo.commit({ message: 'Not there' });
    const ledger = await released('null-object', project);
    const [entry] = await ledger.entries('1.1.0');
    expect(by(ledger, entry?.id ?? '')).toBe('GitHub does not know the commit');
  });
});

describe('merges', () => {
  test('one that only GitHub has a number for becomes one change with its commits', async () => {
    const ledger = await space.online('plain-merge', oddProject());
    expect(ledger.change('1.1.0', 'core-22')).toMatchObject({
      title: 'Known to the platform only',
      method: 'merge',
    });
    expect(ledger.change('1.1.0', 'core-22')?.commits).toHaveLength(3);
  });

  test('an octopus of two pull requests stays two changes, though both have its commit', async () => {
    const ledger = await space.online('octopus', oddProject());
    for (const number of [30, 31])
      expect(ledger.change('1.1.0', `core-${number}`)).toMatchObject({
        pullRequest: number,
        title: `Line ${number}`,
        pullRequests: [{ number }],
      });
  });

  test('a bot’s merge of one pull request is told by both', async () => {
    const project = new Hosted();
    const { branch, commits } = project.open({ number: 12, messages: ['One', 'Two'] });
    const landed = borsMerge(project.repo, [{ number: 12, title: 'Both', from: branch, reviewer: 'lin' }]);
    project.describe({ number: 12, title: 'Both', state: 'CLOSED', mergeCommit: null }, commits, landed);
    const ledger = await released('bors', project);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
  });

  test('a way back from a release branch takes no change from those that it brings', async () => {
    const ledger = await space.online('merge-back', oddProject());
    const { commits } = await ledger.conservation('1.2.0');
    const back = commits.find(({ pullRequest }) => pullRequest === 43);
    expect(back).toMatchObject({
      change: null,
      disposition: 'excluded',
      reason: expect.stringContaining('merges #43'),
    });
    expect(await ledger.ids('1.2.0')).not.toContain('core-43');
    expect(await ledger.ids('1.1.1')).toEqual(['core-12', 'core-40']);
  });

  test('a carrier that only GitHub knows is recorded beside the original', async () => {
    const ledger = await space.online('carrier', oddProject());
    expect(ledger.change('1.1.1', 'core-40') ?? ledger.change('1.2.0', 'core-40')).toMatchObject({
      pullRequest: 40,
    });
    const entry = await ledger.entry('1.1.1', 'core-12');
    expect(entry).toMatchObject({ pullRequest: 12, title: 'Count replicas' });
  });

  test('a release may be cut in the middle of a rebase', async () => {
    const project = new Hosted();
    const last = project.rebase({ number: 12, title: 'In two steps', messages: ['Step one', 'Step two'] });
    project.repo.tag('v1.1.0', last.parents[0]);
    project.repo.tag('v1.2.0', last);
    const ledger = await space.online('cut-rebase', project);
    await checkConservation(ledger);
    expect(await ledger.ids('1.1.0')).toEqual(['core-12']);
    expect(await ledger.ids('1.2.0')).toEqual(['core-12']);
  });
});

describe('an index that is late', () => {
  const late = (number: number) => ({ lateIndex: [number] });

  test.each(['squash', 'rebase', 'merge'] as const)(
    'loses no %s, in this harvest or the next',
    async (how) => {
      const project = new Hosted();
      project[how]({ number: 12, title: 'The newest', messages: ['One', 'Two'] });
      project.repo.tag('v1.1.0');
      const ledger = await space.online(`late-${how}`, project, { faults: late(12) });
      expect(ledger.change('1.1.0', 'core-12')?.pullRequests).toHaveLength(1);
      project.squash({ number: 13, title: 'Still later' });
      project.repo.tag('v1.2.0');
      await ledger.online();
      expect(ledger.change('1.1.0', 'core-12')?.pullRequests).toHaveLength(1);
      ledger.github.faults = {};
      project.squash({ number: 14, title: 'The last' });
      project.repo.tag('v1.3.0');
      await ledger.online();
      expect(ledger.change('1.1.0', 'core-12')?.commits.length).toBe(
        how === 'squash' ? 1 : how === 'rebase' ? 2 : 3,
      );
      expect(await ledger.ids('1.1.0')).toContain('core-12');
      await checkConservation(ledger);
    },
  );

  test('is asked again for a commit whose subject names nothing', async () => {
    const project = new Hosted();
    project.describe({ number: 12, title: 'Silent' }, [], project.repo.commit({ message: 'Nothing named' }));
    project.repo.tag('v1.1.0');
    const ledger = await space.online('late-silent', project, { faults: late(12) });
    expect(by(ledger, 'core-12')).toBe('GitHub merged #12 with this commit');
  });
});
