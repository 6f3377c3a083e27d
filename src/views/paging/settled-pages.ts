/** A numbered page of a list, counted from the oldest; null for the list's own address, which shows the newest. */
export type PageNumber = number | null;

/** A list that is longer than a page. */
export interface ListPages<Page> {
  /** What stands at the list's own address. */
  newest: Page;
  /** The further pages: number 1, with the oldest items, comes first. */
  numbered: Page[];
}

/** A page of a list, with all that it may know of the list: how many pages there are is not in it. */
export interface ListPage<Page> {
  page: PageNumber;
  content: Page;
  /** The page with the items that came next; the list's own address where no numbered page has them. */
  newer: PageNumber;
  /** The number of the page with the items that came before; 0 where there are none. */
  older: number;
}

/**
 * Cuts a list, given with the newest item first, into pages that are counted from the oldest item on: as long as items
 * only come in at the new end, a numbered page never changes. What does not fill a page yet stands at the list's own
 * address together with the last full page: less than twice the room, or a single item that is heavier than that.
 */
export function settledPages<Item>(
  newestFirst: readonly Item[],
  room: number,
  weightOf: (item: Item) => number = () => 1,
): ListPages<Item[]> {
  const { full, rest } = filledPages(newestFirst.toReversed(), room, weightOf);
  const last = full.at(-1) ?? [];
  const isAlone = rest.length > 0 && sumOf(last, weightOf) > room;
  const newest = isAlone ? rest : [...last, ...rest];
  const numbered = isAlone ? full : full.slice(0, -1);
  return { newest: newest.toReversed(), numbered: numbered.map((page) => page.toReversed()) };
}

/** The numbers of the pages that `settledPages` cuts so many items into that weigh the same. */
export function settledNumbers(items: number, room: number): number[] {
  const full = Math.floor(items / room);
  return Array.from({ length: Math.max(0, full - 1) }, (_, index) => index + 1);
}

/** The same pages with something else made of each. */
export function mapPages<From, To>(
  { newest, numbered }: ListPages<From>,
  make: (page: From) => To,
): ListPages<To> {
  return { newest: make(newest), numbered: numbered.map((page) => make(page)) };
}

/** One page of a list. Throws for a number that the list does not have. */
export function listPage<Page>({ newest, numbered }: ListPages<Page>, page: PageNumber): ListPage<Page> {
  const content = page === null ? newest : numbered[page - 1];
  if (content === undefined) throw new Error(`the list has no page ${page}`);
  if (page === null) return { page, content, newer: null, older: numbered.length };
  return { page, content, newer: page < numbered.length ? page + 1 : null, older: page - 1 };
}

/** The numbers that have a page of their own. */
export function pageNumbers({ numbered }: ListPages<unknown>): number[] {
  return numbered.map((_, index) => index + 1);
}

/** Pages that nothing can join any more, the oldest first, and what comes after them. */
function filledPages<Item>(
  oldestFirst: readonly Item[],
  room: number,
  weightOf: (item: Item) => number,
): { full: Item[][]; rest: Item[] } {
  const full: Item[][] = [];
  let rest: Item[] = [];
  let weight = 0;
  const close = (): void => {
    full.push(rest);
    rest = [];
    weight = 0;
  };
  for (const item of oldestFirst) {
    const own = weightOf(item);
    if (rest.length > 0 && weight + own > room) close();
    rest.push(item);
    weight += own;
    if (weight >= room) close();
  }
  return { full, rest };
}

function sumOf<Item>(items: readonly Item[], weightOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + weightOf(item), 0);
}
