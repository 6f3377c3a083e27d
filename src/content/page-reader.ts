import {
  type ListPage,
  type ListPages,
  listPage,
  type PageNumber,
  pageNumbers,
} from '../views/paging/settled-pages.ts';
import { once } from './once.ts';

/** Reads the pages of lists. */
export interface PageReader<Page> {
  (list: string, page: PageNumber): ListPage<Page>;
  /** The numbers that have a page of their own. */
  numbers(list: string): number[];
}

/**
 * Reads single pages of lists, each told apart from all others: what is made from a page stays as it is while that page
 * comes out the same, whatever comes into the list. How many there are is kept, so that no list is read to be counted.
 */
export function pageReader<Page>(
  name: string,
  readPages: (list: string) => ListPages<Page>,
): PageReader<Page> {
  const read = once(name, (key): ListPage<Page> => pageOf(key, readPages), { cut: true });
  const numbers = once(`numbers of ${name}s`, (list) => pageNumbers(readPages(list)), { kept: true });
  return Object.assign((list: string, page: PageNumber) => read(`${list}\n${page ?? ''}`), { numbers });
}

/** A whole list by its pages: what is made from it stays as it is while none of them comes out otherwise. */
export function listOfPages<Item>(read: (page: PageNumber) => ListPage<Item[]>): Item[] {
  const { content, older } = read(null);
  const numbered = Array.from({ length: older }, (_, index) => read(older - index).content);
  return [content, ...numbered].flat();
}

function pageOf<Page>(key: string, readPages: (list: string) => ListPages<Page>): ListPage<Page> {
  const [list = '', page = ''] = key.split('\n');
  return listPage(readPages(list), page === '' ? null : Number(page));
}
