import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeStates, nodeStates } from './node-states.ts';
import { isSameTrace } from './same-trace.ts';
import { emptyTrace, inputId, type Trace } from './trace.ts';
import { readTrace, writeTrace } from './trace-file.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'same-trace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A trace as the next build reads it. */
function readAgain(): Trace {
  const trace = emptyTrace('mine');
  const [input = 0, note = 0, title = 0] = [inputId('file', 'a'), 'note:a', 'title:a'].map(
    trace.ids.numberOf,
  );
  trace.inputs.set(inputId('file', 'a'), { digest: 'd', sign: 's' });
  trace.nodes.set(note, { from: [input] });
  trace.nodes.set(title, { from: [note], digest: 'e' });
  trace.units.set('release a/1', { from: [title], digest: 'f', files: 1 });
  trace.routes.set('/[product]', { from: [title], units: ['page /[product] []'] });
  writeTrace(path.join(folder, 'trace'), trace);
  return readTrace(path.join(folder, 'trace'), 'mine');
}

/** What a build leaves that found everything as it was. */
function unchanged(before: Trace): Trace<NodeStates> {
  const nodes = nodeStates(before.nodes, before.ids.size);
  for (const [id] of before.nodes) nodes.keep(id);
  const { inputs, units, routes } = before;
  return { ...before, nodes, inputs: new Map(inputs), units: new Map(units), routes: new Map(routes) };
}

test('a build that found all as it was has the same trace', () => {
  const before = readAgain();
  expect(isSameTrace(unchanged(before), before)).toBe(true);
});

test('a trace of a build that followed none is another one', () => {
  const before = emptyTrace('mine');
  const nodes = nodeStates(before.nodes, 0);
  expect(isSameTrace({ ...before, nodes }, before)).toBe(false);
});

const OTHERS: [string, (after: Trace<NodeStates>) => void][] = [
  [
    'a value was made anew',
    ({ nodes, ids }) => nodes.set(ids.numberOf('title:a'), { from: [], digest: 'e' }),
  ],
  ['there is another value', ({ nodes, ids }) => nodes.set(ids.numberOf('title:b'), { from: [] })],
  ['an input has another sign', ({ inputs }) => inputs.set(inputId('file', 'a'), { digest: 'd', sign: 't' })],
  ['an input is another one', ({ inputs }) => inputs.set(inputId('file', 'a'), { digest: 'c', sign: 's' })],
  ['there is another input', ({ inputs }) => inputs.set(inputId('file', 'b'), { digest: 'd', sign: 's' })],
  ['an input is no more', ({ inputs }) => inputs.clear()],
  ['pages were made anew', ({ units }) => units.set('release a/1', { from: [], digest: 'f', files: 1 })],
  ['pages are no more', ({ units }) => units.clear()],
  ['a route was asked again', ({ routes }) => routes.set('/[product]', { from: [], units: [] })],
];

test.each(OTHERS)('it is another one where %s', (_what, change) => {
  const before = readAgain();
  const after = unchanged(before);
  change(after);
  expect(isSameTrace(after, before)).toBe(false);
});

test('it is another one where a value is no more', () => {
  const before = readAgain();
  const nodes = nodeStates(before.nodes, before.ids.size);
  nodes.keep(before.ids.numberOf('note:a'));
  expect(isSameTrace({ ...unchanged(before), nodes }, before)).toBe(false);
});
