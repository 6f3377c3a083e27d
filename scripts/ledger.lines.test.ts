import { expect, test } from 'vitest';
import { checkConservation } from './testing/check-conservation.ts';
import { useWorkspace } from './testing/workspace.ts';
import { cloneRepository, mergePullRequest, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();

test('a hotfix branch hides nothing of the main line', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.branch('hotfix');
  repo.commit({ message: 'feat: on main (#2)' });
  repo.commit({ on: 'hotfix', message: 'fix: in a hurry (#3)' });
  repo.tag('v1.0.1', repo.tip('hotfix'), { date: '2026-06-01T00:00:00Z' });
  repo.commit({ message: 'feat: more on main (#4)' });
  repo.merge({ from: 'hotfix', message: "Merge branch 'hotfix'" });
  repo.tag('v1.1.0', repo.tip(), { date: '2026-05-01T00:00:00Z' });
  const ledger = await space.harvested('hotfix', repo);
  expect(await ledger.ids('1.0.1')).toEqual(['core-3']);
  expect(await ledger.ids('1.1.0')).toEqual(['core-2', 'core-4']);
  expect(ledger.note('1.1.0').previous).toBe('1.0.1');
});

test('releases come in the order of history where their versions say otherwise', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v0.57.0');
  repo.commit({ message: 'feat: try the new way (#2)' });
  repo.tag('v1.0.0-rc1');
  repo.commit({ message: 'feat: the old way (#3)' });
  repo.tag('v0.58.0');
  repo.commit({ message: 'feat: the new way (#4)' });
  repo.tag('v1.0.0');
  const ledger = await space.harvested('rc-before', repo);
  expect(await ledger.ids('1.0.0-rc1')).toEqual(['core-2']);
  expect(await ledger.ids('0.58.0')).toEqual(['core-2', 'core-3']);
  expect(await ledger.ids('1.0.0')).toEqual(['core-4']);
  expect(ledger.note('0.58.0').previous).toBe('0.57.0');
});

test('a release that reaches one of a higher version does not repeat it', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v2.0.0');
  repo.commit({ message: 'feat: number anew (#2)' });
  repo.tag('v1.0.0');
  repo.commit({ message: 'feat: go on (#3)' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('renumbered', repo);
  expect(await ledger.ids('2.0.0')).toEqual(['core-1']);
  expect(await ledger.ids('1.0.0')).toEqual(['core-2']);
  expect(ledger.note('1.0.0').previous).toBe('2.0.0');
  expect(await ledger.ids('1.1.0')).toEqual(['core-3']);
});

test('maintenance lines each have their own commits; what both have belongs to the first', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.branch('release-1');
  repo.commit({ message: 'feat: two (#2)' });
  repo.tag('v2.0.0');
  repo.branch('release-2');
  repo.commit({ on: 'release-1', message: 'fix: one (#3)' });
  repo.tag('v1.0.1', repo.tip('release-1'));
  repo.commit({ on: 'release-2', message: 'fix: two (#4)' });
  repo.tag('v2.0.1', repo.tip('release-2'));
  repo.commit({ message: 'feat: three (#5)' });
  repo.tag('v3.0.0');
  const ledger = await space.harvested('maintenance', repo);
  expect(
    await Promise.all(['1.0.1', '2.0.0', '2.0.1', '3.0.0'].map((version) => ledger.ids(version))),
  ).toEqual([['core-3'], ['core-2'], ['core-4'], ['core-5']]);
  expect(ledger.note('2.0.1').previous).toBe('2.0.0');
  expect(ledger.note('1.0.1').previous).toBe('1.0.0');
});

test('everything since an older release is told as one range', async () => {
  const repo = new RepositoryBuilder();
  for (const number of [1, 2, 3, 4]) {
    repo.commit({ message: `feat: add part ${number} (#${number})` });
    repo.tag(`v1.${number}.0`);
  }
  const ledger = await space.harvested('since', repo);
  expect(await ledger.ids('1.4.0', '1.1.0')).toEqual(['core-2', 'core-3', 'core-4']);
  const told = await ledger.conservation('1.4.0', '1.2.0');
  expect(told).toMatchObject({ version: '1.4.0', since: '1.2.0', sum: { commits: 2, published: 2 } });
  expect(await ledger.ids('1.1.0', '1.4.0')).toEqual([]);
});

test('a range of a change and its revert has neither, whatever the releases between tell', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  const commit = repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag('v1.1.0');
  repo.revert(commit);
  repo.commit({ message: 'feat: add lists (#3)' });
  repo.tag('v1.2.0');
  const ledger = await space.harvested('since-revert', repo);
  expect(await ledger.ids('1.2.0', '1.0.0')).toEqual(['core-3']);
  expect((await ledger.conservation('1.2.0', '1.0.0')).sum).toMatchObject({ commits: 3, cancelled: 2 });
});

test('history that was imported with its numbers keeps them to itself', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.orphan('imported');
  const foreign = repo.commit({ on: 'imported', message: 'feat: from elsewhere (#2)' });
  repo.commit({ on: 'imported', message: 'fix: from elsewhere (#900)' });
  mergePullRequest(repo, { number: 3, title: 'Bring the other repository here', from: 'imported' });
  repo.commit({ message: 'feat: add cards (#2)' });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('imported', repo);
  expect(await ledger.ids('1.1.0')).toEqual(['core-2', 'core-3']);
  expect(await ledger.fate('1.1.0', foreign)).toMatchObject({ pullRequest: 3, change: 'core-3' });
});

test('a root that was joined by a plain merge gives changes without its numbers', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.orphan('imported');
  const foreign = repo.commit({ on: 'imported', message: 'feat: from elsewhere (#2)' });
  repo.merge({ from: 'imported', message: "Merge remote-tracking branch 'other/main'" });
  repo.tag('v1.1.0');
  const ledger = await space.harvested('imported-plain', repo);
  expect(await ledger.entries('1.1.0')).toMatchObject([{ pullRequest: null, commits: [foreign.id] }]);
});

test('a shallow clone is refused with the command that mends it, and nothing is written', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.commit({ message: 'feat: go on (#2)' });
  repo.tag('v1.0.0');
  const ledger = space.ledger('shallow');
  await repo.write(`${ledger.folder}/whole.git`);
  await cloneRepository(`${ledger.folder}/whole.git`, ledger.repository, { depth: 1, bare: true });
  const answer = await ledger.tryHarvest({ repo: [`core=${ledger.repository}`] });
  expect(answer).toMatchObject({ code: 2, printed: '' });
  expect(answer.said).toContain(`git -C ${ledger.repository} fetch --unshallow --tags`);
  expect(ledger.state()).toEqual(new Map());
});

test('a clone’s remote branches and a detached head are read as well', async () => {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  repo.branch('release-1.0');
  repo.commit({ on: 'release-1.0', message: 'fix: mend (#3)' });
  repo.tag('v1.0.1', repo.tip('release-1.0'));
  repo.commit({ message: 'feat: go on (#2)' });
  repo.tag('v1.1.0');
  const ledger = space.ledger('cloned');
  await repo.write(`${ledger.folder}/origin.git`);
  await cloneRepository(`${ledger.folder}/origin.git`, ledger.repository);
  await ledger.harvest(undefined, { repo: [`core=${ledger.repository}`] });
  await checkConservation(ledger);
  expect(await ledger.ids('1.0.1')).toEqual(['core-3']);
  expect(ledger.reader.policy('core')?.policy.modules[0]?.branch).toBe('main');
});
