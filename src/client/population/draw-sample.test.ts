import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawRows } from '../../population/sample.ts';
import { drawSample } from './draw-sample.ts';
import { sampleInput } from './sample-input.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

test('the browser draws what the command draws', async () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(ids, fc.string(), fc.nat(40), async (rows, seed, size) => {
      expect(await drawSample(rows, DIGEST, { seed, size })).toEqual(drawRows(rows, DIGEST, seed, size));
    }),
  );
});

test.each([
  ['Q3 "2026", =4711 ₹', '7', { is: 'draw', draw: { seed: 'Q3 "2026", =4711 ₹', size: 7 } }],
  [' a ', '25', { is: 'draw', draw: { seed: ' a ', size: 25 } }],
])('takes %j and %j', (seed, size, input) => expect(sampleInput(seed, size)).toEqual(input));

test.each([
  ['', '25'],
  ['a\nb', '25'],
  ['\ud800', '25'],
  ['a', '0'],
  ['a', '2.5'],
  ['a', '1e3'],
  ['a', ''],
])('refuses %j and %j, as the command does', (seed, size) => {
  expect(sampleInput(seed, size).is).toBe('refused');
});
