import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeStates, nodeStates } from './node-states.ts';
import {
  emptyTrace,
  type IdList,
  type InputState,
  inputId,
  type NodeState,
  type RouteState,
  type Trace,
  type UnitState,
} from './trace.ts';
import { foundTrace, readTrace, writeNextTrace, writeTrace } from './trace-file.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'trace-'));
  file = path.join(folder, 'trace');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '0', '__proto__', '@file a b'));
const texts = fc.array(text, { maxLength: 4 });

function mapOf<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Map<string, Value>> {
  return fc.array(fc.tuple(text, value), { maxLength: 5 }).map((entries) => new Map(entries));
}

/** A trace in which each id stands by its name. */
interface NamedTrace {
  key: string;
  inputs: Map<string, InputState>;
  nodes: Map<string, Named<NodeState>>;
  units: Map<string, Named<UnitState>>;
  routes: Map<string, Named<RouteState>>;
}

type Named<State extends { from: IdList }> = Omit<State, 'from'> & { from: readonly string[] };

const traces: fc.Arbitrary<NamedTrace> = fc.record({
  key: text,
  inputs: mapOf(fc.record({ digest: text, sign: text })),
  nodes: mapOf(
    fc.record({ from: texts, digest: text.filter((digest) => digest !== '') }, { requiredKeys: ['from'] }),
  ),
  units: mapOf(
    fc.record(
      { from: texts, digest: text, files: fc.nat(), mapped: texts, names: texts },
      { requiredKeys: ['from', 'digest', 'files'] },
    ),
  ),
  routes: mapOf(fc.record({ from: texts, units: texts, handed: texts }, { requiredKeys: ['from', 'units'] })),
});

test('what is written is what is read', () => {
  fc.assert(
    fc.property(traces, (trace) => {
      writeTrace(file, numbered(trace));
      expect(named(readTrace(file, trace.key))).toEqual(trace);
      writeTrace(file, readTrace(file, trace.key));
      expect(named(readTrace(file, trace.key))).toEqual(trace);
    }),
  );
});

test('what is written after a build that followed another one is what is read', () => {
  const isKept = fc.infiniteStream(fc.boolean());
  fc.assert(
    fc.property(traces, fc.array(traces, { maxLength: 3 }), isKept, (first, later, keeps) => {
      writeTrace(file, numbered(first));
      for (const next of later) {
        const before = readTrace(file, first.key);
        const after = following(before, next, keeps);
        const expected = named(after);
        writeNextTrace(file, after, before);
        expect(named(readTrace(file, first.key))).toEqual(expected);
      }
    }),
  );
});

test('what nobody names any more is left out once it is much', () => {
  writeTrace(file, manyValues(100));
  const shrunk = (kept: number): string => {
    const before = readTrace(file, 'mine');
    const nodes = nodeStates(before.nodes, before.ids.size);
    for (let number = 0; number < kept; number += 1) nodes.keep(before.ids.numberOf(`note:${number}`));
    writeNextTrace(file, { ...before, nodes }, before);
    expect([...readTrace(file, 'mine').nodes]).toHaveLength(kept);
    return readFileSync(file, 'utf8');
  };
  expect(shrunk(90)).toContain('note:95');
  expect(shrunk(70)).not.toContain('note:95');
});

test('a trace of another key, and none at all, is empty', () => {
  expect(named(readTrace(file, 'mine'))).toEqual(named(emptyTrace('mine')));
  writeTrace(file, filled());
  expect(foundTrace(file, 'other')).toBeNull();
  expect(named(readTrace(file, 'other'))).toEqual(named(emptyTrace('other')));
});

test('a trace that is cut off, or has one other byte, is empty', () => {
  writeTrace(file, filled());
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    writeFileSync(file, whole.subarray(0, at));
    expect(foundTrace(file, 'mine')).toBeNull();
    const other = Buffer.from(whole);
    other[at] = (other[at] ?? 0) ^ 1;
    writeFileSync(file, other);
    expect(foundTrace(file, 'mine'), `byte ${at}`).toBeNull();
  }
});

test.each(['', '\n', 'null', '[]', '{"key":"mine"}', '\0\0\0'])('%j is an empty trace', (bytes) => {
  writeFileSync(file, bytes);
  expect(named(readTrace(file, 'mine'))).toEqual(named(emptyTrace('mine')));
});

test('of ids that nobody names any more, none is written', () => {
  const trace = filled();
  trace.ids.numberOf('forgotten');
  writeTrace(file, trace);
  expect(readFileSync(file, 'utf8')).not.toContain('forgotten');
});

/** A trace as a build leaves it that kept some of what was there and found out the rest. */
function following(before: Trace, next: NamedTrace, keeps: fc.Stream<boolean>): Trace<NodeStates> {
  const { ids } = before;
  const all = (from: readonly string[]): number[] => from.map(ids.numberOf);
  const nodes = nodeStates(before.nodes, ids.size);
  for (const [id] of before.nodes) if (keeps.next().value === true) nodes.keep(id);
  for (const [id, { digest, from }] of next.nodes) {
    const state = { from: all(from), ...(digest !== undefined && { digest }) };
    nodes.set(ids.numberOf(id), state);
  }
  const states = <State extends { from: readonly string[] }>(of: Map<string, State>) =>
    new Map(Array.from(of, ([id, state]) => [id, { ...state, from: all(state.from) }] as const));
  return {
    key: before.key,
    ids,
    inputs: next.inputs,
    nodes,
    units: states(next.units),
    routes: states(next.routes),
  };
}

function manyValues(count: number): Trace {
  const trace = emptyTrace('mine');
  for (let number = 0; number < count; number += 1)
    trace.nodes.set(trace.ids.numberOf(`note:${number}`), { from: [] });
  return trace;
}

function filled(): Trace {
  const trace = emptyTrace('mine');
  const [input, note] = [inputId('file', 'a'), 'note:a'].map(trace.ids.numberOf) as [number, number];
  trace.inputs.set(inputId('file', 'a'), { digest: 'd', sign: 's' });
  trace.nodes.set(note, { from: [input], digest: 'e' });
  trace.units.set('release a/1', { from: [note], digest: 'f', files: 1 });
  return trace;
}

function numbered({ key, inputs, nodes, units, routes }: NamedTrace): Trace {
  const trace = emptyTrace(key);
  const all = (from: readonly string[]): number[] => from.map(trace.ids.numberOf);
  for (const [id, state] of nodes)
    trace.nodes.set(trace.ids.numberOf(id), { ...state, from: all(state.from) });
  for (const [id, state] of units) trace.units.set(id, { ...state, from: all(state.from) });
  for (const [id, state] of routes) trace.routes.set(id, { ...state, from: all(state.from) });
  return { ...trace, inputs };
}

function named({ key, ids, inputs, nodes, units, routes }: Trace): NamedTrace {
  const all = (from: IdList): string[] => Array.from(from, ids.idOf);
  return {
    ...{ key, inputs },
    nodes: new Map(Array.from(nodes, ([id, state]) => [ids.idOf(id), { ...state, from: all(state.from) }])),
    units: new Map(Array.from(units, ([id, state]) => [id, { ...state, from: all(state.from) }])),
    routes: new Map(Array.from(routes, ([id, state]) => [id, { ...state, from: all(state.from) }])),
  };
}
