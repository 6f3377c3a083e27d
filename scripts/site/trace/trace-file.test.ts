import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyTrace, inputId, type Trace } from './trace.ts';
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

const traces: fc.Arbitrary<Trace> = fc.record({
  key: text,
  inputs: mapOf(fc.record({ digest: text, sign: text })),
  nodes: mapOf(fc.record({ from: texts, digest: text }, { requiredKeys: ['from'] })),
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
      writeTrace(file, trace);
      expect(readTrace(file, trace.key)).toEqual(trace);
    }),
  );
});

test('a trace of another key, and none at all, is empty', () => {
  expect(readTrace(file, 'mine')).toEqual(emptyTrace('mine'));
  writeTrace(file, filled());
  expect(foundTrace(file, 'other')).toBeNull();
  expect(readTrace(file, 'other')).toEqual(emptyTrace('other'));
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
  expect(readTrace(file, 'mine')).toEqual(emptyTrace('mine'));
});

function filled(): Trace {
  const trace = emptyTrace('mine');
  trace.inputs.set(inputId('file', 'a'), { digest: 'd', sign: 's' });
  trace.nodes.set('note:a', { from: [inputId('file', 'a')], digest: 'e' });
  trace.units.set('release a/1', { from: ['note:a'], digest: 'f', files: 1 });
  return trace;
}
