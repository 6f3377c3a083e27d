import { afterEach, describe, expect, test, vi } from 'vitest';
import type { GitHub } from './github-stand-in/index.ts';
import type { Answer } from './testing/answer.ts';
import { Hosted, type HostedPull } from './testing/hosted.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
const servers: GitHub[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) await server.stop();
});

const MODULES = `  - id: core
    repository: ../core.git
    github: acme/core
    tags: ["v{version}"]`;

/** An open pull request that lacks nothing. */
const WELL: HostedPull = {
  number: 12,
  title: 'feat: count the replicas of a volume',
  body: 'Shows how many replicas are healthy.\n\nCloses #7',
  state: 'OPEN',
  closes: [7],
};

async function checked(name: string, pull: HostedPull, args: string[] = []): Promise<Answer> {
  const project = new Hosted(undefined, { issues: [{ number: 7, title: 'Replicas are not shown' }] });
  const { commits } = project.open(pull);
  project.describe(pull, commits, null);
  const github = await project.serve();
  servers.push(github);
  const ledger = space.ledger(name);
  ledger.writePolicy(MODULES);
  return ledger.command(['--json', 'check', '--product', 'core', '--pull-request', '12', ...args], {
    environment: { GITHUB_TOKEN: 'secret-token', GITHUB_GRAPHQL_URL: github.url },
  });
}

interface Told {
  ok: boolean;
  excluded: string | null;
  entries: { section: string; markdown: string }[];
  findings: { id: string; ok: boolean; todo: string }[];
}

function wanting(answer: Answer): string[] {
  return (JSON.parse(answer.printed) as Told).findings.filter(({ ok }) => !ok).map(({ id }) => id);
}

describe('a pull request is judged before it is merged', () => {
  test('one that lacks nothing is told with its entry and its section', async () => {
    const answer = await checked('well', WELL);
    expect(answer.code, answer.said).toBe(0);
    expect(JSON.parse(answer.printed)).toMatchObject({
      ok: true,
      pullRequest: 12,
      entries: [{ section: 'added', markdown: 'Count the replicas of a volume' }],
    });
  });

  test.each<[string, Partial<HostedPull>, string[]]>([
    ['an empty title', { title: 'fix' }, ['note']],
    ['a title without a type', { title: 'The replicas of a volume' }, ['section']],
    ['no issue', { closes: [], body: 'Shows how many replicas are healthy.' }, ['issue']],
    ['an unfinished title', { title: 'fixup! feat: count the replicas' }, ['squash-message']],
    ['a title that is cut off', { title: 'feat: count the replicas of a volume and…' }, ['squash-message']],
    ['no description', { body: '<!-- Say what changes -->' }, ['squash-message']],
  ])('%s is wanting', async (name, differs, ids) => {
    const answer = await checked(`wanting-${name.replaceAll(' ', '-')}`, { ...WELL, ...differs });
    expect(answer.code).toBe(1);
    expect(wanting(answer)).toEqual(expect.arrayContaining(ids));
    for (const { ok, todo } of (JSON.parse(answer.printed) as Told).findings) expect(todo === '').toBe(ok);
  });

  test('words in the description make up for a title, and NONE needs no section', async () => {
    const fence = (text: string): string => `Why.\n\n\`\`\`release-note\n${text}\n\`\`\`\n\nCloses #7`;
    const told = await checked('fence', {
      ...WELL,
      title: 'fix',
      labels: ['bug'],
      body: fence('Volumes close in time.'),
    });
    expect(told.code, told.said).toBe(0);
    expect(JSON.parse(told.printed)).toMatchObject({
      entries: [{ section: 'fixed', markdown: 'Volumes close in time.' }],
    });
    const none = await checked('none', { ...WELL, title: 'fix', body: fence('NONE') });
    expect(none.code, none.said).toBe(0);
    expect((JSON.parse(none.printed) as Told).excluded).toContain('NONE');
  });

  test('what is no pull request, and a number that is none, are clear errors', async () => {
    expect((await checked('other', { ...WELL, number: 13 })).said).toContain('#12 of acme/core is not there');
    const ledger = space.ledger('number');
    ledger.writePolicy(MODULES);
    const answer = await ledger.command(['check', '--product', 'core', '--pull-request', 'x1']);
    expect([answer.code, answer.said]).toEqual([2, expect.stringContaining('no pull request')]);
  });

  test('without a token only that is said', async () => {
    const ledger = space.ledger('no-token');
    ledger.writePolicy(MODULES);
    const answer = await ledger.command(['check', '--product', 'core', '--pull-request', '12'], {
      environment: { GITHUB_TOKEN: '' },
    });
    expect([answer.code, answer.said]).toEqual([2, expect.stringContaining('GITHUB_TOKEN is not set')]);
  });
});
