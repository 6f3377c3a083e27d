import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Faults, GitHub } from './github-stand-in/index.ts';
import { Hosted } from './testing/hosted.ts';
import { type HostedLedger, TOKEN, useHosted } from './testing/hosted-ledger.ts';
import { oddProject } from './testing/odd-project.ts';
import { changedFiles } from './testing/snapshot.ts';

const space = useHosted();

function squashes(count: number): Hosted {
  const project = new Hosted();
  for (let number = 1; number <= count; number += 1) project.squash({ number });
  project.repo.tag('v1.1.0');
  return project;
}

/** Faults that depend on the call that comes in. */
function faultsFor(github: () => GitHub, of: (aliases: number) => Faults['partialErrors']): Faults {
  return {
    get partialErrors() {
      return of(github().calls.at(-1)?.aliases ?? 0);
    },
  } as Faults;
}

async function refused(ledger: HostedLedger, said: RegExp | string): Promise<void> {
  const before = ledger.state();
  const answer = await ledger.tryOnline();
  expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(said) });
  expect(answer.said).not.toContain(TOKEN);
  expect(changedFiles(before, ledger.state())).toEqual([]);
}

const same = new Map<string, Promise<Map<string, string>>>();

/** What an undisturbed harvest of the odd project writes. */
function undisturbed(): Promise<Map<string, string>> {
  const known = same.get('odd') ?? space.online('undisturbed', oddProject()).then((ledger) => ledger.state());
  same.set('odd', known);
  return known;
}

