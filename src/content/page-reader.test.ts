import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listPage, settledPages } from '../views/paging/settled-pages.ts';
import { listOfPages } from './page-reader.ts';

test('the pages of a list make the whole list again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 5 }), (list, room) => {
      const pages = settledPages(list, room);
      expect(listOfPages((page) => listPage(pages, page))).toEqual(list);
    }),
  );
});
