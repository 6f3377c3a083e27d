import type { Chosen } from '../../views/find/asked.ts';
import { type LoadedShard, mayHold, missedFacets } from './loaded-shard.ts';
import { rarityOf, type WeighedWord } from './matches.ts';
import type { FoundInShards } from './word-finder.ts';

/** A part of a shard that the chosen products and years are about. */
interface Scope {
  shard: LoadedShard;
  isInside(item: number): boolean;
}

/**
 * Weighs words that were found: one counts the more, the rarer it is among what was chosen of products and years. What
 * else was chosen changes nothing, nor does how items are divided into shards.
 */
export function weighedWords(
  found: readonly FoundInShards[],
  shards: readonly LoadedShard[],
  chosen: Chosen,
): WeighedWord[] {
  const scopes = shards.filter((shard) => mayHold(shard, chosen)).map((shard) => scopeIn(shard, chosen));
  const all = sumOf(scopes, ({ shard, isInside }) => shard.dates.filter((_, item) => isInside(item)).length);
  return found.map((word) => {
    const having = sumOf(scopes, ({ shard, isInside }) => {
      const results = word.get(shard.name) ?? [];
      return results.filter(({ item }) => isInside(item)).length;
    });
    return { found: word, weight: rarityOf(all, having) };
  });
}

function scopeIn(shard: LoadedShard, { product, year }: Chosen): Scope {
  const missed = missedFacets(shard, { ...(product && { product }), ...(year && { year }) });
  return { shard, isInside: (item) => missed(item).length === 0 };
}

function sumOf(scopes: readonly Scope[], countIn: (scope: Scope) => number): number {
  return scopes.reduce((sum, scope) => sum + countIn(scope), 0);
}
