import { writeFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { processLines, tryOpen } from './testing/opened-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const CORE = '  - { id: core, repository: ../core.git, tags: ["v{version}"] }\n';
const FOLDER = 'ledger/core/releases/1.1.0';
const NOW = '2026-02-03T04:00:00+00:00';
const COMMIT = '1f'.repeat(20);

/** A product of one module with one release. */
async function ledgerIn(name: string, timeZone?: string): Promise<TestLedger> {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: start (#1)' });
  repo.tag('v1.0.0');
  const ledger = space.ledger(name);
  ledger.writePolicy(CORE, processLines(timeZone));
  await repo.write(ledger.repository);
  await ledger.harvest();
  return ledger;
}

describe('opening a release', () => {
  let ledger: TestLedger;
  let before: Map<string, string>;

  beforeAll(async () => {
    ledger = await ledgerIn('opened');
    before = ledger.state();
  });

  test('writes its opening, a checklist for each role and a plan to fill in', async () => {
    const scope = 'core-2,core-3';
    const module = [`core=1.1.0@${COMMIT}`];
    const answer = await tryOpen(ledger, 'v1.1.0', { now: NOW, scope, module, because: 'More light.' });
    expect(answer.code).toBe(0);
    expect(changedFiles(before, ledger.state())).toEqual(
      ['checklists/qa.md', 'checklists/sre.md', 'opening.md', 'recovery.md'].map(
        (file) => `${FOLDER}/${file}`,
      ),
    );
    expect(answer.said).toContain('core 1.1.0 is open, due Tue 2026-02-03 17:00 (Asia/Kolkata)');
    expect(ledger.state().get(`${FOLDER}/opening.md`)).toBe(`---
schema: 1
product: core
version: "1.1.0"
openedAt: "${NOW}"
openedBy: cyra-osei
due: "2026-02-03T11:30:00+00:00"
modules:
  - id: core
    version: "1.1.0"
    commit: "${COMMIT}"
scope: [core-2, core-3]
---

More light.
`);
  });

  test('again, what people ticked and wrote stays to the byte', async () => {
    ledger.edit(`${FOLDER}/checklists/sre.md`, (text) => text.replace('[ ] The release', '[x] The release'));
    ledger.edit(`${FOLDER}/recovery.md`, (text) => text.replace(/<!--.*-->/, 'Put 1.0.0 back.'));
    ledger.edit(`${FOLDER}/opening.md`, (text) => text.replace('due:', '# Agreed on Monday.\ndue:'));
    const edited = ledger.state();
    const nothing = await tryOpen(ledger, '1.1.0', { now: '2026-02-03T05:00:00+00:00', by: 'asha-rao' });
    expect(nothing.said).toContain('Nothing was written');
    expect(ledger.state()).toEqual(edited);
    await tryOpen(ledger, '1.1.0', { now: NOW, promotion: '77' });
    expect(changedFiles(edited, ledger.state())).toEqual([`${FOLDER}/opening.md`]);
    expect(ledger.state().get(`${FOLDER}/opening.md`)).toContain('# Agreed on Monday.\ndue:');
  });

  test('a new item of the policy comes to the list, not ticked', async () => {
    ledger.edit('ledger/core/policy.md', (text) => text.replace('are open]', 'are open, The pager rings]'));
    const old = ledger.state();
    await tryOpen(ledger, '1.1.0', { now: NOW });
    const file = `${FOLDER}/checklists/sre.md`;
    expect(changedFiles(old, ledger.state())).toEqual([file]);
    expect(ledger.state().get(file)).toBe(`${old.get(file)}- [ ] The pager rings\n`);
  });
});

describe('a release that is wrongly opened', () => {
  let ledger: TestLedger;
  let before: Map<string, string>;

  beforeAll(async () => {
    ledger = await ledgerIn('refused');
  });

  beforeEach(() => {
    before = ledger.state();
  });

  test.each([
    ['1.1', { module: ['core=1.1@1f1f1f1'] }, 'is abbreviated'],
    ['1.1', { module: ['api=1.1@1f1f1f1'] }, 'has no module "api"'],
    ['latest', {}, '"latest" is no version'],
    ['../1.1.0', {}, 'is no version'],
    ['1.1.0', { due: 'tomorrow' }, 'expected a time'],
    ['1.1.0', { scope: 'web-1' }, 'can have no change "web-1"'],
    ['1.1.0', { promotion: 'x' }, 'no pull request'],
    ['1.1.0', { by: 'nora-nobody' }, 'has no "nora-nobody"'],
    ['1.1.0', { emergency: ' ' }, 'says nothing'],
  ])('%s %o says why, and writes nothing', async (release, more, said) => {
    const answer = await tryOpen(ledger, release, { now: NOW, ...more });
    expect(answer.code).toBe(2);
    expect(answer.said).toContain(said);
    expect(ledger.state()).toEqual(before);
  });

  test('a checklist that cannot be read stops all of it', async () => {
    ledger.edit('ledger/core/releases/1.2.0/checklists/sre.md', () => 'no front matter');
    const broken = ledger.state();
    const answer = await tryOpen(ledger, '1.2.0', { now: NOW });
    expect(answer).toMatchObject({ code: 2 });
    expect(answer.said).toMatch(/checklists\/sre\.md.*front matter is missing/);
    expect(ledger.state()).toEqual(broken);
  });
});

test('a release that has its tag says so, gets what is missing, and takes no list any more', async () => {
  const ledger = await ledgerIn('tagged');
  const old = ledger.state();
  const late = await tryOpen(ledger, '1.0.0', { now: NOW, scope: 'core-1' });
  expect(late).toMatchObject({ code: 2, said: expect.stringContaining('a list made now approves nothing') });
  expect(ledger.state()).toEqual(old);
  const answer = await tryOpen(ledger, '1.0.0', { now: NOW });
  expect(answer.said).toContain('1.0.0 has its tag already: v1.0.0');
  expect(changedFiles(old, ledger.state())).toHaveLength(4);
  expect(ledger.state().get('ledger/core/releases/1.0.0/opening.md')).not.toContain('due:');
  const emergency = await tryOpen(ledger, '1.0.0', { now: NOW, scope: 'core-1', emergency: 'INC-77' });
  expect(emergency.code).toBe(0);
});

test.each([
  ['Asia/Kolkata', undefined, '2026-02-06T11:30:00+00:00'],
  ['America/New_York', undefined, '2026-02-06T22:00:00+00:00'],
  ['America/New_York', '2026-02-07 09:00', '2026-02-07T14:00:00+00:00'],
  ['America/New_York', '2026-02-07T09:00:00+05:30', '2026-02-07T03:30:00+00:00'],
])('in %s, due %s is %s', async (zone, due, instant) => {
  const ledger = space.ledger(`due-${zone.replace('/', '-')}-${due?.length ?? 0}`);
  ledger.writePolicy(CORE, processLines(zone));
  // Thursday, after the decision.
  const now = zone === 'Asia/Kolkata' ? '2026-02-05T15:00:00+00:00' : '2026-02-05T21:00:00+00:00';
  const answer = await tryOpen(ledger, '1.1.0', { now, ...(due !== undefined && { due }) });
  expect(answer.code).toBe(0);
  expect(ledger.state().get(`${FOLDER}/opening.md`)).toContain(`due: "${instant}"`);
});

test('an emergency waits for no day', async () => {
  const ledger = await ledgerIn('emergency');
  await tryOpen(ledger, '1.0.1', { now: NOW, emergency: 'INC-77' });
  const text = ledger.state().get('ledger/core/releases/1.0.1/opening.md');
  expect(text).toContain(`emergency:\n  incident: INC-77\n  declaredBy: cyra-osei\n  declaredAt: "${NOW}"\n`);
  expect(text).not.toContain('due:');
});

test('the real command takes git’s user for whoever opens, answers in JSON, and tells its help', async () => {
  const ledger = await ledgerIn('command');
  vi.stubEnv('GIT_AUTHOR_NAME', undefined);
  writeFileSync(`${space.root}/.gitconfig`, '[user]\n\tname = Asha Rao\n');
  const args = ['open', '--product', 'core', '--release', '1.1.0'];
  const module = ['--module', `core=1.1.0@${COMMIT}`, '--third-party', 'kafka=0.45.0'];
  const answer = await ledger.command([...args, ...module, '--json']);
  expect(answer.code).toBe(0);
  expect(JSON.parse(answer.printed)).toMatchObject({
    product: 'core',
    version: '1.1.0',
    tagged: null,
    files: expect.arrayContaining([`${FOLDER}/opening.md`]),
    opening: { openedBy: 'asha-rao', modules: [{ id: 'core' }, { id: 'kafka', thirdParty: true }] },
  });
  writeFileSync(`${space.root}/.gitconfig`, '[user]\n\tname = Nora Nobody\n');
  const unknown = await ledger.command(args);
  expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining('git user "Nora Nobody"') });
  const help = await ledger.command(['open', '--help']);
  expect(help.printed).toContain('Example:\n  ledger open --product');
});

