import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hour, type Pull } from './github-stand-in/index.ts';
import { Hosted } from './testing/hosted.ts';
import { useHosted } from './testing/hosted-ledger.ts';
import { oddProject } from './testing/odd-project.ts';
import { changedFiles } from './testing/snapshot.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useHosted();

/** A released project of many squashed pull requests: nothing is told but what is needed to find them. */
function large(count: number): Hosted {
  const project = new Hosted(new RepositoryBuilder());
  for (let number = 1; number <= count; number += 1) {
    const commit = project.repo.commit({ message: `Change ${number} (#${number})` });
    project.describe({ number }, [], commit);
  }
  project.repo.tag('v1.0.0');
  return project;
}

function pullOf(project: Hosted, number: number): Pull {
  const pulls = project.repository.pulls as Pull[];
  return pulls.find((pull) => pull.number === number) as Pull;
}

test('1,700 pull requests take 35 calls, and looking again takes one', async () => {
  const ledger = await space.hosted('large', large(1700));
  const asked = await ledger.asked(() => ledger.online());
  expect(asked.length).toBeLessThanOrEqual(40);
  expect(Map.groupBy(asked, (name) => name)).toEqual(
    new Map([
      ['Overview', ['Overview']],
      ['PullRequestsOfCommits', Array(17).fill('PullRequestsOfCommits')],
      ['PullRequests', Array(17).fill('PullRequests')],
    ]),
  );
  expect(new Set(ledger.github.calls.map(({ query }) => query)).size).toBe(asked.length);
  expect(await ledger.asked(() => ledger.online())).toEqual(['Overview']);
});

test('a harvest with nothing new asks once and says so, and a new ledger asks for nothing that is kept', async () => {
  const ledger = await space.online('again', oddProject());
  const before = ledger.state();
  expect((await ledger.online()).said).toContain('nothing new');
  rmSync(ledger.file('ledger/core/releases'), { recursive: true });
  rmSync(ledger.file('notes'), { recursive: true });
  expect(await ledger.asked(() => ledger.online())).toEqual(['Overview']);
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('what changed on the platform is asked for again, and nothing else', async () => {
  const project = large(12);
  project.repo.tag('v1.1.0', project.repo.commit({ message: 'Change 13 (#13)' }));
  project.describe({ number: 13 }, [], project.repo.tip());
  const ledger = await space.online('relabelled', project);
  Object.assign(pullOf(project, 13), {
    title: 'Renamed since',
    labels: ['kind/bug'],
    reviews: [{ author: 'rex-reviews', at: hour(131), dismissed: { by: 'mia-merges', at: hour(5000) } }],
    renames: [{ at: hour(5000), by: 'ada-writes', from: 'Change 13', to: 'Renamed since' }],
  });
  expect(await ledger.asked(() => ledger.online())).toEqual(['Overview', 'PullRequests']);
  expect(ledger.github.calls.at(-1)?.aliases).toBe(1);
  expect(ledger.change('1.1.0', 'core-13')).toMatchObject({
    title: 'Change 13',
    pullRequests: [
      {
        title: 'Renamed since',
        titleAtMerge: 'Change 13',
        labels: ['kind/bug'],
        reviews: [{ state: 'dismissed', dismissed: { was: 'approved', by: { login: 'mia-merges' } } }],
      },
    ],
  });
  expect((await ledger.online()).said).toContain('nothing new');
});

test('news is not lost when the harvest that saw it first failed', async () => {
  const project = large(3);
  const ledger = await space.online('news', project);
  Object.assign(pullOf(project, 2), { labels: ['kind/bug'], updatedAt: hour(5000) });
  ledger.github.faults = { partialErrors: [{ number: 2, message: 'No access' }] };
  expect((await ledger.tryOnline()).said).toContain('#2: No access');
  ledger.github.faults = {};
  await ledger.online();
  expect(ledger.change('1.0.0', 'core-2')?.pullRequests?.[0]?.labels).toEqual(['kind/bug']);
});

test('news is not lost where another ledger saw it first', async () => {
  const project = large(3);
  const [one, other] = [await space.online('one', project), await space.hosted('other', project)];
  const shared = { ...one, cache: one.cache };
  Object.assign(pullOf(project, 2), { labels: ['kind/bug'], updatedAt: hour(5000) });
  Object.defineProperties(other, { cache: { value: shared.cache }, github: { value: one.github } });
  await other.online();
  await one.online();
  for (const ledger of [one, other])
    expect(ledger.change('1.0.0', 'core-2')?.pullRequests?.[0]?.labels).toEqual(['kind/bug']);
});

test('a second change within the second of the last look is seen', async () => {
  const project = large(3);
  const same = pullOf(project, 3).mergedAt as string;
  const ledger = await space.online('same-second', project);
  Object.assign(pullOf(project, 1), { labels: ['kind/bug'], updatedAt: same });
  await ledger.online();
  expect(ledger.change('1.0.0', 'core-1')?.pullRequests?.[0]?.labels).toEqual(['kind/bug']);
});

test('more than a hundred changes since the last look are all seen', async () => {
  const project = large(250);
  const ledger = await space.online('many-updates', project);
  for (let number = 1; number <= 230; number += 1)
    Object.assign(pullOf(project, number), { labels: ['kind/bug'], updatedAt: hour(5000 + number) });
  const asked = await ledger.asked(() => ledger.online());
  expect(asked).toEqual([
    'Overview',
    'UpdatedPullRequests',
    'UpdatedPullRequests',
    ...Array(3).fill('PullRequests'),
  ]);
  for (const id of ['core-1', 'core-120', 'core-230'])
    expect(ledger.change('1.0.0', id)?.pullRequests?.[0]?.labels).toEqual(['kind/bug']);
});

test('a release that is published or changed on the platform is news', async () => {
  const project = large(2);
  const ledger = await space.online('published', project);
  expect(ledger.reader.platformRelease('core', '1.0.0')).toBeNull();
  const draft = { tag: 'v1.0.0', draft: true, createdAt: hour(1) };
  project.repository.releases = [draft, { tag: 'v1.0.0', name: 'First', publishedAt: hour(100) }];
  expect(await ledger.asked(() => ledger.online())).toEqual(['Overview']);
  expect(ledger.reader.platformRelease('core', '1.0.0')?.data).toMatchObject({ name: 'First', draft: false });
  expect((await ledger.online()).said).toContain('nothing new');
});
