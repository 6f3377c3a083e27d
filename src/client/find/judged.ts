import { FACETS, type Facet } from '../../notes/search/facets.ts';
import type { Asked, Chosen } from '../../views/find/asked.ts';
import { askedWords } from './asked-words.ts';
import { type LoadedShard, loadedShard, mayHold, missedFacets, valuesOf } from './loaded-shard.ts';
import { everything, type Match, matchesIn } from './matches.ts';
import type { SiteIndex } from './site-index.ts';
import { weighedWords } from './weighed-words.ts';

/** An item that matches the words, and the facets of which it has none of the chosen values. */
export interface Judged {
  match: Match;
  missed: readonly Facet[];
}

/** All shards that may hold what one of the choices is about. */
export async function loadShards(index: SiteIndex, choices: readonly Chosen[]): Promise<LoadedShard[]> {
  const all = await index.shards();
  const shards = all.filter((shard) => choices.some((chosen) => mayHold(shard, chosen)));
  return Promise.all(shards.map(async (shard) => loadedShard(shard, await index.table(shard))));
}

/** What matches the words of a question in the shards. */
export async function judgedIn(
  index: SiteIndex,
  { words, chosen }: Asked,
  shards: readonly LoadedShard[],
): Promise<Judged[]> {
  const matches = await matcherOf(index, words, shards, chosen);
  return shards.flatMap((shard) => {
    const missedBy = missedFacets(shard, chosen);
    return matches(shard).map((match) => ({ match, missed: missedBy(match.item) }));
  });
}

async function matcherOf(
  index: SiteIndex,
  question: string,
  shards: readonly LoadedShard[],
  chosen: Chosen,
): Promise<(shard: LoadedShard) => Match[]> {
  const asked = askedWords(question);
  if (asked === null) return everything;
  const found = await Promise.all(asked.words.map((word) => index.found(word, shards)));
  const weighed = weighedWords(found, shards, chosen);
  return (shard) => matchesIn(shard, weighed, asked);
}

/** How many there are with each value of each facet, whatever was chosen of this facet. */
export function countedByFacet(judged: readonly Judged[]): Record<Facet, Record<string, number>> {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, {}])) as ReturnType<typeof countedByFacet>;
  const count = ({ shard, item }: Match, facet: Facet): void => {
    for (const value of valuesOf(shard, item, facet)) counts[facet][value] = (counts[facet][value] ?? 0) + 1;
  };
  for (const { match, missed } of judged) {
    if (missed.length === 0) for (const facet of FACETS) count(match, facet);
    else if (missed.length === 1) for (const facet of missed) count(match, facet);
  }
  return counts;
}