test('its verdict says once that there is no tag, and each control that needs one waits for it', async () => {
  const ledger = await ledgerIn('open-verdict');
  await tryOpen(ledger, '1.1.0', { now: NOW, module: [`core=1.1.0@${COMMIT}`] });
  const words = ['verdict', '--product', 'core', '--release', '1.1.0'];
  const { printed } = await ledger.command(words);
  expect(printed.split('no tag')).toHaveLength(2);
  expect(printed).toContain(`It has no tag yet: what it holds is not known [${FOLDER}/opening.md].\n`);
  expect(printed).toMatch(/^\? branch-and-tag: .*\n {4}waiting for the tag\n/m);
  const told = JSON.parse((await ledger.command(['--json', ...words])).printed);
  expect(told.controls).toContainEqual({
    id: 'branch-and-tag',
    result: 'unproven',
    reasons: [{ text: 'waiting for the tag', record: null }],
  });
  const tagged = await ledger.command(['verdict', '--product', 'core', '--release', '1.0.0']);
  expect(tagged.printed).not.toContain('no tag');
});

test('what only a harvest can tell of it is not made up before there is one', async () => {
  const ledger = await ledgerIn('open-only');
  await tryOpen(ledger, '1.1.0', { now: NOW, module: [`core=1.1.0@${COMMIT}`] });
  for (const answer of [await ledger.tryConservation({ release: '1.1.0' }), await ledger.tryNotes('1.1.0')]) {
    expect(answer.code).toBe(2);
    expect(answer.said).toContain('core 1.1.0 is open: it has no tag');
  }
});
