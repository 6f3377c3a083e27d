import { beforeAll, describe, expect, test } from 'vitest';
import { checkConservation } from './testing/check-conservation.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

describe('candidates of a release', () => {
  const repo = new RepositoryBuilder();
  let ledger: TestLedger;
  let second: CommitHandle;

  beforeAll(async () => {
    repo.commit({ message: 'feat: start (#1)' });
    repo.tag('1.8.0');
    repo.commit({ message: 'feat: add cards (#2)' });
    repo.tag('1.9.0-RC1');
    second = repo.commit({ message: 'fix: mend cards (#3)' });
    repo.tag('1.9.0-RC2');
    repo.commit({ message: 'docs: tell of cards (#4)' });
    repo.tag('1.9.0');
    repo.commit({ message: 'feat: go on (#5)' });
    repo.tag('1.10.0-beta1');
    ledger = await space.harvested('candidates', repo);
  });

  test('fold into the stable release, which repeats their changes', async () => {
    expect(await ledger.ids('1.9.0')).toEqual(['core-2', 'core-3', 'core-4']);
    expect(ledger.note('1.9.0')).toMatchObject({ folds: ['1.9.0-RC1', '1.9.0-RC2'], previous: '1.8.0' });
    expect((await ledger.entry('1.9.0', 'core-3')).commits).toEqual([second.id]);
  });

  test('keep pages of their own, each since the one before', async () => {
    expect(await ledger.ids('1.9.0-RC1')).toEqual(['core-2']);
    expect(await ledger.ids('1.9.0-RC2')).toEqual(['core-3']);
    expect(ledger.note('1.9.0-RC2')).toMatchObject({
      prerelease: true,
      foldedInto: '1.9.0',
      previous: '1.9.0-RC1',
    });
  });

  test('hold the records of their changes, which the stable release names and does not repeat', () => {
    expect(ledger.release('1.9.0').recordedIn).toEqual({ '1.9.0-RC1': ['core-2'], '1.9.0-RC2': ['core-3'] });
    expect(ledger.change('1.9.0', 'core-2')).toBeNull();
    expect(ledger.change('1.9.0-RC1', 'core-2')?.version).toBe('1.9.0-RC1');
    expect(ledger.change('1.9.0', 'core-4')?.version).toBe('1.9.0');
  });

  test('are not "other releases" that carry the change', () => {
    for (const version of ['1.9.0-RC1', '1.9.0'])
      expect(ledger.note(version).entries.find(({ alsoIn }) => alsoIn !== undefined)).toBeUndefined();
  });

  test('stand open until the stable release is out', async () => {
    expect(ledger.note('1.10.0-beta1').foldedInto).toBeUndefined();
    expect(await ledger.ids('1.10.0-beta1')).toEqual(['core-5']);
    repo.tag('1.10.0');
    await ledger.harvest(repo);
    await checkConservation(ledger);
    expect(ledger.note('1.10.0-beta1').foldedInto).toBe('1.10.0');
    expect(await ledger.ids('1.10.0')).toEqual(['core-5']);
    expect(ledger.release('1.10.0').recordedIn).toEqual({ '1.10.0-beta1': ['core-5'] });
  });
});

test('a candidate and its release on one commit are a folded candidate and a full release', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag('v1.1.0-rc.1');
  repo.tag('v1.1.0');
  const ledger = await space.harvested('same-commit', repo);
  expect(await ledger.ids('1.1.0')).toEqual(['core-2']);
  expect(ledger.note('1.1.0').previous).toBe('1.0.0');
});

test('a change that a candidate brought and a later one took back is not in the stable release', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  const commit = repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag('v1.1.0-rc.1');
  repo.revert(commit);
  repo.tag('v1.1.0-rc.2');
  repo.commit({ message: 'fix: mend (#3)' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('taken-back', repo);
  expect(ledger.note('1.1.0-rc.1').entries[0]).toMatchObject({ id: 'core-2', withdrawnIn: '1.1.0-rc.2' });
  expect(ledger.noteText('1.1.0-rc.1')).toContain('_(withdrawn in 1.1.0-rc.2)_');
  expect(await ledger.ids('1.1.0')).toEqual(['core-3']);
});

test('a candidate whose branch never came to the stable release keeps its own changes out of it', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.branch('trial');
  repo.commit({ on: 'trial', message: 'feat: try it (#2)' });
  repo.tag('v2.0.0-alpha1', repo.tip('trial'));
  repo.commit({ message: 'feat: another way (#3)' });
  repo.tag('v2.0.0');
  const ledger = await space.harvested('side-branch', repo);
  expect(await ledger.ids('2.0.0-alpha1')).toEqual(['core-2']);
  expect(await ledger.ids('2.0.0')).toEqual(['core-3']);
  expect(ledger.release('2.0.0').recordedIn).toBeUndefined();
});

test('a pull request whose commits a candidate has in part is told whole in the stable release', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.branch('work');
  const part = repo.commit({ on: 'work', message: 'wip' });
  repo.tag('v1.1.0-alpha1', part);
  repo.commit({ on: 'work', message: 'rest' });
  repo.merge({ from: 'work', message: 'Merge pull request #2 from a/work\n\nfeat: add cards' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('in-part', repo);
  expect((await ledger.entry('1.1.0', 'core-2')).commits).toHaveLength(3);
  expect((await ledger.entry('1.1.0-alpha1', 'core-2')).commits).toEqual([part.id]);
});

test.each([
  ['v3.0-beta0', 'v3.0.0'],
  ['1.2.0rc1', '1.2.0'],
  ['v1.2.0-rc.10', 'v1.2.0'],
  ['v1.2-RC2', 'v1.2'],
])('%s leads to %s', async (candidate, final) => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag(`${final.startsWith('v') ? 'v' : ''}0.1.0`);
  repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag(candidate);
  repo.commit({ message: 'feat: add lists (#3)' });
  repo.tag(final);
  const ledger = await space.harvested(`leads-${candidate}`, repo);
  expect(ledger.note(final.replace('v', '')).folds).toEqual([candidate.replace('v', '')]);
  expect(await ledger.ids(final)).toEqual(['core-2', 'core-3']);
});

test('a rebuild of a final version is a final version', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'fix: mend (#2)' });
  repo.tag('v1.0.0-hotfix.1');
  repo.commit({ message: 'fix: mend more (#3)' });
  repo.tag('v1.0.1');
  const ledger = await space.harvested('rebuild', repo);
  expect(ledger.note('1.0.0-hotfix.1')).toMatchObject({ prerelease: false, previous: '1.0.0' });
  expect(await ledger.ids('1.0.1')).toEqual(['core-3']);
});
