import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { changedFiles } from './testing/snapshot.ts';
import { started } from './testing/started.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { COMMITS, DIGEST, openedLedger, PROCESS, tryVote, votesOf } from './testing/voted.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
let count = 0;
let ledger: TestLedger;

beforeEach(() => {
  count += 1;
  gitUserIs('Sam Okoro');
  ledger = openedLedger(space.ledger(`opened-${count}`));
});

function gitUserIs(name: string | null): void {
  writeFileSync(path.join(space.root, '.gitconfig'), name === null ? '' : `[user]\n\tname = ${name}\n`);
}

function only(name: string) {
  const votes = votesOf(ledger);
  expect([...votes.keys()]).toEqual([name]);
  return votes.get(name);
}

describe('a vote by command', () => {
  test('is of git’s user, on the commit that the release was opened with', async () => {
    const answer = await tryVote(ledger);
    expect(answer.code).toBe(0);
    expect(only('sre-sam-okoro')?.data).toEqual({
      schema: 1,
      product: 'core',
      version: '1.12.0',
      role: 'sre',
      person: 'sam-okoro',
      account: { on: 'git', id: 'Sam Okoro' },
      decision: 'go',
      castAt: '2026-02-03T10:00:00+00:00',
      commit: COMMITS.core,
      source: { kind: 'command', ranBy: 'Sam Okoro' },
    });
    expect(only('sre-sam-okoro')?.body).toBe('```text\nAll dashboards are green.\n```\n');
    expect(answer.said).toContain(
      'sam-okoro, sre: GO at 2026-02-03T10:00:00+00:00 by command, as Sam Okoro, on commit 9f2c1ab0d1e2',
    );
  });

  test('of somebody else names that person, and who ran it', async () => {
    await tryVote(ledger, { by: 'quinn-adeyemi', role: 'qa', decision: 'veto' });
    expect(only('qa-quinn-adeyemi')?.data).toMatchObject({
      person: 'quinn-adeyemi',
      account: { on: 'git', id: 'Quinn Adeyemi' },
      decision: 'veto',
      source: { kind: 'command', ranBy: 'Sam Okoro' },
    });
  });

  test('where git knows nobody says who runs it', async () => {
    gitUserIs(null);
    await tryVote(ledger, { by: 'quinn-adeyemi', role: 'qa', ranBy: 'release-bot' });
    expect(only('qa-quinn-adeyemi')?.data).toMatchObject({
      account: { on: 'git', id: 'Quinn Adeyemi' },
      source: { kind: 'command', ranBy: 'release-bot' },
    });
  });

  test('of whom --ran-by names is of that person, whoever git’s user is', async () => {
    await tryVote(ledger, { role: 'qa', ranBy: ' Quinn Adeyemi <quinn@example.com>' });
    expect(only('qa-quinn-adeyemi')?.data).toMatchObject({ source: { ranBy: 'Quinn Adeyemi' } });
    const stranger = await tryVote(ledger, { ranBy: 'release-bot' });
    expect(stranger.said).toMatch(/nobody whose name in git is "release-bot"\n.*Write --by with one of/);
  });

  test('on a module is on that module’s commit, or on what is given', async () => {
    await tryVote(ledger, { by: 'ravi-menon', role: 'module-lead' });
    await tryVote(ledger, { by: 'ling-zhao', role: 'module-lead', module: 'core-web', digest: DIGEST });
    await tryVote(ledger, { by: 'ling-zhao', role: 'module-lead', module: 'core', commit: '9f2c1ff' });
    expect([...votesOf(ledger)].map(([name, { data }]) => [name, data.commit, data.digest])).toEqual([
      ['module-lead-core-api-ravi-menon', COMMITS.api, undefined],
      ['module-lead-core-ling-zhao', COMMITS.api, undefined],
      ['module-lead-core-web-ling-zhao', COMMITS.web, DIGEST],
    ]);
  });

  test('cast again is another record', async () => {
    await tryVote(ledger);
    const first = ledger.state();
    await tryVote(ledger);
    await tryVote(ledger, { decision: 'no-go' });
    expect(changedFiles(first, ledger.state())).toEqual([
      'ledger/core/releases/1.12.0/votes/sre-sam-okoro-2.md',
      'ledger/core/releases/1.12.0/votes/sre-sam-okoro-3.md',
    ]);
  });

  test('is printed as JSON with its path', async () => {
    const { printed } = await tryVote(ledger, {}, true);
    expect(JSON.parse(printed)).toMatchObject({
      person: 'sam-okoro',
      decision: 'go',
      path: 'ledger/core/releases/1.12.0/votes/sre-sam-okoro.md',
    });
  });

  test('keeps a hostile argument harmless', async () => {
    const because = '```\n---\ndecision: veto\n---\n\u202Eada@example.com\u0000';
    await tryVote(ledger, { because });
    const vote = only('sre-sam-okoro');
    expect(vote?.data.decision).toBe('go');
    expect(vote?.body).toBe('````text\n```\n---\ndecision: veto\n---\n(address removed)\n````\n');
  });

  test('that may not count is taken, and says so', async () => {
    const late = await tryVote(ledger, { by: 'quinn-adeyemi', role: 'qa', now: '2026-06-30T18:30:00+00:00' });
    expect(late.said).toContain('quinn-adeyemi does not hold this role today');
    const early = await tryVote(ledger, {
      by: 'quinn-adeyemi',
      role: 'qa',
      now: '2026-06-30T18:29:59+00:00',
    });
    expect(early.said).not.toContain('does not hold');
    const strange = await tryVote(ledger, { commit: 'ab'.repeat(20) });
    expect(strange.said).toContain('abababababab is no commit of 1.12.0');
  });

  test('on a harvested release is on the commit of its tag', async () => {
    const repo = started();
    const tip = repo.commit({ message: 'Add part' });
    repo.tag('v1.1.0');
    const harvested = await space.harvested('harvested', repo);
    harvested.writePolicy(
      '  - { id: core, repository: ../core.git, tags: ["v{version}"] }',
      PROCESS.replace(', module: core-api', ''),
    );
    await tryVote(harvested, { release: 'v1.1.0' });
    expect(votesOf(harvested, '1.1.0').get('sre-sam-okoro')?.data.commit).toBe(tip.id);
  });

  test('can be cast with the real command', async () => {
    const words = ['--product', 'core', '--release', '1.12.0', '--role', 'sre', '--decision', 'no-go'];
    const more = ['--because', 'Disk is full', '--by', 'sam-okoro', '--ran-by', 'release-bot', '--json'];
    const answer = await ledger.command(['vote', ...words, ...more]);
    expect(answer.code).toBe(0);
    const { castAt, source } = JSON.parse(answer.printed) as { castAt: string; source: object };
    expect(source).toEqual({ kind: 'command', ranBy: 'release-bot' });
    expect((await ledger.command(['vote', '--help'])).printed).toContain('--ran-by <name>');
    expect(Math.abs(Date.now() - Date.parse(castAt))).toBeLessThan(60_000);
    expect((await ledger.command(['vote', ...words])).code).toBe(2);
  });
});

