import { expect, test } from 'vitest';
import { TEXTS } from '../texts.ts';
import { pagerView, pageTitle } from './pager-view.ts';
import { listPage, type PageNumber, settledPages } from './settled-pages.ts';

const path = (page: PageNumber): string => (page === null ? '/list/' : `/list/page/${page}/`);

/** The ways from a page of a list of that many items, two on a page. */
function waysFrom(page: PageNumber, count: number) {
  const items = Array.from({ length: count }, (_, index) => count - index);
  const { newer, here, older } = pagerView(listPage(settledPages(items, 2), page), path, TEXTS.paging.byTime);
  const words = (links: typeof newer): string[] => links.map(({ text, href }) => `${text} ${href}`);
  return { newer: words(newer), here, older: words(older) };
}

test('a list leads to its older items', () => {
  expect(waysFrom(null, 3)).toEqual({ newer: [], here: null, older: [] });
  expect(waysFrom(null, 9)).toEqual({
    newer: [],
    here: null,
    older: ['Older /list/page/3/', 'Oldest /list/page/1/'],
  });
});

test('a numbered page leads to both ends and both neighbours', () => {
  expect(waysFrom(2, 9)).toEqual({
    newer: ['Newest /list/', 'Newer /list/page/3/'],
    here: 'Page 2, counted from the oldest',
    older: ['Older /list/page/1/', 'Oldest /list/page/1/'],
  });
  expect(waysFrom(1, 9).older).toEqual([]);
  expect(waysFrom(3, 9).newer).toEqual(['Newest /list/', 'Newer /list/']);
});

test('a numbered page says the same of lists of any length', () => {
  expect(waysFrom(2, 9)).toEqual(waysFrom(2, 999));
});

test('a title tells the number of a page that has one', () => {
  expect(pageTitle('Rollbacks', null)).toBe('Rollbacks');
  expect(pageTitle('Rollbacks', 3)).toBe('Rollbacks, page 3');
});
