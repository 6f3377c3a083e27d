import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CborValue, decodeCbor, encodeCbor } from './cbor.ts';

const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 30 }),
  ),
}));

test('what was written is read again', () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(decodeCbor(encodeCbor(any))).toEqual(any);
    }),
  );
});

test('what is written already is a value like any other', () => {
  fc.assert(
    fc.property(value, value, (any, other) => {
      expect(decodeCbor(encodeCbor([any, encodeCbor(other)]))).toEqual([any, other]);
    }),
  );
});

test.each([
  ['0', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['20', -1],
  ['3903e7', -1000],
  ['62c3bc', 'ü'],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
])('%s is %j, as RFC 8949 has it in its appendix A', (hexadecimal, expected) => {
  const bytes = Buffer.from(hexadecimal.padStart(2, '0'), 'hex');
  expect(decodeCbor(bytes)).toEqual(expected);
  expect(Buffer.from(encodeCbor(expected)).toString('hex')).toBe(bytes.toString('hex'));
});

test.each(['f6', '40', 'a0', '1b0000000000000001', '0000', '82', '9f', '63c3'])('%s is refused', (bytes) => {
  expect(() => decodeCbor(Buffer.from(bytes, 'hex'))).toThrow();
});
