import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InputStates } from './input-states.ts';
import { keptValues } from './kept-values.ts';
import { emptyTrace, inputId, type Trace } from './trace.ts';
import { traceWork } from './traced-work.ts';

let folder = '';
/** What stands in each file; reads that were made, in their order. */
let disk: Record<string, string> = {};
let reads: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'traced-'));
  disk = { a: '1', b: '2', c: '3' };
  reads = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function inputsOfDisk(): InputStates {
  const states = new Map<string, { digest: string; sign: string }>();
  const of = (id: string) => {
    const state = states.get(id) ?? { digest: disk[id.split(' ')[1] ?? ''] ?? 'missing', sign: '' };
    states.set(id, state);
    return state;
  };
  return { of, touch: (id) => void of(id), settled: () => states, learn: () => {} };
}

/** Of a value that is too long to stand in its digest's place. */
function longOf(text: string) {
  return { first: text.slice(0, 1), rest: '.'.repeat(50) };
}

/** One build: values `file`, `cut`, `kept` and `sum`, each made from those before it. */
function build(before: Trace) {
  const inputs = inputsOfDisk();
  const store = keptValues(folder);
  const work = traceWork(before, inputs, store);
  const file = (key: string): string => {
    work.input('file', key);
    reads.push(key);
    const text = disk[key];
    if (text === undefined) throw new Error(`${key} is gone`);
    return text;
  };
  const whole = work.remembered('whole', file, {});
  const cut = work.remembered('cut', (key) => whole(key).slice(0, 1), { cut: true });
  const kept = work.remembered('kept', (key) => longOf(whole(key)), { kept: true });
  const short = work.remembered('short', (key) => (whole(key) === '1' ? null : whole(key)), { kept: true });
  const word = work.remembered('word', (key) => whole(key), { cut: true });
  const set = work.remembered('set', (key) => new Set(whole(key)), { cut: true });
  const sum = work.remembered('sum', (key) => [...key].map((each) => cut(each)).join('+'), { cut: true });
  const few = work.remembered('few', file, { room: 1 });
  return { ids: before.ids, store, inputs, work, whole, cut, kept, short, word, set, sum, few };
}

async function traced(make: (values: ReturnType<typeof build>) => unknown): Promise<Trace> {
  const values = build(emptyTrace('k'));
  const { from } = await values.work.observe(async () => make(values));
  values.store.flush();
  return traceOf(values, from);
}

function traceOf({ ids, work, inputs }: ReturnType<typeof build>, from: number[]): Trace {
  const units = new Map([['page', { from, digest: '', files: 1 }]]);
  return { ...emptyTrace('k', ids), units, nodes: new Map(work.nodes()), inputs: inputs.settled() };
}

function isClean(before: Trace): boolean {
  return build(before).work.isAsBefore(before.units.get('page')?.from ?? []);
}

test('a page is as before until something that it was made from is another', async () => {
  const before = await traced(({ whole }) => whole('a'));
  expect(isClean(before)).toBe(true);
  disk = { ...disk, b: 'else' };
  expect(isClean(before)).toBe(true);
  disk = { ...disk, a: 'else' };
  expect(isClean(before)).toBe(false);
});

test('names in a folder are told apart as bytes are', async () => {
  const before = await traced(({ work }) => work.input('names', 'c'));
  expect(isClean(before)).toBe(true);
  disk = { ...disk, c: 'other names' };
  expect(isClean(before)).toBe(false);
});

test('what is gone, and what comes again, is another', async () => {
  const before = await traced(({ whole }) => whole('a'));
  disk = {};
  expect(isClean(before)).toBe(false);
  disk = { a: '1' };
  expect(isClean(before)).toBe(true);
});

test('a cut value stops a change that it comes out the same of, at any height', async () => {
  const before = await traced(({ sum }) => sum('abc'));
  disk = { ...disk, a: '1 and more' };
  expect(isClean(before)).toBe(true);
  disk = { ...disk, a: '9' };
  expect(isClean(before)).toBe(false);
});

test('a value without cut passes a change on, though it comes out the same', async () => {
  const before = await traced(({ whole, work }) =>
    work.remembered('upper', (key) => whole(key).slice(0, 1), {})('a'),
  );
  disk = { ...disk, a: '1 and more' };
  const values = build(before);
  values.work.remembered('upper', (key) => values.whole(key).slice(0, 1), {});
  expect(values.work.isAsBefore(before.units.get('page')?.from ?? [])).toBe(false);
});

test('a kept value is read again from nowhere but the cache', async () => {
  const before = await traced(({ kept }) => kept('a'));
  reads = [];
  expect(build(before).kept('a')).toEqual(longOf('1'));
  expect(reads).toEqual([]);
});

