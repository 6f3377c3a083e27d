import { expect, test } from 'vitest';
import { encodeIco } from './ico.ts';

test('an ICO file holds one picture, says its size and where it begins', () => {
  const file = encodeIco(Uint8Array.of(0x89, 0x50), 32);
  expect([...file]).toEqual([
    ...[0, 0, 1, 0, 1, 0],
    ...[32, 32, 0, 0, 1, 0, 4, 0, 2, 0, 0, 0, 22, 0, 0, 0],
    ...[0x89, 0x50],
  ]);
});
