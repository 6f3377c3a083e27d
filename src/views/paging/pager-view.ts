import { TEXTS } from '../texts.ts';
import type { ListPage, PageNumber } from './settled-pages.ts';

/** What the ways through a list are called, by what it is in order of. */
export type PagerWords = (typeof TEXTS.paging)['byTime' | 'byUrgency'];

/** A way to another page. */
export interface PagerLink {
  text: string;
  href: string;
}

/** The ways from a page to others of its list. */
export interface PagerView {
  newer: PagerLink[];
  /** What the page is called; null at the list's own address. */
  here: string | null;
  older: PagerLink[];
}

/**
 * The ways from a page. On a numbered page they do not tell how many there are, so that it stays as it is when there are
 * more: only the newest of them gets another neighbour.
 */
export function pagerView(
  { page, newer, older }: Omit<ListPage<unknown>, 'content'>,
  path: (page: PageNumber) => string,
  words: PagerWords,
): PagerView {
  const toOlder = [
    { text: words.older, href: path(older) },
    { text: words.oldest, href: path(1) },
  ];
  const toNewer = [
    { text: words.newest, href: path(null) },
    { text: words.newer, href: path(newer) },
  ];
  return {
    newer: page === null ? [] : toNewer,
    here: page === null ? null : words.here(page),
    older: older === 0 ? [] : toOlder,
  };
}

/** A title with the page's number, where it has one. */
export function pageTitle(title: string, page: PageNumber): string {
  return page === null ? title : TEXTS.paging.titled(title, page);
}
