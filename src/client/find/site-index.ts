import {
  HITS_PER_FILE,
  hitsFile,
  INDEX_FOLDER,
  ITEM_TABLE,
  type ItemTable,
  SHARD_LIST,
  type Shard,
  type ShownItem,
} from '../../notes/search/shard-files.ts';
import { loadPagefind } from './pagefind.ts';
import { type FoundInShards, wordFinder } from './word-finder.ts';

/** The files of the search index, each loaded when it is first asked for. */
export interface SiteIndex {
  shards(): Promise<readonly Shard[]>;
  table(shard: Shard): Promise<ItemTable>;
  /** What begins with a word or a form of it. Other shards than these may be among the answers. */
  found(word: string, shards: readonly Shard[]): Promise<FoundInShards>;
  shown(shard: Shard, item: number): Promise<ShownItem>;
}

/** The index of this site. A failure is not kept: whoever asks again asks for all of it anew. */
export function siteIndex(folder = `/${INDEX_FOLDER}/`, load = loadPagefind): SiteIndex {
  const kept = new Map<string, Promise<unknown>>();
  let finder = wordFinder(folder, load);
  const forget = (error: unknown): never => {
    kept.clear();
    finder = wordFinder(folder, load);
    throw error;
  };
  const json = <Value>(file: string, options?: RequestInit): Promise<Value> => {
    const loading = kept.get(file) ?? fetchJson(folder + file, options).catch(forget);
    kept.set(file, loading);
    return loading as Promise<Value>;
  };
  return {
    // The one file that changes under its name.
    shards: () => json(SHARD_LIST, { cache: 'no-cache' }),
    table: ({ name }) => json(`${name}/${ITEM_TABLE}`),
    found: (word, shards) => finder(word, shards).catch(forget),
    async shown({ name }, item) {
      const shown = await json<ShownItem[]>(`${name}/${hitsFile(item)}`);
      return shown[item % HITS_PER_FILE] as ShownItem;
    },
  };
}

async function fetchJson(address: string, options?: RequestInit): Promise<unknown> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