test.each([
  ['broken', (place: string) => writeFileSync(place, '{"first":"7"}')],
  ['cut off', (place: string) => writeFileSync(place, '{"fir')],
  ['gone', (place: string) => rmSync(place)],
])('a kept value whose file is %s is made anew, and kept again', async (_name, damage) => {
  const before = await traced(({ kept }) => kept('a'));
  for (const name of readdirSync(folder)) damage(path.join(folder, name));
  reads = [];
  const first = build(before);
  expect(first.kept('a')).toEqual(longOf('1'));
  first.store.flush();
  expect(build(before).kept('a')).toEqual(longOf('1'));
  expect(reads).toEqual(['a']);
});

test('a short value that is kept, and a word that is cut, are read again from nowhere; a set is', async () => {
  disk = { ...disk, d: 'others' };
  const all = ({ short, word, set }: ReturnType<typeof build>) => [
    short('a'),
    short('b'),
    word('b'),
    set('d'),
  ];
  const before = await traced(all);
  expect(readdirSync(folder)).toEqual([]);
  reads = [];
  expect(all(build(before))).toEqual([null, '2', '2', new Set('others')]);
  expect(reads).toEqual(['d']);
  disk = { ...disk, a: '7', b: '8' };
  expect(all(build(before)).slice(0, 3)).toEqual(['7', '8', '8']);
});

test('a kept value of other records is made anew', async () => {
  const before = await traced(({ kept }) => kept('a'));
  disk = { ...disk, a: '5' };
  expect(build(before).kept('a')).toEqual(longOf('5'));
});

test('a value that throws, and is caught, is never as before; nor is what was made from it', async () => {
  disk = { b: '2' };
  const before = await traced(({ whole }) => {
    try {
      whole('a');
    } catch {}
  });
  expect(isClean(before)).toBe(false);
  disk = { a: '1' };
  expect(isClean(before)).toBe(false);
});

test('a cut value that throws now is another, and nothing is thrown at whoever asks', async () => {
  const before = await traced(({ cut }) => cut('a'));
  disk = {};
  expect(isClean(before)).toBe(false);
});

test('only as many values stay as there is room for; each is told of all the same', async () => {
  const before = await traced(({ few }) => [few('a'), few('b'), few('a')]);
  expect(reads).toEqual(['a', 'b', 'a']);
  expect(Array.from(before.nodes, ([id]) => before.ids.idOf(id)).sort()).toEqual(['few:a', 'few:b']);
  disk = { ...disk, b: 'else' };
  expect(isClean(before)).toBe(false);
});

test('a remembered value is noticed by everyone who asks, not only by the first', async () => {
  const values = build(emptyTrace('k'));
  const first = await values.work.observe(async () => values.whole('a'));
  const second = await values.work.observe(async () => values.whole('a'));
  expect(second.from).toEqual(first.from);
  expect(reads).toEqual(['a']);
});

test('what is read apart is noticed by nobody', async () => {
  const before = await traced(({ work, whole }) => work.apart(() => whole('a')));
  disk = { ...disk, a: 'else' };
  expect(isClean(before)).toBe(true);
});

test('what failed is not noticed by what comes after it', async () => {
  const { ids, work, whole } = build(emptyTrace('k'));
  await expect(work.observe(async () => whole('nothing'))).rejects.toThrow('gone');
  expect((await work.observe(async () => whole('a'))).from.map(ids.idOf)).toEqual(['whole:a']);
});

test('what is learned is as if it had been made here', async () => {
  const other = build(emptyTrace('k'));
  other.kept('a');
  other.store.flush();
  const here = build(emptyTrace('k', other.ids));
  here.work.learn(other.work.nodes());
  reads = [];
  expect(here.kept('a')).toEqual(longOf('1'));
  expect(reads).toEqual([]);
});

test('a value that came out in two ways during one build is never as before', async () => {
  const values = build(emptyTrace('k'));
  const page = await values.work.observe(async () => values.cut('a'));
  disk = { ...disk, a: '9' };
  const other = build(emptyTrace('k', values.ids));
  other.cut('a');
  values.work.learn(other.work.nodes());
  const trace = traceOf(values, page.from);
  trace.inputs.set(inputId('file', 'a'), { digest: 'changed', sign: '' });
  expect(isClean(trace)).toBe(false);
});

test('two values of one name are a mistake', () => {
  const { work } = build(emptyTrace('k'));
  expect(() => work.remembered('whole', () => 1, {})).toThrow('"whole"');
});
