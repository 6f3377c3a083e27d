/** What we use of Pagefind's own module, which is built beside the pages. */
export interface Pagefind {
  search(
    words: string | null,
    options: { filters: PagefindFilters; sort: Record<string, 'asc' | 'desc'> },
  ): Promise<PagefindAnswer>;
  filters(): Promise<unknown>;
}

/** Values by facet; `any` of a facet's values has to be there, of every facet that is named. */
export type PagefindFilters = Record<string, { any: readonly string[] }>;

export interface PagefindAnswer {
  results: { id: string; data(): Promise<PagefindHit> }[];
  /** How many of the results have each value. */
  filters: Record<string, Record<string, number>>;
}

export interface PagefindHit {
  raw_url: string;
  content: string;
  /** Places of words that match, from 0 on. */
  locations: number[];
  meta: Partial<Record<string, string>>;
  filters: Partial<Record<string, string[]>>;
}

const ADDRESS = '/pagefind/pagefind.js';

/** Loads Pagefind and what it chooses by, when somebody first asks. A failure is not kept: the next one may do. */
export function pagefindLoader(address = ADDRESS): () => Promise<Pagefind> {
  let loading: Promise<Pagefind> | null = null;
  return () => {
    loading ??= load(address).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}

async function load(address: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.filters();
  return pagefind;
}
