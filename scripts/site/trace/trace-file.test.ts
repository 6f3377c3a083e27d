import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
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
import { foundTrace, readTrace, writeTrace } from './trace-file.ts';

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
