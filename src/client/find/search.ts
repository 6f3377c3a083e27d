import { FACETS, type Facet } from '../../notes/search/facets.ts';
import { SHARD_FACETS, type ShownItem } from '../../notes/search/shard-files.ts';
import { type Asked, isEmpty } from '../../views/find/asked.ts';
import { countedByFacet, judgedIn, loadShards } from './judged.ts';
import { bestFirst, newestFirst } from './order.ts';
import type { SiteIndex } from './site-index.ts';

/** What was found; its words are fetched when it is shown. */
export interface Hit {
  data(): Promise<ShownHit>;
}

/** What a hit shows, and the places of its words that match, from 0 on. */
export interface ShownHit extends ShownItem {
  places: readonly number[];
}

/**
 * For each value of a facet: how many there are with it, whatever else is chosen of the same facet; null where nothing
 * else is asked: the page came with these.
 */
export type Counts = Partial<Record<Facet, Record<string, number> | null>>;

/** Answers questions: any of the chosen values within a facet, all facets together. */
export interface Search {
  find(asked: Asked): Promise<Hit[]>;
  /**
   * A facet with a choice is counted without it, for the number beside a box is what it would add. Gives null as soon
   * as nobody waits for it any more.
   */
  count(asked: Asked, isWaited: () => boolean): Promise<Counts | null>;
}

/** Searches an index. Shards of other products and years are loaded when it is counted what they would add. */
export function searchOf(index: SiteIndex): Search {
  return {
    async find(asked) {
      const judged = await judgedIn(index, asked, await loadShards(index, [asked.chosen]));
      const matches = judged.flatMap(({ match, missed }) => (missed.length === 0 ? [match] : []));
      const inOrder = asked.newest || asked.words === '' ? newestFirst(matches) : bestFirst(matches);
      return inOrder.map(({ shard, item, places }) => ({
        data: async () => ({ ...(await index.shown(shard, item)), places }),
      }));
    },
    async count(asked, isWaited) {
      const wider = SHARD_FACETS.map((facet) => without(facet, asked)).filter((one) => !isEmpty(one));
      const shards = await loadShards(
        index,
        [asked, ...wider].map(({ chosen }) => chosen),
      );
      if (!isWaited()) return null;
      const counts: Counts = countedByFacet(await judgedIn(index, asked, shards));
      for (const facet of FACETS) if (isEmpty(without(facet, asked))) counts[facet] = null;
      return isWaited() ? counts : null;
    },
  };
}

function without(facet: Facet, { words, chosen }: Asked): Asked {
  const { [facet]: _, ...others } = chosen;
  return { words, chosen: others, newest: false };
}