describe('a vote is refused', () => {
  test.each([
    ['of an unknown role', { role: 'cto' }, /no role "cto"\n.*module-lead, sre, qa/],
    ['of an unknown person', { by: 'nobody' }, /has no "nobody"\n.*quinn-adeyemi, sam-okoro/],
    [
      'on an unknown module',
      { role: 'module-lead', module: 'kafka' },
      /no module "kafka"\n.*core, core-api, core-web/,
    ],
    [
      'on no module',
      { role: 'module-lead', by: 'ling-zhao' },
      /module-lead votes on a module\n.*core, core-api/,
    ],
    ['on a module by who votes on all', { module: 'core' }, /sre votes on the whole release/],
    ['as a veto of who has none', { decision: 'veto' as const }, /sre has no veto\n.*A veto have qa/],
    ['on an unknown release', { release: '9.9.9' }, /no release "9.9.9" of core\n.*1.12.0/],
    ['on an unknown product', { product: 'cora' }, /no product "cora"/],
    ['on what is no commit', { commit: 'HEAD' }, /HEAD is no commit of 1.12.0/],
    ['on half a digest', { digest: 'sha256:5c5c' }, /--digest sha256:5c5c: expected a digest/],
    ['without a reason', { because: ' \n' }, /needs its reason/],
  ])('%s', async (_what, given, expected) => {
    const before = ledger.state();
    const answer = await tryVote(ledger, given);
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(expected) });
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test.each(['', ' \u202E ', 'ada@example.com'])('where --ran-by is %j', async (given) => {
    const before = ledger.state();
    const answer = await tryVote(ledger, { by: 'sam-okoro', ranBy: given });
    expect(answer).toMatchObject({ code: 2, said: expect.stringMatching(/--ran-by .* is no name/) });
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('of a name that the roster does not have', async () => {
    gitUserIs('Somebody Else');
    expect((await tryVote(ledger)).said).toMatch(/nobody whose name in git is "Somebody Else"/);
    gitUserIs(null);
    expect((await tryVote(ledger)).said).toMatch(/git does not say who runs this\n.*--ran-by NAME/);
  });

  test('on a release that was neither harvested nor opened', async () => {
    ledger.edit('ledger/core/releases/1.13.0/recovery.md', () => '');
    expect((await tryVote(ledger, { release: '1.13.0' })).said).toMatch(
      /1.13.0 of core was neither harvested nor opened/,
    );
  });

  test('on a commit that nobody knows yet', async () => {
    ledger.edit('ledger/core/releases/1.12.0/opening.md', (text) =>
      text.replace(/modules:\n(?: {2}- .*\n)+/, ''),
    );
    expect((await tryVote(ledger)).said).toMatch(/the commit of core in 1.12.0 is not known yet/);
    expect((await tryVote(ledger, { digest: DIGEST })).code).toBe(0);
  });
});
