import { expect, test } from 'vitest';
import { changeOf, dossierOf, fateOf, leadRelease, noteOf } from '../testing/one-change.ts';
import { notesReady } from './notes-ready.ts';

const CHANGE = changeOf(12, { scope: 'light' });
const NOTE = noteOf([CHANGE]);

test('a note that tells of each change passes', () => {
  expect(notesReady.examine(dossierOf([CHANGE]))).toEqual({
    result: 'pass',
    reasons: [{ text: 'it tells of 1 change', record: NOTE.path }],
  });
});

test('a change that a person took out is said, one that was never offered fails', () => {
  const other = changeOf(13);
  const changes = [CHANGE, other];
  const takenOut = fateOf(other, {
    disposition: 'excluded',
    reason: 'taken out of the note by a person',
  });
  const offered = { ...noteOf([CHANGE, other]), bulletIds: ['lantern-12'] };
  expect(
    notesReady.examine(dossierOf([CHANGE], { changes, fates: [fateOf(CHANGE), takenOut], note: offered })),
  ).toMatchObject({
    result: 'pass',
    reasons: [{}, { text: 'lantern-13 was taken out of the note by a person' }],
  });
  const fates = [fateOf(CHANGE), fateOf(other)];
  expect(notesReady.examine(dossierOf([CHANGE], { changes, fates }))).toMatchObject({
    result: 'fail',
    reasons: [{ text: 'lantern-13 is published, and the note does not tell of it' }],
  });
});

test('what a release does with third-party parts has to be told as well', () => {
  const id = 'lantern-0123456789ab';
  const entry = { id, module: 'lantern', part: 'redis', pullRequest: null, kind: 'deps' };
  const parts = [{ name: 'redis', version: '1.1.0', previous: '1.0.0', entry: id }];
  const before = leadRelease(1);
  const release = { ...before, data: { ...before.data, parts } };
  const note = noteOf([CHANGE], { entries: [...NOTE.data.entries, entry] });
  const judge = (told: typeof note) => notesReady.examine(dossierOf([CHANGE], { release, note: told }));
  expect(judge({ ...note, bulletIds: ['lantern-12', id] })).toMatchObject({
    result: 'pass',
    reasons: [{ text: 'it tells of 2 changes' }],
  });
  expect(judge({ ...note, bulletIds: ['lantern-12'] })).toMatchObject({
    result: 'pass',
    reasons: [{}, { text: `redis (${id}) was taken out of the note by a person` }],
  });
  expect(judge(NOTE)).toMatchObject({
    result: 'fail',
    reasons: [{ text: `${id} is published, and the note does not tell of it` }],
  });
});

test('a second entry of a change and a bump that another one rolls up are told', () => {
  const bumps = [changeOf(20), changeOf(21)];
  const note = noteOf([CHANGE], {
    entries: [
      { id: 'lantern-12.2', module: 'lantern', pullRequest: 12, kind: 'fix' },
      { id: 'lantern-21', module: 'lantern', pullRequest: 21, kind: 'deps', rollsUp: ['lantern-20'] },
    ],
  });
  const fates = [fateOf(CHANGE), ...bumps.map((bump) => fateOf(bump, { disposition: 'folded' }))];
  const told = { ...note, bulletIds: ['lantern-12.2', 'lantern-21'] };
  const found = notesReady.examine(dossierOf([CHANGE], { changes: [CHANGE, ...bumps], fates, note: told }));
  expect(found).toMatchObject({ result: 'pass', reasons: [{ text: 'it tells of 2 changes' }] });
});

test.each([
  ['empty', { ...NOTE, bulletIds: [], body: '' }, 'the note is empty, and the release publishes 1 change'],
  [
    'of something else',
    { ...NOTE, bulletIds: ['lantern-12', 'lantern-99'] },
    'the note tells of lantern-99, which the release does not bring',
  ],
  [
    'unfinished',
    { ...NOTE, body: '## Fixed\n\n- TODO {#lantern-12}\n' },
    'the note is not finished: it says "TODO"',
  ],
  [
    'withdrawn',
    noteOf([CHANGE], { withdrawn: { reason: 'It loses orders.' } }),
    'the release is withdrawn: It loses orders.',
  ],
  [
    'a bare action',
    { ...NOTE, body: '## Action required\n\n- **light:** keep the light on {#lantern-12}\n' },
    'lantern-12 asks for action and says no more than a title: what has to be done?',
  ],
])('a note that is %s fails', (_name, note, text) => {
  expect(notesReady.examine(dossierOf([CHANGE], { note }))).toMatchObject({
    result: 'fail',
    reasons: [{ text, record: NOTE.path }],
  });
});

test('an action that says what to do passes', () => {
  const body =
    '## Action required\n\n- The light is switched from another address: let it through your firewall. {#lantern-12}\n';
  expect(notesReady.examine(dossierOf([CHANGE], { note: { ...NOTE, body } })).result).toBe('pass');
});

test('a conflict in the note fails, and leads to the release', () => {
  const release = leadRelease(1, {
    events: [{ kind: 'note-conflict', text: 'lantern-12 stands in two bullets' }],
  });
  expect(notesReady.examine(dossierOf([CHANGE], { release }))).toMatchObject({
    result: 'fail',
    reasons: [{ record: release.path }],
  });
});

test('no note proves nothing', () => {
  expect(notesReady.examine(dossierOf([CHANGE], { note: null })).result).toBe('unproven');
});
