import { expect, test } from 'vitest';
import { type Commit, hour, oidOf } from './github-stand-in/index.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, useHosted } from './testing/hosted-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';

const space = useHosted();

async function released(name: string, project: Hosted): Promise<HostedLedger> {
  project.repo.tag('v1.1.0');
  return space.online(name, project);
}

function pullOf(ledger: HostedLedger, id: string) {
  return ledger.change('1.1.0', id)?.pullRequests?.[0];
}

const many = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_none, index) => item(index));

test('lists are read to their ends, whichever of them is long', async () => {
  const project = new Hosted();
  const commits = many(
    250,
    (index): Commit => ({
      oid: oidOf(1000 + index),
      ...(index === 249 && {
        coAuthors: many(60, (each) => ({ name: `Writer ${each}`, email: `w${each}@example.com` })),
      }),
    }),
  );
  project.squash({
    number: 12,
    title: 'Much of it',
    reviews: many(250, (index) => ({
      author: 'rex-reviews',
      state: 'COMMENTED',
      at: hour(100 + index),
      body: `Word ${index}`,
    })),
    checks: many(150, (index) => ({ name: `check ${String(index).padStart(3, '0')}` })),
    files: 300,
    labels: many(45, (index) => `label-${index}`),
    closes: many(25, (index) => 500 + index),
    forcePushes: many(70, (index) => ({
      at: hour(100 + index),
      by: 'ada-writes',
      before: null,
      after: null,
    })),
    commits,
    headCommit: oidOf(1249),
  });
  const ledger = await released('long', project);
  const pull = pullOf(ledger, 'core-12');
  const lengths = [
    pull?.reviews,
    pull?.checks,
    pull?.files.paths,
    pull?.labels,
    pull?.linkedIssues,
    pull?.forcePushes,
    pull?.commits,
  ].map((list) => new Set(list?.map((item) => JSON.stringify(item))).size);
  expect(lengths).toEqual([250, 150, 300, 45, 25, 70, 250]);
  expect(pull?.commits.at(-1)?.authors).toHaveLength(61);
  const before = ledger.state();
  await ledger.offline();
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('lists that were read in part are read on from there', async () => {
  const project = new Hosted();
  const reviews = many(250, (index) => ({ author: 'rex-reviews', at: hour(100 + index) }));
  project.squash({ number: 12, title: 'Reviewed', reviews });
  project.repo.tag('v1.1.0');
  const ledger = await space.hosted('in-part', project);
  const error = { number: 12, message: 'No access', type: 'FORBIDDEN' };
  ledger.github.faults = {
    get partialErrors() {
      return ledger.github.calls.length === 5 ? [error] : [];
    },
  };
  expect((await ledger.tryOnline()).said).toContain('No access');
  ledger.github.faults = {};
  expect(await ledger.asked(() => ledger.online())).toEqual([
    'Overview',
    'PullRequestPage',
    'PullRequestPage',
  ]);
  expect(pullOf(ledger, 'core-12')?.reviews).toHaveLength(250);
});

test('lists of hundreds of pull requests that hold one commit are read to their end', async () => {
  const project = new Hosted();
  const landed = project.squash({ number: 950, title: 'In the middle' });
  for (let number = 100; number < 400; number += 1)
    project.describe({ number, state: 'OPEN', mergeCommit: null, alsoContains: [landed.id] }, [], null);
  const ledger = await released('candidates', project);
  expect(ledger.change('1.1.0', 'core-950')?.identifiedBy).toBe(
    'the subject names it; GitHub merged #950 with this commit',
  );
});
