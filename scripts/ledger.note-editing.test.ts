import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from 'vitest';
import { readDossier } from './dossier/read-dossier.ts';
import { type Answer, answerOf } from './testing/answer.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { shortPath } from './tool/short-path.ts';
import { type AmendNoteOptions, amendNoteOfRelease } from './verbs/amend-note.ts';
import { proofread } from './verbs/proofread.ts';
import { RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const AT = '2026-03-01T09:00:00+00:00';

let ledger: TestLedger;
let repo: RepositoryBuilder;
let count = 0;

beforeEach(async () => {
  count += 1;
  repo = new RepositoryBuilder();
  repo.commit({ message: 'feat: add cards (#1)' });
  repo.commit({ message: 'fix: mend edges (#2)' });
  repo.tag('v1.0.0', repo.tip(), { date: '2026-02-01T09:00:00Z' });
  ledger = await space.harvested(`editing-${count}`, repo);
});

async function releaseAgain(): Promise<void> {
  repo.commit({ message: 'fix: mend corners (#3)' });
  repo.tag('v1.0.1', repo.tip(), { date: '2026-02-02T09:00:00Z' });
  await ledger.harvest(repo);
}

function tryProofread(json = false, release?: string): Promise<Answer> {
  const { content, product } = ledger;
  return answerOf((out) => proofread({ content, product, ...(release && { release }) }, out), { json });
}

function tryAmend(more: Partial<AmendNoteOptions>, json = false): Promise<Answer> {
  const usual = { content: ledger.content, product: 'core', release: '1.0.0', says: 'Corrected.', at: AT };
  return answerOf((out) => amendNoteOfRelease({ ...usual, ...more }, out), { json });
}

describe('proofreading', () => {
  test('finds nothing in what a harvest wrote', async () => {
    expect(await tryProofread()).toEqual({
      code: 0,
      printed: '',
      said: 'No mistake was found in the notes.',
    });
  });

  test('names file and line, for people and for machines', async () => {
    ledger.editNote('1.0.0', (text) => text.replace('{#core-2}', '{#core-3}'));
    const line =
      ledger
        .noteText('1.0.0')
        .split('\n')
        .findIndex((each) => each.includes('core-3}')) + 1;
    const answer = await tryProofread();
    expect(answer.code).toBe(1);
    expect(answer.printed).toContain(
      `✗ ${shortPath(ledger.noteFile('1.0.0'))}:${line}: {#core-3} is unknown`,
    );
    const { mistakes, notes } = JSON.parse((await tryProofread(true)).printed);
    expect([mistakes, notes[0].mistakes[0].line]).toEqual([1, line]);
  });

  test('a version without a note is a question put wrongly', async () => {
    const answer = await tryProofread(false, '9.9.9');
    expect([answer.code, answer.said]).toEqual([2, expect.stringContaining('It has notes of 1.0.0.')]);
  });

  test('of one note knows the entries of all', async () => {
    await releaseAgain();
    const naming = (id: string) => (text: string) =>
      text.replace(/removes: .*|kind: feat/, `kind: feat\n    removes: ${id}`);
    ledger.editNote('1.0.0', naming('core-3'));
    expect((await tryProofread(false, '1.0.0')).code).toBe(0);
    ledger.editNote('1.0.0', (text) => text.replace('removes: core-3', 'removes: core-9'));
    expect((await tryProofread(false, '1.0.0')).printed).toContain('"removes" names core-9');
  });

  test('a build stops before it begins, and names the line', () => {
    ledger.editNote('1.0.0', (text) => `${text}\nSee [it](it.md).\n`);
    const lines = ledger.noteText('1.0.0').split('\n');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['scripts/build.ts', '--content', ledger.content, '--out', `${ledger.folder}/out`],
      { encoding: 'utf8' },
    );
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${shortPath(ledger.noteFile('1.0.0'))}:${lines.length - 1}: the link "it.md" leads nowhere`,
    );
  });
});

describe('amending a note', () => {
  test('writes the sentence with its time, and touches nothing else', async () => {
    const [before, state] = [ledger.noteText('1.0.0'), ledger.state()];
    const answer = await tryAmend({});
    expect(answer.code).toBe(0);
    expect(changedFiles(state, ledger.state())).toEqual(['notes/core/1.0.0.md']);
    const added = `updates:\n  - at: "${AT}"\n    text: Corrected.\n`;
    expect(ledger.noteText('1.0.0')).toBe(before.replace('entries:\n', `${added}entries:\n`));
  });

  test('gives an entry new words, and keeps its id', async () => {
    await tryAmend({ entry: 'core-2', text: 'Edges hold.' });
    expect(ledger.noteText('1.0.0')).toContain('- Edges hold. {#core-2}\n');
  });

  test('gives known issues numbers that are never used again', async () => {
    await tryAmend({ known: 'It creaks. Workaround: oil.', fixedBy: 'core-2' });
    await tryAmend({ known: 'It squeaks.' });
    expect(ledger.noteText('1.0.0')).toContain(
      '## Known issues\n\n- It creaks. Workaround: oil. {#known-1}\n- It squeaks. {#known-2}\n',
    );
    expect(ledger.note('1.0.0').known).toEqual([
      { id: 'known-1', found: '2026-03-01', fixedBy: 'core-2' },
      { id: 'known-2', found: '2026-03-01' },
    ]);
  });

  test('a known issue is no change that the release does not bring', async () => {
    await tryAmend({ known: 'It creaks.' });
    expect(readDossier(ledger.reader, 'core', '1.0.0', AT).note?.bulletIds).toEqual(['core-1', 'core-2']);
  });

  test('finds its place in lines as Windows ends them, whatever the headings look like', async () => {
    const lines = (text: string): string => text.replaceAll('\n', '\r\n');
    ledger.editNote('1.0.0', (text) => lines(text.replace('## Fixed\n', '*Fixed*\n-------\n')));
    const before = ledger.noteText('1.0.0');
    await tryAmend({ add: 'changed', text: 'Cards are\n  bigger.' });
    const block = lines('## Changed\n\n- Cards are\n  bigger.\n\n');
    const updates = lines(`updates:\n  - at: "${AT}"\n    text: Corrected.\n`);
    expect(ledger.noteText('1.0.0')).toBe(
      before.replace('entries:', `${updates}entries:`).replace('*Fixed*', `${block}*Fixed*`),
    );
  });

  test('withdraws a release with its time', async () => {
    await releaseAgain();
    await tryAmend({ withdraw: 'It loses cards.', use: '1.0.1' });
    expect(ledger.note('1.0.0').withdrawn).toEqual({ reason: 'It loses cards.', use: '1.0.1', at: AT });
  });

  test('what was amended survives the next harvest to the byte', async () => {
    await tryAmend({ known: 'It creaks.', entry: 'core-1', text: 'Cards.' });
    const before = ledger.noteText('1.0.0');
    await ledger.harvest(repo);
    expect(ledger.noteText('1.0.0')).toBe(before);
  });

  test.each<[string, Partial<AmendNoteOptions>, string]>([
    ['a release without a note', { release: '2.0.0' }, 'It has notes of 1.0.0.'],
    ['no sentence', { says: ' ' }, 'Tell customers what was corrected.'],
    ['an entry that is not there', { entry: 'core-9', text: 'x' }, 'no change core-9'],
    ['no words', { entry: 'core-1' }, 'Write them with --text.'],
    ['the same words', { entry: 'core-2', text: 'Mend edges' }, 'the note has these words already'],
    ['no section', { add: 'nowhere', text: 'x' }, '"nowhere" is no section of a note'],
    ['a time before the release', { at: '2026-01-01T09:00:00+00:00' }, 'would come before'],
    ['a time in another form', { at: '2026-03-02' }, 'expected a UTC time'],
    ['a version that is not there', { withdraw: 'Bad.', use: '9.9.9' }, '"use" names 9.9.9'],
    ['a link that leads nowhere', { add: 'fixed', text: '[it](it.md)' }, 'leads nowhere'],
    ['an issue that nothing mends', { known: 'x', fixedBy: 'core-9' }, 'no note of the product has'],
  ])('refuses %s, and writes nothing', async (_name, more, says) => {
    const before = ledger.state();
    const answer = await tryAmend(more);
    expect(answer.code).toBe(2);
    expect(answer.said).toContain(says);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('a mistake that was there before does not hinder a correction', async () => {
    ledger.editNote('1.0.0', (text) => `${text}\nSee [it](it.md).\n`);
    expect((await tryAmend({})).code).toBe(0);
  });
});
