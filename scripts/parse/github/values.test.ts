import { expect, test } from 'vitest';
import { accountOf, foreignLine, foreignText, platformInstant, present, worded } from './values.ts';

test.each([
  ['User', 'user'],
  ['Bot', 'bot'],
  ['Mannequin', 'placeholder'],
  ['Organization', 'organization'],
  ['EnterpriseUserAccount', 'user'],
  ['SomethingNew', 'user'],
])('a %s is a %s', (__typename, kind) => {
  expect(accountOf({ __typename, login: 'ada', databaseId: 7 })).toEqual({ login: 'ada', id: 7, kind });
});

test('an account that is gone is null, and one without a number has none', () => {
  expect(accountOf(null)).toBeNull();
  expect(accountOf({ __typename: 'User', login: 'ada', databaseId: null })).toEqual({
    login: 'ada',
    kind: 'user',
  });
});

test('times are in UTC, to the second', () => {
  expect(platformInstant('2025-03-30T02:30:00.750+02:00')).toBe('2025-03-30T00:30:00+00:00');
});

test('texts lose addresses and what could disguise them, and keep their lines', () => {
  expect(foreignText(' a\r\nb\rc\u202E\u0000 <ada@example.com>\n')).toBe('a\nb\nc');
  expect(foreignLine('a\n\n b\t ada@example.com')).toBe('a b (address removed)');
});

test('what may not be read is left out', () => {
  expect(present({ nodes: [1, null, 2] })).toEqual([1, 2]);
  expect(present(null)).toEqual([]);
  expect(worded('CHANGES_REQUESTED')).toBe('changes-requested');
});
