import { describe, expect, test } from 'vitest';
import { started } from './testing/started.ts';
import { useWorkspace } from './testing/workspace.ts';
import { GITHUB, mergePullRequest, reapplyMessage } from './world/index.ts';

const space = useWorkspace();

describe('within one release', () => {
  test('a revert and what it takes back cancel each other', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    const revert = repo.revert(commit);
    repo.commit({ message: 'feat: add lists (#3)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('plain', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-3']);
    expect(await ledger.fate('1.1.0', commit)).toMatchObject({
      disposition: 'cancelled',
      change: 'core-1',
      reason: expect.stringContaining(revert.id.slice(0, 12)),
    });
    expect(await ledger.fate('1.1.0', revert)).toMatchObject({
      disposition: 'cancelled',
      reason: expect.stringContaining('core-1'),
    });
    expect((await ledger.conservation('1.1.0')).sum).toMatchObject({ cancelled: 2, published: 1 });
  });

  test('a platform’s revert is known by number, by branch and by title', async () => {
    const repo = started();
    for (const number of [1, 2, 3]) {
      repo.branch(`work-${number}`);
      repo.commit({ on: `work-${number}`, message: 'wip' });
      mergePullRequest(repo, { number, title: `Add part ${number}`, from: `work-${number}` });
    }
    repo.branch('revert-1-work-1');
    repo.commit({ on: 'revert-1-work-1', message: 'Revert "Add part 1"' });
    mergePullRequest(repo, { number: 11, title: 'Revert "Add part 1"', from: 'revert-1-work-1' });
    repo.commit({ message: 'Revert "Add part 2" (#12)\n\nReverts sample/core#2' });
    repo.commit({ message: 'Revert "Add part 3" (#13)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('platform', repo);
    expect(await ledger.ids('1.1.0')).toEqual([]);
    expect((await ledger.conservation('1.1.0')).sum.cancelled).toBe(10);
  });

  test.each(['revert', 'reapply'])('the revert of a revert restores the change: %s', async (how) => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    const revert = repo.revert(commit);
    const again = repo.revert(revert, how === 'reapply' ? { message: reapplyMessage(revert) } : {});
    repo.tag('v1.1.0');
    const ledger = await space.harvested(`restored-${how}`, repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-1']);
    expect((await ledger.fate('1.1.0', commit)).disposition).toBe('published');
    expect((await ledger.fate('1.1.0', revert)).disposition).toBe('cancelled');
    expect((await ledger.fate('1.1.0', again)).disposition).toBe('cancelled');
  });

  test('a third revert takes it away again', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    repo.revert(repo.revert(repo.revert(commit)));
    repo.tag('v1.1.0');
    const ledger = await space.harvested('third', repo);
    expect(await ledger.ids('1.1.0')).toEqual([]);
    expect((await ledger.fate('1.1.0', commit)).disposition).toBe('cancelled');
  });

  test('a revert of some commits of a merge is a change beside it', async () => {
    const repo = started();
    repo.branch('cards');
    const first = repo.commit({ on: 'cards', message: 'draw' });
    repo.commit({ on: 'cards', message: 'paint' });
    mergePullRequest(repo, { number: 1, title: 'feat: add cards', from: 'cards' });
    const revert = repo.revert(first);
    repo.tag('v1.1.0');
    const ledger = await space.harvested('partial', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-1', `core-${revert.id.slice(0, 12)}`]);
  });

  test('a revert of a whole merge cancels all of its commits', async () => {
    const repo = started();
    repo.branch('cards');
    repo.commit({ on: 'cards', message: 'draw' });
    repo.commit({ on: 'cards', message: 'paint' });
    const merge = mergePullRequest(repo, { number: 1, title: 'feat: add cards', from: 'cards' });
    repo.revert(merge);
    repo.tag('v1.1.0');
    const ledger = await space.harvested('whole-merge', repo);
    expect((await ledger.conservation('1.1.0')).sum).toMatchObject({ commits: 4, cancelled: 4 });
  });

  test('a revert that reverts several commits in one cancels each of them', async () => {
    const repo = started();
    const commits = [1, 2].map((number) => repo.commit({ message: `feat: add part ${number} (#${number})` }));
    const [first, second] = commits.map(({ id }) => id);
    repo.commit({ message: `Revert parts (#3)\n\nThis reverts commits ${first} and ${second}.` });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('several', repo);
    expect(await ledger.ids('1.1.0')).toEqual([]);
  });

  test('a change whose words only speak of reverting is published', async () => {
    const repo = started();
    repo.commit({ message: 'feat: let people revert edits (#1)' });
    repo.commit({ message: 'Revert to the old look of cards (#2)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('words', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-1', 'core-2']);
  });

  test('a change that is made again after its revert is published', async () => {
    const repo = started();
    const first = repo.commit({ message: 'feat: add cards (#1)' });
    repo.revert(first);
    repo.commit({ message: 'feat: add cards (#3)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('made-again', repo);
    expect(await ledger.ids('1.1.0')).toEqual(['core-3']);
  });
});

test('a change that is picked again after its revert, with its number, is published', async () => {
  const repo = started();
  const first = repo.commit({ message: 'feat: add cards (#1)', committer: GITHUB });
  const revert = repo.revert(first);
  const again = repo.cherryPick(first, { on: 'main' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('picked-again', repo);
  expect(await ledger.ids('1.1.0')).toEqual(['core-1']);
  expect((await ledger.entry('1.1.0', 'core-1')).commits).toEqual([first.id, again.id]);
  expect(await ledger.fate('1.1.0', revert)).toMatchObject({ disposition: 'cancelled' });
});

describe('a release later', () => {
  test('the old note says withdrawn in, once; the revert is told in the new one', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    repo.tag('v1.1.0');
    const ledger = await space.harvested('later', repo);
    const before = ledger.noteText('1.1.0');
    const revert = repo.revert(commit);
    repo.tag('v1.2.0');
    await ledger.harvest(repo);
    expect(ledger.noteText('1.1.0')).toContain('- Add cards _(withdrawn in 1.2.0)_ {#core-1}');
    expect(ledger.note('1.1.0').entries[0]?.withdrawnIn).toBe('1.2.0');
    expect(
      ledger
        .noteText('1.1.0')
        .replace(' _(withdrawn in 1.2.0)_', '')
        .replace(/\n.*withdrawnIn: .*/, ''),
    ).toBe(before);
    expect(await ledger.entries('1.2.0')).toMatchObject([{ section: 'changed', commits: [revert.id] }]);
    expect((await ledger.entry('1.1.0', 'core-1')).title).toBe('Add cards');
    const state = ledger.state();
    repo.tag('elsewhere');
    await ledger.harvest(repo);
    expect(ledger.state()).toEqual(state);
  });

  test('a later revert of that revert says where the change is back', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    repo.tag('v1.1.0');
    const revert = repo.revert(commit);
    repo.tag('v1.2.0');
    const again = repo.revert(revert);
    repo.tag('v1.3.0');
    const ledger = await space.harvested('back', repo);
    expect(ledger.note('1.1.0').entries[0]).toMatchObject({ withdrawnIn: '1.2.0', restoredIn: '1.3.0' });
    expect(await ledger.ids('1.3.0')).toEqual([`core-${again.id.slice(0, 12)}`]);
  });

  test('a release on another line keeps the change that its own line did not take back', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    repo.tag('v1.1.0');
    repo.branch('release-1.1');
    repo.revert(commit, { on: 'release-1.1' });
    repo.tag('v1.1.1', repo.tip('release-1.1'));
    repo.commit({ message: 'feat: add lists (#2)' });
    repo.tag('v1.2.0');
    const ledger = await space.harvested('other-line', repo);
    expect(ledger.note('1.1.0').entries[0]).toMatchObject({ withdrawnIn: '1.1.1' });
    expect(await ledger.ids('1.2.0')).toEqual(['core-2']);
  });

  test('a revert whose change was never released cancels, however long the range', async () => {
    const repo = started();
    const commit = repo.commit({ message: 'feat: add cards (#1)' });
    for (let index = 0; index < 30; index += 1)
      repo.commit({ message: `fix: mend ${index} (#${index + 10})` });
    repo.revert(commit);
    repo.tag('v1.1.0');
    const ledger = await space.harvested('long-range', repo);
    expect((await ledger.conservation('1.1.0')).sum).toMatchObject({ published: 30, cancelled: 2 });
  });
});

test('what a later release takes back and brings again is not withdrawn', async () => {
  const repo = started();
  const commit = repo.commit({ message: 'feat: add cards (#1)' });
  repo.tag('v1.1.0');
  repo.revert(commit);
  repo.cherryPick(commit, { on: 'main', withTrailer: true });
  repo.tag('v1.2.0');
  const ledger = await space.harvested('taken-and-brought', repo);
  expect(await ledger.ids('1.2.0')).toContain('core-1');
  expect(ledger.note('1.1.0').entries).toMatchObject([{ id: 'core-1' }]);
  expect(ledger.note('1.1.0').entries[0]).not.toHaveProperty('withdrawnIn');
  // It grew from 1.1.0, and so is no other release to be named.
  expect(ledger.note('1.1.0').entries[0]).not.toHaveProperty('alsoIn');
});
