import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from './digest.ts';
import { type KeptValues, keptValues } from './kept-values.ts';

const TEXT = '{"verdict":"blessed","why":"é"}';
const DIGEST = digestOf(TEXT);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function packs(): string[] {
  return readdirSync(folder);
}

function keep(...texts: string[]): KeptValues {
  const kept = keptValues(folder);
  for (const text of texts) kept.write(digestOf(text), text);
  kept.flush();
  return kept;
}

test('what was kept is there at once, in other processes, and in the next build; what was not, is not', () => {
  const kept = keptValues(folder);
  const other = keptValues(folder);
  expect(kept.read(DIGEST)).toBeUndefined();
  kept.write(DIGEST, TEXT);
  expect(kept.read(DIGEST)).toBe(TEXT);
  kept.flush();
  expect(kept.read(DIGEST)).toBe(TEXT);
  expect(keptValues(folder).read(DIGEST)).toBe(TEXT);
  expect(other.read(digestOf('else'))).toBeUndefined();
  keep('else');
  other.refresh();
  expect(other.read(digestOf('else'))).toBe('else');
});

test('what is kept twice stands there once', () => {
  keep(TEXT, TEXT);
  keep(TEXT);
  expect(packs()).toHaveLength(1);
});

test('a pack with any byte another, or cut off anywhere, gives no wrong value, and what is lost is kept again', () => {
  keep(TEXT, 'second');
  const [name = ''] = packs();
  const file = path.join(folder, name);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    const other = Buffer.from(whole);
    other[at] = (other[at] ?? 0) ^ 1;
    for (const bytes of [other, whole.subarray(0, at)]) {
      writeFileSync(file, bytes);
      const kept = keptValues(folder);
      for (const text of [TEXT, 'second']) expect([text, undefined]).toContain(kept.read(digestOf(text)));
      for (const text of [TEXT, 'second']) kept.write(digestOf(text), text);
      kept.flush();
      for (const text of [TEXT, 'second']) expect(keptValues(folder).read(digestOf(text))).toBe(text);
      for (const each of packs().filter((one) => one !== name)) rmSync(path.join(folder, each));
    }
  }
});

test('what nobody asks for goes, with what was left half written', () => {
  const kept = keep('1'.repeat(100));
  keep(TEXT);
  writeFileSync(path.join(folder, `x.pack.123`), TEXT.slice(0, 3));
  writeFileSync(path.join(folder, 'broken.pack'), 'broken');
  mkdirSync(path.join(folder, 'ab/cd'), { recursive: true });
  kept.prune(() => new Set([DIGEST]));
  expect(packs()).toHaveLength(1);
  expect(kept.read(DIGEST)).toBe(TEXT);
  expect(kept.read(digestOf('1'.repeat(100)))).toBeUndefined();
  kept.prune(() => new Set());
  expect(packs()).toEqual([]);
  rmSync(folder, { recursive: true });
  expect(() => keptValues(folder).prune(() => new Set())).not.toThrow();
});

test('where little is new, nobody looks for what is not asked for any more', () => {
  keep('1'.repeat(1000), '2'.repeat(1000));
  const kept = keptValues(folder);
  kept.write(DIGEST, TEXT);
  kept.prune(() => {
    throw new Error('asked');
  });
  expect(packs()).toHaveLength(2);
  kept.write(digestOf('3'.repeat(1000)), '3'.repeat(1000));
  kept.prune(() => new Set([DIGEST]));
  expect(packs()).toHaveLength(1);
  expect(kept.read(DIGEST)).toBe(TEXT);
});

test('after any builds, what is asked for is there, in few files', () => {
  const words = fc.uniqueArray(fc.string({ maxLength: 40 }), { maxLength: 8 });
  const builds = fc.array(fc.record({ made: words, asked: words }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(builds, (each) => {
      rmSync(folder, { recursive: true, force: true });
      let there = new Set<string>();
      for (const { made, asked } of each) {
        const kept = keptValues(folder);
        for (const text of made) kept.write(digestOf(text), text);
        const wanted = new Set([...asked, ...made].filter((text) => there.has(text) || made.includes(text)));
        kept.prune(() => new Set([...wanted].map(digestOf)));
        for (const text of wanted) expect(kept.read(digestOf(text))).toBe(text);
        for (const text of wanted) expect(keptValues(folder).read(digestOf(text))).toBe(text);
        there = wanted;
      }
      if (there.size > 0) expect(packs().length).toBeLessThan(6);
    }),
    { numRuns: 60, examples: [[[{ made: [], asked: [] }]]] },
  );
});
