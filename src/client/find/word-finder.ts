import { itemOf, type Shard } from '../../notes/search/shard-files.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';

/** Where a word was found in a shard. */
export interface WordResult extends PagefindResult {
  /** The item's number. */
  item: number;
}

/** Where a word was found, by the names of shards. */
export type FoundInShards = ReadonlyMap<string, readonly WordResult[]>;

/** Finds a word with Pagefind, in these shards at least: one that was asked before stays merged. */
export type FindWord = (word: string, shards: readonly Shard[]) => Promise<FoundInShards>;

/** Finds words in the index in a folder. Once something could not be loaded, all further questions fail. */
export function wordFinder(folder: string, load: (folder: string) => Promise<Pagefind>): FindWord {
  const merged = new Map<string, Promise<void>>();
  const answers = new Map<string, { among: number; found: FoundInShards }>();
  let loading: Promise<Pagefind> | null = null;
  return async (word, shards) => {
    loading ??= load(folder);
    const pagefind = await loading;
    for (const { name } of shards)
      if (!merged.has(name)) {
        const options = { language: 'en', metaCacheTag: name };
        merged.set(name, pagefind.mergeIndex(`${folder}${name}/`, options));
      }
    const among = merged.size;
    await Promise.all(merged.values());
    const known = answers.get(word);
    if (known?.among === among) return known.found;
    const { results } = await pagefind.search(word);
    const found = Map.groupBy(results.map(numbered), ({ shard }) => shard);
    answers.set(word, { among, found });
    return found;
  };
}

function numbered({ id, score, words }: PagefindResult): WordResult & { shard: string } {
  return { id, score, words, ...itemOf(id) };
}