test.each<[string, Faults]>([
  ['a gateway that gives up on many', { badGatewayAbove: 5, badGatewayBody: 'html' }],
  ['a gateway that gives up on all but one', { badGatewayAbove: 1 }],
  ['a time-out on many', { timeoutAbove: 9, timeout: 504 }],
  ['something that went wrong in an answer', { somethingWentWrong: [2, 3] }],
  ['a connection that is cut', { dropConnections: [2, 4] }],
  ['a server that is not available for a moment', { statusUnavailable: [3] }],
  ['a first answer that fails', { badGateway: [1] }],
  ['a secondary limit', { secondaryLimit: { atCall: 2, retryAfterSeconds: 1, status: 403 } }],
  ['a secondary limit with status 200', { secondaryLimit: { atCall: 3, retryAfterSeconds: 1, status: 200 } }],
  ['a secondary limit with status 429', { secondaryLimit: { atCall: 2, retryAfterSeconds: 1, status: 429 } }],
  ['the hour’s limit', { primaryLimit: { afterCalls: 2, resetInSeconds: 1 } }],
])('%s costs time, and no change', async (name, faults) => {
  const ledger = await space.hosted(name.replaceAll(/\W+/g, '-'), oddProject(), { faults });
  const answer = await ledger.online();
  expect(changedFiles(await undisturbed(), ledger.state())).toEqual([]);
  if ('secondaryLimit' in faults)
    expect(answer.said).toMatch(/secondary rate limit is reached: waiting 1 s, until \d\d:\d\d:\d\d UTC/);
  if ('primaryLimit' in faults) expect(answer.said).toMatch(/GitHub's rate limit is reached: waiting \d s/);
});

test('a batch that is too large is halved, and grows again', async () => {
  const ledger = await space.hosted('halved', squashes(30), { faults: { badGatewayAbove: 7 } });
  await ledger.online();
  const sizes = ledger.github.calls
    .filter(({ operationName }) => operationName === 'PullRequests')
    .map(({ aliases }) => aliases);
  expect(sizes).toEqual([30, 15, 8, 4, 4, 4, 4, 4, 4, 4, 2]);
});

test('a batch that costs too much for GitHub is halved', async () => {
  const ledger = await space.hosted('too-dear', squashes(12));
  const error = {
    number: 3,
    message: 'Resource limits for this query exceeded.',
    type: 'RESOURCE_LIMITS_EXCEEDED',
  };
  ledger.github.faults = faultsFor(
    () => ledger.github,
    (aliases) => (aliases > 3 ? [error] : []),
  );
  await ledger.online();
  expect(ledger.change('1.1.0', 'core-3')?.pullRequests).toHaveLength(1);
});

test('half an answer fails the harvest, naming each change', async () => {
  const project = squashes(12);
  const { id } = project.repo.tip();
  const ledger = await space.hosted('partial', project, {
    faults: {
      partialErrors: [
        { number: 3, message: 'Timed out' },
        { number: 9, message: 'No access', type: 'FORBIDDEN' },
      ],
    },
  });
  await refused(ledger, /#3: Timed out\s+#9: No access/);
  ledger.github.faults = { partialErrors: [{ oid: id, message: 'Timed out' }] };
  rmSync(ledger.cache, { recursive: true });
  await refused(ledger, `commit ${id.slice(0, 12)}: Timed out`);
});

test.each([
  'PullRequest.reviews',
  'PullRequest.files',
  'PullRequest.commits',
  'PullRequest.labels',
  'Commit.associatedPullRequests',
])('a list of %s that ends too early fails the harvest', async (connection) => {
  const project = new Hosted();
  const reviews = Array.from({ length: 40 }, () => ({ author: 'rex-reviews', at: '2025-02-01T00:00:00Z' }));
  const labels = Array.from({ length: 40 }, (_none, index) => `label-${index}`);
  const messages = ['One', 'Two'];
  project.squash({ number: 12, title: 'Much of it', reviews, labels, files: 70, messages });
  project.repo.tag('v1.1.0');
  const after = connection === 'Commit.associatedPullRequests' ? 0 : 1;
  const ledger = await space.hosted(connection, project, { faults: { truncate: { [connection]: after } } });
  await refused(ledger, /GitHub says that there are \d+ [\w ]+ of #?\w+, and gave [01]/);
});

test('what asking again would not mend is said at once', async () => {
  const project = squashes(1);
  const ledger = await space.hosted('refused', project, { github: { token: 'another' } });
  await refused(ledger, /GitHub refuses the token: Bad credentials/);
  expect(ledger.github.calls).toHaveLength(1);
  const unknown = await space.hosted('unknown', project);
  unknown.github.world = { repositories: [] };
  await refused(unknown, /Could not resolve to a Repository[\s\S]*"github" of the module/);
  const old = await space.hosted('old-schema', project);
  old.stub();
  vi.stubEnv('GITHUB_GRAPHQL_URL', 'http://127.0.0.1:9/rest');
  expect((await old.tryHarvest()).said).toContain('is no GraphQL address');
});

test('a token that cannot be sent is refused without being quoted', async () => {
  const ledger = await space.hosted('bad-token', squashes(1));
  await ledger.project.repo.write(ledger.repository);
  for (const token of [`${TOKEN}\nsecond`, `${TOKEN} `.concat('…')]) {
    ledger.stub();
    vi.stubEnv('GITHUB_TOKEN', token);
    const { code, said } = await ledger.tryHarvest();
    expect(code).toBe(2);
    expect(said).not.toContain('canary');
  }
  ledger.stub();
  vi.stubEnv('GITHUB_TOKEN', `  ${TOKEN}\n`);
  expect(await ledger.tryHarvest()).toMatchObject({ code: 0 });
});

test('a killed harvest goes on where it was, and asks for nothing twice', async () => {
  const ledger = await space.hosted('killed', squashes(250), {
    faults: { timeoutAbove: 49, timeout: { afterMilliseconds: 150 } },
  });
  await ledger.project.repo.write(ledger.repository);
  const running = ledger.start(['harvest', '--product', 'core']);
  await vi.waitUntil(() => ledger.github.calls.filter(({ status }) => status === 200).length >= 5, {
    timeout: 20_000,
    interval: 5,
  });
  running.child.kill('SIGKILL');
  expect((await running.answer).code).toBe(-1);
  const finished = ledger.github.calls.filter(({ status }) => status === 200).map(({ query }) => query);
  ledger.github.faults = {};
  const before = ledger.github.calls.length;
  await ledger.online();
  const later = ledger.github.calls.slice(before).map(({ query }) => query);
  expect(later.length).toBeLessThanOrEqual(5);
  expect(
    later.filter((query) => !query.includes('query Overview') && finished.slice(0, -1).includes(query)),
  ).toEqual([]);
  expect(ledger.reader.changeIds('core', '1.1.0')).toHaveLength(250);
});

test.each<[string, (file: string) => void]>([
  ['cut in the middle of a line', (file) => truncateSync(file, Math.floor(readFileSync(file).length * 0.7))],
  [
    'of another version',
    (file) => writeFileSync(file, readFileSync(file, 'utf8').replace(/"form":"[0-9a-f]/, '"form":"x')),
  ],
  ['damaged', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('"candidates"', '"candi\n'))],
  ['of nothing but a word', (file) => writeFileSync(file, 'null\n')],
])('what was kept and is %s is asked for again', async (name, spoil) => {
  const ledger = await space.online(`kept-${name.replaceAll(' ', '-')}`, oddProject());
  const folder = path.join(ledger.cache, 'github');
  for (const file of readdirSync(folder)) spoil(path.join(folder, file));
  rmSync(ledger.file('ledger/core/releases'), { recursive: true });
  for (const _time of [1, 2]) await ledger.online();
  expect(changedFiles(await undisturbed(), ledger.state())).toEqual([]);
});

test('two harvests at the same time keep their answers in one place', async () => {
  const project = squashes(30);
  const slow = { faults: { timeoutAbove: 0, timeout: { afterMilliseconds: 40 } } };
  const [one, other] = [
    await space.hosted('beside-one', project, slow),
    await space.hosted('beside-other', project),
  ];
  const environment = { GITHUB_TOKEN: TOKEN, GITHUB_GRAPHQL_URL: one.github.url, LEDGER_CACHE: one.cache };
  for (const ledger of [one, other]) await project.repo.write(ledger.repository);
  const both = [one, other].map(
    (ledger) => ledger.start(['harvest', '--product', 'core'], { environment }).answer,
  );
  expect((await Promise.all(both)).map(({ code, said }) => [code, said.includes('unexpected')])).toEqual([
    [0, false],
    [0, false],
  ]);
  expect(changedFiles(one.state(), other.state())).toEqual([]);
});
