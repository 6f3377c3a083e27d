import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ListPages,
  listPage,
  mapPages,
  pageNumbers,
  settledNumbers,
  settledPages,
} from './settled-pages.ts';

/** Items by their weights, the newest first, and how many of the newest came in last. */
const GROWING = fc.record({
  weights: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 }),
  fresh: fc.nat(40),
  room: fc.integer({ min: 1, max: 25 }),
});

interface Item {
  id: number;
  weight: number;
}

function itemsOf(weights: readonly number[]): Item[] {
  return weights.map((weight, index) => ({ id: weights.length - index, weight }));
}

const weightOf = ({ weight }: Item): number => weight;

function inReadingOrder<Each>({ newest, numbered }: ListPages<Each[]>): Each[] {
  return [newest, ...numbered.toReversed()].flat();
}

/** The pages as they are shown: all that a page knows of its list. */
function shown<Page>(pages: ListPages<Page>) {
  return pageNumbers(pages).map((page) => listPage(pages, page));
}

describe('pages counted from the oldest', () => {
  test('have every item once, in order', () => {
    fc.assert(
      fc.property(GROWING, ({ weights, room }) => {
        const items = itemsOf(weights);
        expect(inReadingOrder(settledPages(items, room, weightOf))).toEqual(items);
        expect(inReadingOrder(settledPages(items, room))).toEqual(items);
      }),
    );
  });

  test('do not change when newer items come in, but for the way on from the last of them', () => {
    fc.assert(
      fc.property(GROWING, ({ weights, fresh, room }) => {
        const after = itemsOf(weights);
        const before = after.slice(fresh);
        for (const weigh of [weightOf, () => 1]) {
          const old = settledPages(before, room, weigh);
          const grown = settledPages(after, room, weigh);
          const count = old.numbered.length;
          expect(grown.numbered.slice(0, count)).toEqual(old.numbered);
          const settled = Math.max(0, count - 1);
          expect(shown(grown).slice(0, settled)).toEqual(shown(old).slice(0, settled));
        }
      }),
    );
  });

  test('have numbers that the count of their items tells, where all weigh the same', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 25 }), (count, room) => {
        const items = Array.from({ length: count }, (_, id) => id);
        expect(settledNumbers(count, room)).toEqual(pageNumbers(settledPages(items, room)));
      }),
    );
  });

  test('leave between one and two pages at the list\u2019s own address', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 25 }), (count, size) => {
        const { newest, numbered } = settledPages(itemsOf(Array.from({ length: count }, () => 1)), size);
        expect(newest.length).toBeLessThan(2 * size);
        expect(newest.length).toBeGreaterThanOrEqual(Math.min(count, size));
        for (const page of numbered) expect(page).toHaveLength(size);
      }),
    );
  });

  test('weigh less than twice the room, unless a single item is heavier', () => {
    const sumOf = (items: readonly Item[]): number => items.reduce((sum, { weight }) => sum + weight, 0);
    fc.assert(
      fc.property(GROWING, ({ weights, room }) => {
        const { newest, numbered } = settledPages(itemsOf(weights), room, weightOf);
        expect(newest.length === 1 || sumOf(newest) < 2 * room).toBe(true);
        for (const page of numbered) expect(page.length === 1 || sumOf(page) <= room).toBe(true);
      }),
    );
  });

  test('are filled as far as there is room', () => {
    expect(settledPages([6, 6, 30, 6, 6, 6, 6], 14, (weight) => weight)).toEqual({
      newest: [6, 6],
      numbered: [[6, 6], [6, 6], [30]],
    });
    expect(settledPages([7, 6, 5, 4, 3, 2, 1], 3)).toEqual({
      newest: [7, 6, 5, 4],
      numbered: [[3, 2, 1]],
    });
    expect(settledPages([], 3)).toEqual({ newest: [], numbered: [] });
  });

  test('know their neighbours, and not how many they are', () => {
    const pages = settledPages([7, 6, 5, 4, 3, 2, 1], 2);
    expect(listPage(pages, null)).toEqual({ page: null, content: [7, 6, 5], newer: null, older: 2 });
    expect(listPage(pages, 2)).toEqual({ page: 2, content: [4, 3], newer: null, older: 1 });
    expect(listPage(pages, 1)).toEqual({ page: 1, content: [2, 1], newer: 2, older: 0 });
    expect(() => listPage(pages, 3)).toThrow('no page 3');
    expect(
      listPage(
        mapPages(pages, (items) => items.length),
        1,
      ).content,
    ).toBe(2);
  });
});
