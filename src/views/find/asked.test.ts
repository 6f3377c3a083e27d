import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS } from '../../notes/search/facets.ts';
import { type Asked, askedBy, queryOf, searchAddress } from './asked.ts';

const values = fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 });
const question: fc.Arbitrary<Asked> = fc.record({
  words: fc.string({ unit: 'grapheme' }).map((words) => words.trim()),
  chosen: fc.record(Object.fromEntries(FACETS.map((facet) => [facet, values])), { requiredKeys: [] }),
  newest: fc.boolean(),
});

test('an address asks what was asked', () => {
  fc.assert(
    fc.property(question, (asked) => {
      expect(askedBy(queryOf(asked))).toEqual(asked);
    }),
  );
});

test('an address is short where little is asked', () => {
  expect(searchAddress({})).toBe('/find/');
  expect(searchAddress({ section: ['fixed', 'security'], product: ['lamp'] })).toBe(
    '/find/?product=lamp&section=fixed&section=security',
  );
});

test('what is no facet is passed over, and a value counts once', () => {
  expect(askedBy('?x=1&kind=fix&kind=fix&sort=oldest&__proto__=a')).toEqual({
    words: '',
    chosen: { kind: ['fix'] },
    newest: false,
  });
});
