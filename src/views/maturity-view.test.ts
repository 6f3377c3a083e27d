import { expect, test } from 'vitest';
import { maturityOf } from './maturity-view.ts';

test.each([
  [[], null],
  [[{}], null],
  [[{ maturity: 'stable' as const }], null],
  [[{ maturity: 'beta' as const }, { maturity: 'stable' as const }], 'beta'],
  [[{ maturity: 'beta' as const }, { maturity: 'alpha' as const }], 'alpha'],
])('the word of an entry is that of its least mature change: %j', (entries, word) => {
  expect(maturityOf(entries)).toBe(word);
});
