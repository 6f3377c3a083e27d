import { describe, expect, test } from 'vitest';
import { bringForward, formatOf, isNewer, newestFormat, stepsSince } from './bring-forward.ts';
import type { FormatStep, PlainFields } from './format-step.ts';
import { STEPS } from './steps.ts';

const rename = (from: string, to: string) => (record: { data: PlainFields; body: string }) => ({
  data: Object.fromEntries(
    Object.entries(record.data).map(([key, value]) => [key === from ? to : key, value]),
  ),
  body: record.body,
});

/** Listed in no order: the numbers tell it. */
const PRETENDED: readonly FormatStep[] = [
  { from: 2, to: 3, kind: 'vote', says: 'b is c.', change: rename('b', 'c'), adds: ['new'] },
  { from: 0, to: 1, kind: 'every', says: 'Numbers.', change: (record) => record },
  { from: 1, to: 2, kind: 'vote', says: 'a is b.', change: rename('a', 'b') },
  {
    from: 1,
    to: 2,
    kind: 'note',
    says: 'Shouts no more.',
    change: ({ data, body }) => ({ data, body: body.toLowerCase() }),
  },
];

function forward(data: PlainFields, kind: FormatStep['kind'] = 'vote', body = 'BODY') {
  return bringForward(kind as 'vote', { data, body }, PRETENDED);
}

describe('the real history', () => {
  test('begins with records that say no number, and misses no step', () => {
    const numbers = [...new Set(STEPS.map(({ from }) => from))].sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: newestFormat() }, (_, index) => index));
    for (const { from, to, says } of STEPS) {
      expect(to).toBe(from + 1);
      expect(says).toMatch(/^[A-Z"].+\.$/);
    }
  });
});

describe('a record is brought forward', () => {
  test.each([
    ['from no number', { a: 1 }, { schema: 3, c: 1 }],
    ['from the first format', { schema: 1, a: 1 }, { schema: 3, c: 1 }],
    ['from the second', { schema: 2, b: 1, other: 2 }, { schema: 3, c: 1, other: 2 }],
  ])('%s', (_, data, today) => expect(forward(data).data).toEqual(today));

  test('by the steps of its own kind', () => {
    expect(forward({ schema: 1, a: 1 }, 'note')).toEqual({ data: { schema: 3, a: 1 }, body: 'body' });
    expect(forward({ schema: 1, a: 1 }, 'change')).toEqual({ data: { schema: 3, a: 1 }, body: 'BODY' });
  });

  test('without a change of what was given', () => {
    const data = Object.freeze({ schema: 1, a: 1 });
    forward(data);
    expect(data).toEqual({ schema: 1, a: 1 });
  });

  test.each([
    { schema: 3, a: 1 },
    { schema: 4, a: 1 },
    { schema: 'two', a: 1 },
    { schema: -1 },
    { schema: 1.5 },
  ])('not where it is of today or of no known format: %j', (data) =>
    expect(forward(data)).toEqual({ data, body: 'BODY' }),
  );
});

test('only whole numbers above zero are formats, and none is the first', () => {
  const said = [undefined, 1, 7, 0, -1, 1.5, '1', null, [1]].map((schema) => formatOf({ schema }));
  expect(said).toEqual([0, 1, 7, null, null, null, null, null, null]);
});

test('a newer record is one beyond the last step', () => {
  expect([3, 4, 99].map((schema) => isNewer({ schema }, PRETENDED))).toEqual([false, true, true]);
  expect(isNewer({ schema: '99' }, PRETENDED)).toBe(false);
});

test('what was changed since a format is told in order', () => {
  expect(stepsSince(1, 'vote', PRETENDED).map(({ says }) => says)).toEqual(['a is b.', 'b is c.']);
  expect(stepsSince(2, 'vote', PRETENDED).flatMap(({ adds = [] }) => adds)).toEqual(['new']);
});
