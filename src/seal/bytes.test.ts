import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';
import { compareBytes, concatBytes, equalBytes, textOf, toHex, utf8 } from './bytes.ts';

const bytes = fc.uint8Array({ maxLength: 6, max: 3 });

test('bytes are ordered and compared as Node does', () => {
  fc.assert(
    fc.property(bytes, bytes, (left, right) => {
      expect(Math.sign(compareBytes(left, right))).toBe(Buffer.compare(left, right));
      expect(equalBytes(left, right)).toBe(Buffer.compare(left, right) === 0);
    }),
  );
});

test('base64 and hex are what Node writes, and base64 is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (given) => {
      expect(toBase64(given)).toBe(Buffer.from(given).toString('base64'));
      expect(toHex(given)).toBe(Buffer.from(given).toString('hex'));
      expect(fromBase64(toBase64(given))).toEqual(given);
    }),
  );
});

test.each([
  'QQ',
  'QQ=',
  'QR==',
  'QUI',
  'QUJ=',
  'QQ==\n',
  ' QQ==',
  'Q Q==',
  'QQ==QQ==',
  '-_==',
  '=',
  '====',
  'QQ====',
])('base64 that is not canonical is refused: %j', (text) => {
  expect(fromBase64(text)).toBeNull();
});

test('a byte order mark is kept, and what is not UTF-8 is refused', () => {
  expect(textOf(concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('a')), 'note')).toBe('\ufeffa');
  expect(() => textOf(Uint8Array.of(0x61, 0xff), 'note')).toThrow('not UTF-8');
});
