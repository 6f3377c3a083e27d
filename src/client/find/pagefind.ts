/** What we use of an instance of Pagefind, whose module is built beside the pages. */
export interface Pagefind {
  init(): Promise<void>;
  /** Searches in a further index too, from now on. */
  mergeIndex(folder: string, options: { language: string; metaCacheTag: string }): Promise<void>;
  search(word: string): Promise<{ results: PagefindResult[] }>;
}

/** A record in which a word was found. */
export interface PagefindResult {
  id: string;
  /** How well it matches, times how rare the word is in its index. */
  score: number;
  /** Places of words that match, from 0 on. */
  words: readonly number[];
}

/** Loads Pagefind, which finds nothing before an index is merged. */
export async function loadPagefind(folder: string): Promise<Pagefind> {
  const address = `${folder}pagefind.js`;
  const module: unknown = await import(/* @vite-ignore */ address);
  const { createInstance } = module as { createInstance(options: object): Pagefind };
  // One of its own each time: an instance with an index that could not be loaded never answers again.
  const pagefind = createInstance({ basePath: folder });
  await pagefind.init();
  return pagefind;
}
