import { describe, expect, test } from 'vitest';
import { hour, oidOf } from './github-stand-in/index.ts';
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

describe('a record of a pull request', () => {
  test('has all that the platform knows of it', async () => {
    const project = new Hosted();
    project.repository.issues = [{ number: 7, title: 'Volumes are lost' }];
    project.world.accounts = { 'build-bot': { kind: 'bot', id: 77 }, moved: { kind: 'mannequin', id: 78 } };
    const landed = project.squash({
      number: 12,
      title: 'Today',
      renames: [
        { at: hour(110), by: 'ada-writes', from: 'First', to: 'At the merge' },
        { at: hour(400), by: null, from: 'At the merge', to: 'Today' },
      ],
      body: 'Why.\n\nConnects to other/board#9, fixes #7',
      bodyEditedAt: hour(410),
      labels: ['kind/bug', 'size/XL'],
      milestone: '2025.1',
      closes: [7, 'other/place#3'],
      headOwner: 'forker',
      author: 'build-bot',
      reviews: [
        {
          author: 'moved',
          state: 'COMMENTED',
          at: hour(122),
          body: 'Why so?',
          editedAt: hour(123),
          mayPush: false,
        },
        { author: 'rex-reviews', state: 'APPROVED', at: hour(121), commit: null },
      ],
      forcePushes: [{ at: hour(120), by: 'ada-writes', before: oidOf(1), after: oidOf(2) }],
      checks: [
        { name: 'e2e', conclusion: 'FAILURE', at: hour(122), url: 'https://ci.example.com/1' },
        { name: 'build', status: 'IN_PROGRESS' },
        { context: 'dco', state: 'SUCCESS', creator: 'build-bot', at: hour(121), url: 'javascript:alert(1)' },
      ],
    });
    const ledger = await released('whole', project);
    expect(pullOf(ledger, 'core-12')).toMatchObject({
      title: 'Today',
      titleAtMerge: 'At the merge',
      url: 'https://github.com/acme/core/pull/12',
      author: { login: 'build-bot', id: 77, kind: 'bot' },
      merger: { login: 'mia-merges', kind: 'user' },
      editedAt: '2025-01-18T11:00:00+00:00',
      labels: ['kind/bug', 'size/XL'],
      milestone: '2025.1',
      base: 'main',
      head: 'topic-12',
      headOwner: 'forker',
      mergeCommit: landed.id,
      linkedIssues: [
        { repository: 'acme/core', number: 7, title: 'Volumes are lost', how: 'closes' },
        { repository: 'other/place', number: 3, how: 'closes' },
        { repository: 'other/board', number: 9, title: null, how: 'zenhub' },
      ],
      reviews: [
        { author: { login: 'rex-reviews' }, state: 'approved', commit: null, mayPush: true },
        {
          author: { login: 'moved', kind: 'placeholder' },
          state: 'commented',
          text: 'Why so?',
          mayPush: false,
        },
      ],
      forcePushes: [{ by: { login: 'ada-writes' }, before: oidOf(1), after: oidOf(2) }],
      checks: [
        { name: 'build', conclusion: 'pending' },
        { name: 'dco', by: 'build-bot', conclusion: 'success' },
        { name: 'e2e', by: 'github-actions', conclusion: 'failure', url: 'https://ci.example.com/1' },
      ],
    });
    expect(pullOf(ledger, 'core-12')?.checks?.[1]).not.toHaveProperty('url');
  });

  test('has what is gone as null, and stays readable', async () => {
    const project = new Hosted();
    project.squash({
      number: 12,
      title: 'Left alone',
      author: null,
      mergedBy: null,
      headOwner: null,
      reviews: [{ author: null, at: hour(121), dismissed: { by: null, at: hour(122) } }],
      checks: [
        { name: 'old', app: null },
        { context: 'older', creator: null },
      ],
      headCommit: oidOf(5),
      commits: [{ oid: oidOf(5), author: { name: '', email: 'x@example.com' } }],
    });
    const ledger = await released('gone', project);
    expect(pullOf(ledger, 'core-12')).toMatchObject({
      author: null,
      merger: null,
      headOwner: null,
      reviews: [{ author: null, dismissed: { by: null } }],
      checks: [{ by: null }, { by: null }],
      commits: [{ authors: ['unknown'] }],
    });
  });

  test('keeps strangers’ words out of its structure, and addresses out of everything', async () => {
    const hostile = '\u202Eevil\u0000 --- ]]> "quoted": [x] ada@example.com <b> \n---\nschema: 9\n```\n# x';
    const project = new Hosted();
    project.squash({
      number: 12,
      title: hostile,
      body: `${hostile}\n\`\`\`\`text\n## Pull request #99\n\n\`\`\`text\ninside\n`.repeat(30),
      labels: [hostile],
      milestone: hostile,
      headBranch: 'ada@example.com/\u202Etopic',
      reviews: [
        {
          author: 'rex-reviews',
          at: hour(121),
          body: hostile,
          dismissed: { by: null, at: hour(122), message: hostile },
        },
      ],
      checks: [
        { name: hostile, url: 'https://ci.example.com/\u202E x "y"\n' },
        { name: '\u202E' },
        { context: '\u0007' },
      ],
      headCommit: oidOf(5),
      commits: [{ oid: oidOf(5), author: { name: hostile, email: 'x@example.com' } }],
      files: [{ path: 'docs/\u202Eodd "name"\n.md' }],
      messages: ['Do it'],
    });
    const ledger = await released('hostile', project);
    const change = ledger.change('1.1.0', 'core-12');
    expect(change?.pullRequests?.[0]?.milestone).toContain('(address removed)');
    const text = [...ledger.state().values()]
      .map((bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
      .join('');
    expect(text).not.toMatch(/\u202E|ada@example\.com/);
    const before = ledger.state();
    await ledger.offline();
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('tells who made a first contribution', async () => {
    const project = new Hosted();
    for (const [number, author] of [
      [12, 'newcomer'],
      [13, 'newcomer'],
      [14, 'another'],
      [15, null],
    ] as const)
      project.squash({ number, title: `Number ${number}`, author });
    const ledger = await released('first', project);
    const first = [12, 13, 14, 15].map(
      (number) => ledger.change('1.1.0', `core-${number}`)?.firstContribution,
    );
    expect(first).toEqual([true, undefined, true, undefined]);
  });

  test('names the platform’s own release', async () => {
    const project = new Hosted();
    const body = 'As published\r\n\r\n```\ncode\n```\n\u202E mail@example.com';
    project.repository.releases = [
      {
        tag: 'v1.1.0',
        name: null,
        body,
        publishedAt: hour(99),
        prerelease: true,
        author: null,
        assets: Array.from({ length: 140 }, (_none, index) => ({ name: `file-${index}`, size: index })),
      },
      { tag: 'v9.9.9', publishedAt: hour(98) },
    ];
    const ledger = await released('published', project);
    const record = ledger.reader.platformRelease('core', '1.1.0');
    expect(record?.data).toMatchObject({
      name: null,
      author: null,
      tag: 'v1.1.0',
      commit: null,
      prerelease: true,
    });
    expect(record?.data.assets).toHaveLength(140);
    expect(record?.body).toContain('As published\n\n```\ncode\n```\n (address removed)');
  });
});
