import { expect, test } from 'vitest';
import { hasMoved, type PartMove, partMove } from './part-move.ts';

test.each<[string | null | undefined, string | null, PartMove]>([
  ['0.44.0', '0.45.0', 'updated'],
  ['0.9.0', '0.10.0', 'updated'],
  ['0.45.0-rc.1', '0.45.0', 'updated'],
  ['0.45.1', '0.45.0', 'downgraded'],
  ['~0.45', '~0.44', 'downgraded'],
  ['^1.0.0', '1.2.0', 'updated'],
  // Nobody can say which of them is higher.
  ['>=1.0.0 <2.0.0', '1.0.0', 'updated'],
  ['v1.2.0', '1.2.0', 'same'],
  ['latest', 'latest', 'same'],
  [null, '1.0.0', 'added'],
  ['1.0.0', null, 'removed'],
  [undefined, '1.0.0', 'unknown'],
])('from %s to %s is %s', (previous, version, move) => {
  const part = { version, ...(previous !== undefined && { previous }) };
  expect(partMove(part)).toBe(move);
  expect(hasMoved(part)).toBe(move !== 'same' && move !== 'unknown');
});
