import type { AskedWords } from './asked-words.ts';
import type { LoadedShard } from './loaded-shard.ts';
import type { FoundInShards, WordResult } from './word-finder.ts';

/** An item that has all words that were asked for. */
export interface Match {
  shard: LoadedShard;
  item: number;
  /** How well it matches; the same for all where no words were asked. */
  score: number;
  /** Places of words that match, from 0 on. */
  places: readonly number[];
}

/** A word with where it was found, and how much it counts. */
export interface WeighedWord {
  found: FoundInShards;
  weight: number;
}

/** All items of a shard, for a question without words. */
export function everything(shard: LoadedShard): Match[] {
  return Array.from({ length: shard.items }, (_, item) => ({ shard, item, score: 0, places: [] }));
}

/** The items of a shard that have all words. */
export function matchesIn(
  shard: LoadedShard,
  words: readonly WeighedWord[],
  { sideBySide }: Pick<AskedWords, 'sideBySide'>,
): Match[] {
  const byWord = words.map(({ found, weight }) => {
    const results = found.get(shard.name) ?? [];
    const rarity = rarityOf(shard.items, results.length);
    return { weight: weight / rarity, results: new Map(results.map((result) => [result.item, result])) };
  });
  const items = byWord[0]?.results.keys() ?? [];
  return [...items].flatMap((item) => {
    const all = byWord.flatMap(({ results }) => results.get(item) ?? []);
    if (all.length < byWord.length || (sideBySide && !areSideBySide(all))) return [];
    const score = all.reduce((sum, { score }, place) => sum + score * (byWord[place]?.weight ?? 0), 0);
    return [{ shard, item, score, places: all.flatMap(({ words }) => words) }];
  });
}

function areSideBySide([first, ...others]: readonly WordResult[]): boolean {
  const follows = (start: number) => others.every(({ words }, place) => words.includes(start + place + 1));
  return first?.words.some(follows) ?? false;
}

/**
 * How much it says that an item has a word that so many of all items have. It is what Pagefind multiplies its scores
 * with in each shard for itself, to the same precision: taken out of them, they can be compared.
 */
export function rarityOf(all: number, having: number): number {
  const single = Math.fround;
  const without = single(single(all - having) + 0.5);
  return single(Math.log(single(single(without / single(having + 0.5)) + 1)));
}
