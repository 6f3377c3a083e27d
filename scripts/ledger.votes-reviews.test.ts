import { describe, expect, test } from 'vitest';
import { hour, type Review } from './github-stand-in/index.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, useHosted } from './testing/hosted-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';
import { PROCESS, tryVotes, votesOf } from './testing/voted.ts';

const space = useHosted();

const MODULES = `  - { id: core, repository: ../core.git, github: acme/core, branch: main, staging: staging, tags: ["v{version}"] }
  - { id: core-api, repository: ../core.git, github: acme/core, path: api, branch: main, tags: ["api/v{version}"] }`;

/** A release 1.1.0 whose promotion was reviewed. */
async function promoted(
  name: string,
  reviews: Partial<Review>[],
): Promise<{ ledger: HostedLedger; head: string }> {
  const project = new Hosted();
  project.repo.branch('staging');
  project.squash({ number: 12, title: 'Add part', into: 'staging' });
  const head = project.repo.tip('staging').id;
  const merge = project.repo.merge({ from: 'staging', message: 'Merge pull request #13 from acme/staging' });
  project.describe(
    {
      number: 13,
      title: 'Promote staging',
      headBranch: 'staging',
      headCommit: head,
      reviews: reviews as Review[],
    },
    [],
    merge,
  );
  project.repo.tag('v1.1.0');
  const ledger = await space.online(name, project, { modules: MODULES, rest: PROCESS });
  return { ledger, head };
}

function told(ledger: HostedLedger): string[] {
  return [...votesOf(ledger, '1.1.0')].map(([name, { data }]) => `${name} ${data.decision}`);
}

describe('reviews of the pull request that promoted the release', () => {
  test('are votes in each role of the reviewer, on the reviewed commit', async () => {
    const { ledger, head } = await promoted('reviewed', [
      { author: 'quinn-a', state: 'APPROVED', at: hour(200), commit: null, body: 'Suites are green' },
      { author: 'RAVI-M', state: 'CHANGES_REQUESTED', at: hour(201), body: '' },
      { author: 'sam-o', state: 'COMMENTED', at: hour(202), body: 'GO for 1.1.0' },
      { author: 'stranger', state: 'APPROVED', at: hour(203) },
      { author: 'noor-i', state: 'APPROVED', at: hour(204) },
      { author: null, state: 'APPROVED', at: hour(205) },
    ]);
    const { printed, code } = await tryVotes(ledger, undefined, { json: true, release: '1.1.0' });
    expect(code).toBe(0);
    expect(told(ledger)).toEqual([
      'module-lead-core-api-ravi-menon no-go',
      'qa-quinn-adeyemi go',
      'sre-ravi-menon no-go',
    ]);
    const votes = votesOf(ledger, '1.1.0');
    expect(votes.get('qa-quinn-adeyemi')).toMatchObject({
      data: {
        person: 'quinn-adeyemi',
        account: { on: 'github', id: 'quinn-a' },
        castAt: '2025-01-09T17:00:00+00:00',
        source: { kind: 'github-review', url: 'https://github.com/acme/core/pull/13' },
      },
      body: '```text\nSuites are green\n```\n',
    });
    expect(votes.get('qa-quinn-adeyemi')?.data.commit).toBeUndefined();
    expect(votes.get('sre-ravi-menon')).toMatchObject({ data: { commit: head }, body: '' });
    const { notTaken } = JSON.parse(printed) as { notTaken: { because: string }[] };
    expect(notTaken.map(({ because }) => because)).toEqual([
      'the roster does not know stranger on github',
      'noor-idris held no role that day',
      'the account is gone: nobody can be named',
    ]);
  });

  test('stand as they were cast where somebody else dismissed them, and tell of it', async () => {
    const by = { by: 'mia-merges', at: hour(300), message: 'not *now* ```' };
    const { ledger } = await promoted('dismissed', [
      { author: 'quinn-a', state: 'CHANGES_REQUESTED', at: hour(200), body: 'Fails', dismissed: by },
      {
        author: 'sam-o',
        state: 'APPROVED',
        at: hour(201),
        body: '',
        dismissed: { by: 'sam-o', at: hour(301) },
      },
    ]);
    await tryVotes(ledger, undefined, { release: '1.1.0' });
    const votes = votesOf(ledger, '1.1.0');
    expect(votes.get('qa-quinn-adeyemi')).toMatchObject({
      data: { decision: 'no-go' },
      body: '```text\nFails\n```\n\n## Dismissed\n\nThe review was dismissed by @mia-merges at 2025-01-13T21:00:00+00:00.\n\n````text\nnot *now* ```\n````\n',
    });
    expect(votes.get('qa-quinn-adeyemi')?.data.editedAt).toBeUndefined();
    expect(votes.get('sre-sam-okoro')?.data).toMatchObject({
      decision: 'go',
      editedAt: '2025-01-13T22:00:00+00:00',
    });
  });

  test('change nothing when they are collected again, but for what came later', async () => {
    const given: Partial<Review>[] = [
      { author: 'quinn-a', state: 'APPROVED', at: hour(200), body: 'Fine' },
      { author: 'sam-o', state: 'APPROVED', at: hour(201), body: '' },
    ];
    const { ledger } = await promoted('again', given);
    await tryVotes(ledger, undefined, { release: '1.1.0' });
    const before = ledger.state();
    await tryVotes(ledger, undefined, { release: '1.1.0' });
    expect(changedFiles(before, ledger.state())).toEqual([]);
    Object.assign(given[0] as object, { body: 'Not fine', editedAt: hour(310) });
    Object.assign(given[1] as object, { dismissed: { by: 'mia-merges', at: hour(311) } });
    await ledger.online();
    const harvested = ledger.state();
    await tryVotes(ledger, undefined, { release: '1.1.0' });
    await tryVotes(ledger, undefined, { release: '1.1.0' });
    expect(changedFiles(harvested, ledger.state())).toEqual([
      'ledger/core/releases/1.1.0/votes/qa-quinn-adeyemi.md',
      'ledger/core/releases/1.1.0/votes/sre-sam-okoro.md',
    ]);
    const votes = votesOf(ledger, '1.1.0');
    expect(votes.get('qa-quinn-adeyemi')).toMatchObject({
      data: { editedAt: '2025-01-14T07:00:00+00:00' },
      body: '```text\nFine\n```\n',
    });
    expect(votes.get('sre-sam-okoro')?.body).toMatch(/^## Dismissed\n/);
  });
});

test('a release that was never promoted has no reviews, and says so', async () => {
  const project = new Hosted();
  project.squash({ number: 12, title: 'Add part' });
  project.repo.tag('v1.1.0');
  const ledger = await space.online('unpromoted', project, { modules: MODULES, rest: PROCESS });
  const { code, printed } = await tryVotes(ledger, undefined, { release: '1.1.0' });
  expect(code).toBe(0);
  expect(printed).toContain('No pull request that promoted it is known');
  expect((await tryVotes(ledger, undefined, { release: '3.0.0' })).said).toMatch(/no release "3.0.0"/);
});
