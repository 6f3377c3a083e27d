import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Finding } from './doctor/finding.ts';
import { NOW, SHA, SOUND, sealRecord } from './doctor/testing/sound-ledger.ts';
import { writeTree } from './doctor/testing/tree.ts';
import { TOOL } from './store/cache-folder.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { runCommand } from './testing/child.ts';
import { changedFiles, snapshot } from './testing/snapshot.ts';
import { useWorkspace } from './testing/workspace.ts';
import { shortPath } from './tool/short-path.ts';
import { type DoctorOptions, doctor } from './verbs/doctor.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
let content = '';

/** A ledger in which nothing is amiss, with its repository. */
beforeAll(async () => {
  content = path.join(space.root, 'sound', 'content');
  writeTree(content, SOUND);
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: begin', files: { 'a.txt': 'a' } });
  repo.tag('v1.0.0');
  await repo.write(path.join(content, '../core.git'));
});

function asked(options: Partial<DoctorOptions> = {}, json = false): Promise<Answer> {
  return answerOf((console) => doctor({ content, offline: true, now: NOW, ...options }, console), { json });
}

async function told(options: Partial<DoctorOptions> = {}) {
  const answer = await asked(options, true);
  return {
    ...answer,
    ...(JSON.parse(answer.printed) as { findings: Finding[]; counts: object; products: string[] }),
  };
}

/** A copy of the sound ledger with some files written otherwise. */
function changed(name: string, files: Parameters<typeof writeTree>[1]): string {
  const place = path.join(space.root, name, 'content');
  writeTree(place, { ...SOUND, ...files });
  return place;
}

describe('ledger doctor', () => {
  test('says that nothing is amiss, and ends well', async () => {
    const { code, printed } = await asked();
    expect([code, printed]).toEqual([0, '1 product and 8 records were looked at: nothing is amiss.\n']);
  });

  test('says what is amiss, where, and what mends it: the worst first, and product by product', async () => {
    const broken = changed('broken', {
      'site.md': null,
      'ledger/core/releases/1.0.0/votes/x.txt': 'x',
      'notes/web/1.0.0.md': 'x',
    });
    const { code, printed } = await asked({ content: broken });
    expect(code).toBe(1);
    const groups = printed.split('\n\n').map((group) => group.split('\n')[0]);
    expect(groups.slice(0, 3)).toEqual(['This machine, and the ledger as a whole', 'core', 'web']);
    const marks = [...printed.matchAll(/^ {2}([✗!·]) .*\[([a-z-]+)\]$/gm)].map(
      ([, mark, id]) => `${mark} ${id}`,
    );
    expect(marks).toEqual([
      '! site-without-address',
      '✗ repository-missing',
      '· file-stray',
      '✗ record-unreadable',
      '✗ note-without-product',
    ]);
    expect(printed).toContain(`${shortPath(path.join(broken, 'notes/web/1.0.0.md'))}:1`);
    expect(printed).toMatch(/→ ledger --content \S+ harvest --product web --repo PATH\n/);
    expect(printed).toMatch(/looked at: 3 broken, 1 gap, 1 hint\.\n$/);
  });

  test('ends with 1 where something is broken, and at gaps where that is asked for', async () => {
    const gap = changed('gap', { 'site.md': null });
    const found = await told({ content: gap });
    expect(found.findings.map(({ id, severity }) => [id, severity])).toContainEqual([
      'repository-missing',
      'broken',
    ]);
    rmSync(path.join(content, 'site.md'));
    try {
      expect((await asked()).code).toBe(0);
      expect((await asked({ strict: true })).code).toBe(1);
    } finally {
      writeTree(content, { 'site.md': SOUND['site.md'] ?? '' });
    }
    expect((await asked({ strict: true })).code).toBe(0);
  });

  test('looks at one product where that is asked for, and knows those that there are', async () => {
    const two = changed('two', { 'notes/web/1.0.0.md': 'x' });
    expect((await told({ content: two, product: 'web' })).findings.map(({ product }) => product)).toEqual([
      'web',
      'web',
    ]);
    expect(await asked({ product: 'none' })).toMatchObject({
      code: 2,
      said: expect.stringContaining('no product "none"'),
    });
  });

  test.each([
    ['ledger', 'npm run -s ledger -- '],
    ['test', 'ledger '],
  ])('names commands as they are typed where npm runs "%s", and who looks at seals', async (event, start) => {
    vi.stubEnv('npm_lifecycle_event', event);
    const sealed = changed(`sealed-${event}`, {
      'ledger/core/releases/1.0.0/seal.json': sealRecord(`sha256:${SHA}`),
    });
    const { printed } = await asked({ content: sealed });
    expect(printed).toContain(`Seals are checked by: ${start}--content ${shortPath(sealed)} verify\n`);
  });

  test('tells programs the same', async () => {
    const { code, findings, counts, products } = await told({
      content: changed('json', { 'site.md': null }),
    });
    expect([code, counts, products]).toEqual([1, { broken: 1, gap: 1, hint: 0 }, ['core']]);
    expect(findings[1]).toMatchObject({
      id: 'site-without-address',
      product: null,
      mend: { kind: 'edit', text: expect.any(String) },
    });
  });

  test('goes on with the next product where a policy contradicts itself', async () => {
    const text = String(SOUND['ledger/core/policy.md']).replace('qa, from', 'who, from');
    const { findings } = await told({
      content: changed('faulty', {
        'ledger/core/policy.md': text,
        'products/web.md': SOUND['products/core.md'] ?? '',
      }),
    });
    expect(findings.map(({ id, product }) => [id, product])).toEqual([
      ['record-unreadable', 'core'],
      ['product-without-policy', 'web'],
    ]);
    expect(findings[0]).toMatchObject({
      says: expect.stringContaining('no role is called "who"'),
      place: { field: 'roster.0.roles.0.role', line: 19 },
    });
  });

  test.each(['empty', 'absent'])('says of a folder that is %s what to begin with', async (name) => {
    const place = path.join(space.root, name);
    if (name === 'empty') mkdirSync(place);
    const { code, findings } = await told({ content: place });
    expect([code, findings.map(({ id }) => id)]).toEqual([1, ['no-product']]);
  });
});

describe('the real command', () => {
  test('writes nothing, neither in the ledger nor beside it', async () => {
    const folder = path.dirname(content);
    const before = snapshot(folder);
    const { code, said } = await runCommand(['--content', content, 'doctor', '--offline'], { folder });
    expect([code, said]).toEqual([0, '']);
    expect(changedFiles(before, snapshot(folder))).toEqual([]);
  });

  test('refuses what it does not know', async () => {
    expect((await runCommand(['doctor', '--repair'], { folder: space.root })).code).toBe(2);
  });
});

/** The demo's repositories are made by "npm run demo", and are not part of the ledger. */
const OF_REPOSITORIES = ['repository-missing', 'module-without-chart', 'repository-fetched-long-ago'];

test('of the sample ledger it says what is so, and nothing is broken', async () => {
  const { findings } = await told({ content: path.join(TOOL, 'content'), now: '2026-09-28T10:00:00+00:00' });
  const own = findings.filter(({ id, product }) => product !== null && !OF_REPOSITORIES.includes(id));
  expect(own.map(({ id, severity, product }) => [id, severity, product])).toEqual([
    ['release-unsealed', 'hint', 'litmus'],
    ['no-production', 'hint', 'openebs'],
  ]);
});
