import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type InputStates, inputStates } from './input-states.ts';
import { type InputState, inputId } from './trace.ts';

const FILE = inputId('file', 'notes/a.md');
const NAMES = inputId('names', 'notes');
const TREE = inputId('tree', 'dossier');
const MOMENT = inputId('moment', '');
/** Longer than what counts as fresh. */
const STALE_MS = 80;

let content = '';

beforeEach(() => {
  content = mkdtempSync(path.join(tmpdir(), 'inputs-'));
  write('notes/a.md', 'one');
  write('dossier/votes/qa.md', 'go');
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(content, file)), { recursive: true });
  writeFileSync(path.join(content, file), text);
}

function look(before: ReadonlyMap<string, InputState> = new Map()): InputStates {
  return inputStates(content, '2026-01-01T00:00:00Z', before);
}

/** Which of file, names and tree a change makes others of. */
function others(change: () => void): string[] {
  const [before, after] = [look(), look()];
  const known = [FILE, NAMES, TREE].map((id) => before.of(id).digest);
  change();
  return [FILE, NAMES, TREE].filter((id, at) => after.of(id).digest !== known[at]);
}

test('what looks the same is not read again', async () => {
  await wait(STALE_MS);
  for (const id of [FILE, TREE]) {
    const { sign } = look().of(id);
    expect(sign).not.toBe('');
    expect(look(new Map([[id, { digest: 'as told', sign }]])).of(id).digest).toBe('as told');
  }
});

test('a touched file and a replaced one have another sign and the same digest', async () => {
  await wait(STALE_MS);
  const before = [FILE, TREE].map((id) => look().of(id));
  utimesSync(path.join(content, 'notes/a.md'), 1, 1);
  write('dossier/votes/new', 'go');
  renameSync(path.join(content, 'dossier/votes/new'), path.join(content, 'dossier/votes/qa.md'));
  await wait(STALE_MS);
  for (const [at, id] of [FILE, TREE].entries()) {
    const known = before[at] as InputState;
    const now = look(new Map([[id, known]])).of(id);
    expect(now.digest).toBe(known.digest);
    expect(now.sign).not.toBe(known.sign);
  }
});

test('what was changed just now is read in the next build, whatever it looks like', () => {
  write('notes/a.md', 'two');
  write('dossier/votes/qa.md', 'no-go');
  for (const id of [FILE, TREE]) {
    expect(look().of(id).sign).toBe('');
    expect(look(new Map([[id, { digest: 'as told', sign: '' }]])).of(id).digest).not.toBe('as told');
  }
});

test.each<[string, string[], () => void]>([
  ['nothing', [], () => {}],
  ['other bytes', [FILE], () => write('notes/a.md', 'two')],
  ['a new name', [NAMES], () => write('notes/b.md', '')],
  ['an empty folder more', [NAMES], () => mkdirSync(path.join(content, 'notes/b'))],
  ['a folder that is gone', [FILE, NAMES], () => rmSync(path.join(content, 'notes'), { recursive: true })],
  ['a file deep in a dossier', [TREE], () => write('dossier/votes/qa.md', 'no')],
  ['an empty folder in a dossier', [TREE], () => mkdirSync(path.join(content, 'dossier/waivers'))],
  ['a dossier that is gone', [TREE], () => rmSync(path.join(content, 'dossier'), { recursive: true })],
  ['a link in the place of a file', [FILE], () => linked('notes/a.md')],
  ['a link in the place of a folder', [NAMES], () => linked('notes')],
  ['a link in the place of a dossier', [TREE], () => linked('dossier')],
  ['a link within a dossier', [TREE], () => linked('dossier/votes/qa.md')],
])('%s is seen', (_name, expected, change) => {
  expect(others(change)).toEqual(expected);
});

/** The same bytes behind a link. */
function linked(place: string): void {
  renameSync(path.join(content, place), path.join(content, 'aside'));
  symlinkSync(path.join(content, 'aside'), path.join(content, place));
}

test('what a link leads to is looked at, and what leads nowhere is told apart', async () => {
  linked('notes/a.md');
  const before = look().of(FILE).digest;
  write('aside', 'two');
  const changed = look().of(FILE).digest;
  unlinkSync(path.join(content, 'aside'));
  const nowhere = look().of(FILE).digest;
  expect(new Set([before, changed, nowhere]).size).toBe(3);
});

test('the moment is what was told', () => {
  expect(look().of(MOMENT)).toEqual({ digest: '2026-01-01T00:00:00Z', sign: '' });
  const states = look();
  states.touch(MOMENT);
  expect(states.settled().get(MOMENT)?.digest).toBe('2026-01-01T00:00:00Z');
});

test.each([
  ['old', STALE_MS],
  ['fresh', 0],
])('a file that was %s and changed while it was read is like no other', async (_name, age) => {
  await wait(age);
  for (const isLookedAt of [true, false]) {
    write('notes/a.md', 'one');
    await wait(age);
    const states = look();
    if (isLookedAt) states.of(FILE);
    states.touch(FILE);
    write('notes/a.md', 'two');
    const state = states.settled().get(FILE) as InputState;
    expect(state).toEqual({ digest: 'changed', sign: '' });
    expect(look(new Map([[FILE, state]])).of(FILE).digest).not.toBe('changed');
  }
});

test('a file that was touched and stayed has the state that a later build compares with', async () => {
  for (const age of [0, STALE_MS]) {
    await wait(age);
    const states = look();
    for (const id of [FILE, NAMES, TREE]) states.touch(id);
    for (const [id, { digest }] of states.settled()) expect(digest).toBe(look().of(id).digest);
  }
});

test('what two processes saw otherwise is like no other', () => {
  const states = look();
  states.of(FILE);
  states.learn(new Map([[FILE, { digest: 'else', sign: '' }]]));
  states.learn(new Map([[TREE, { digest: 'only there', sign: '' }]]));
  expect(states.settled().get(FILE)?.digest).toBe('changed');
  expect(states.settled().get(TREE)?.digest).toBe('only there');
});
