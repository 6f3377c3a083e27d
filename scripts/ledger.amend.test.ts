import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readMarkdown } from '../src/markdown/front-matter.ts';
import { AmendmentSchema } from '../src/records/index.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { copyOf, sealedSample, sealsOf, tryDeployment, trySeal, verified, well } from './testing/sealed.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type AmendOptions, amend } from './verbs/amend.ts';

const space = useWorkspace();
const NOW = '2026-03-05T09:00:00+00:00';
const DOSSIER = 'ledger/core/releases/1.0.0';
const VOTE = 'votes/module-lead-core-asha-rao.md';
let sample: TestLedger;

beforeAll(async () => {
  sample = await sealedSample(space, 'sample');
});

function fresh(name: string): TestLedger {
  return copyOf(sample, path.join(space.root, name));
}

function tryAmend(ledger: TestLedger, more: Partial<AmendOptions> = {}, json = false): Promise<Answer> {
  const usual = { release: '1.0.0', because: 'Asha meant the build before.', by: 'asha-rao', now: NOW };
  const options = { content: ledger.content, product: 'core', ...usual, ...more };
  return answerOf((console) => amend(options, console), { json });
}

function voteOf(ledger: TestLedger): string {
  const vote = [...ledger.state().keys()].find((file) => /1\.0\.0\/votes\/module-lead/.test(file)) ?? VOTE;
  return vote.slice(DOSSIER.length + 1);
}

test('says what it corrects, and by which digest that was sealed; it is sealed in turn', async () => {
  const ledger = fresh('corrects');
  const before = ledger.state();
  const vote = voteOf(ledger);
  const answer = await tryAmend(ledger, { corrects: [`${vote}#decision=no-go`] });
  expect(answer).toMatchObject({ code: 0, said: expect.stringContaining('Seal it in turn') });
  const [file = '', ...others] = changedFiles(before, ledger.state());
  expect(others).toEqual([]);
  expect(file).toMatch(/^ledger\/core\/releases\/1\.0\.0\/amendments\/asha-rao-[0-9a-f]{12}\.md$/);
  const { data, body } = readMarkdown(ledger.state().get(file) ?? '', AmendmentSchema, file);
  const sealed = sealsOf(ledger)[0]?.seal.files.find((each) => each.path === `${DOSSIER}/${vote}`);
  expect(data).toEqual({
    schema: 1,
    product: 'core',
    version: '1.0.0',
    at: NOW,
    by: 'asha-rao',
    corrects: [{ path: sealed?.path, digest: sealed?.digest, field: 'decision', value: 'no-go' }],
  });
  expect(body).toBe('Asha meant the build before.\n');
  const { notices } = await verified(ledger);
  expect(notices.join('\n')).toContain(`${file}: amendment`);
  await well(trySeal(ledger, { release: '1.0.0' }));
  expect(sealsOf(ledger).at(-1)?.seal).toMatchObject({ kind: 'amendment', files: [{ path: file }] });
  expect((await verified(ledger)).alarms).toEqual([]);
});

test('the same amendment twice is one, whenever it is said; another one is another', async () => {
  const ledger = fresh('twice');
  const corrects = [`${voteOf(ledger)}=I meant NO-GO = no.\nReally.`];
  await well(tryAmend(ledger, { corrects }));
  const once = ledger.state();
  const again = await tryAmend(ledger, { corrects, now: '2026-04-01T00:00:00+00:00' }, true);
  expect(JSON.parse(again.printed)).toMatchObject({ isNew: false });
  expect(ledger.state()).toEqual(once);
  await well(tryAmend(ledger, { corrects, because: 'Something else.' }));
  expect(changedFiles(once, ledger.state())).toHaveLength(1);
});

test('names what was filed since, and a fact that is of no file', async () => {
  const ledger = fresh('adds');
  const late = `${DOSSIER}/recovery.md`;
  ledger.edit(late, () => 'anything');
  const answer = await tryAmend(ledger, { adds: ['recovery.md', late] }, true);
  expect(JSON.parse(answer.printed)).toMatchObject({ amendment: { adds: [late] } });
  await well(tryAmend(ledger, { because: 'The customer found it on Monday.' }));
});

test('a deployment of the product can be put right as well', async () => {
  const ledger = fresh('deployment');
  const file = [...ledger.state().keys()].find((each) => /deployments\/production\/.*\.md$/.test(each));
  await well(tryAmend(ledger, { corrects: [`${file}#outcome=failed`] }));
});

test.each([
  [{ corrects: ['votes/qa-nobody.md#decision=go'] }, 'is in no seal'],
  [{ corrects: ['release.md#nonsense=1'] }, 'does not have this field'],
  [{ corrects: ['release.md#tag.nonsense=1'] }, 'does not have this field'],
  [{ corrects: ['release.md'] }, 'expected PATH[#field]=VALUE'],
  [{ corrects: ['../1.1.0/release.md#version=1'] }, 'of files of its release'],
  [{ corrects: ['ledger/core/releases/1.1.0/release.md#version=1'] }, 'of files of its release'],
  [{ corrects: ['ledger/core/policy.md#product=x'] }, 'of files of its release'],
  [{ adds: ['release.md'] }, 'is sealed already'],
  [{ adds: ['votes/qa-nobody.md'] }, 'there is no such file'],
  [{ adds: ['ledger/core/deployments/production/new.md'] }, 'stands in the dossier'],
  [{ because: '  ' }, 'says nothing'],
  [{ by: 'nora-nobody' }, 'has no "nora-nobody"'],
  [{ release: '9.9.9' }, 'has no release "9.9.9"'],
])('%o is refused, and nothing is written', async (more, said) => {
  const before = sample.state();
  expect(await tryAmend(sample, more)).toMatchObject({ code: 2, said: expect.stringContaining(said) });
  expect(sample.state()).toEqual(before);
});

test('a release that is not sealed needs no amendment', async () => {
  const ledger = fresh('open');
  for (const { file } of sealsOf(ledger).filter((each) => each.file.includes('/1.1.0/')))
    rmSync(ledger.file(file));
  expect(await tryAmend(ledger, { release: '1.1.0' })).toMatchObject({
    code: 2,
    said: expect.stringContaining('is not sealed'),
  });
});

test('a sealed file that changed is an alarm, and no amendment explains it', async () => {
  const ledger = fresh('alarm');
  ledger.edit(`${DOSSIER}/release.md`, (text) => `${text} `);
  const changed = await tryAmend(ledger, { corrects: ['release.md#version=1.0.1'] });
  expect(changed).toMatchObject({ code: 2, said: expect.stringContaining('ALARM: the file is not what') });
  rmSync(ledger.file(`${DOSSIER}/release.md`));
  const gone = await tryAmend(ledger, { corrects: ['release.md#version=1.0.1'] });
  expect(gone).toMatchObject({ code: 2, said: expect.stringContaining('ALARM: the file is gone') });
  expect(existsSync(ledger.file(`${DOSSIER}/amendments`))).toBe(false);
});

test('the command itself', async () => {
  const ledger = fresh('command');
  await well(tryDeployment(ledger, '1.0.0'));
  const args = ['amend', '--product', 'core', '--release', '1.0.0', '--by', 'asha-rao'];
  const answer = await ledger.command([...args, '--because', 'It was late.', '--json']);
  expect(answer.code).toBe(0);
  const { path: file } = JSON.parse(answer.printed) as { path: string };
  expect(readFileSync(ledger.file(file), 'utf8')).toContain('It was late.');
});
