import { FACETS, type Facet } from '../../notes/search/facets.ts';
import { type Asked, type Chosen, isEmpty, queryOf } from '../../views/find/asked.ts';
import type { Pagefind, PagefindAnswer, PagefindFilters, PagefindHit } from './pagefind.ts';

/** What was found; its words are fetched when it is shown. */
export interface Hit {
  data(): Promise<PagefindHit>;
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
   * A facet with a choice is counted once more without it, for the number beside a box is what it would add. Gives
   * null as soon as nobody waits for it any more.
   */
  count(asked: Asked, isWaited: () => boolean): Promise<Counts | null>;
}

/** Searches what Pagefind has, and keeps what it has counted: choosing within a facet does not count anew. */
export function searchOf(load: () => Promise<Pagefind>): Search {
  const counted = new Map<string, PagefindAnswer['filters']>();
  const ask = async (words: string, chosen: Chosen, newest: boolean): Promise<PagefindAnswer> => {
    const pagefind = await load();
    const sort = newest ? ({ date: 'desc' } as const) : {};
    const answer = await pagefind.search(words === '' ? null : words, { filters: filtersOf(chosen), sort });
    counted.set(queryOf({ words, chosen, newest: false }), answer.filters);
    return answer;
  };
  return {
    async find({ words, chosen, newest }) {
      return (await ask(words, chosen, newest || words === '')).results;
    },
    async count({ words, chosen }, isWaited) {
      const counts: Counts = {};
      for (const facet of FACETS) {
        const { [facet]: _, ...others } = chosen;
        const question = { words, chosen: others, newest: false };
        const known = counted.get(queryOf(question));
        if (isEmpty(question)) counts[facet] = null;
        else counts[facet] = (known ?? (await ask(words, others, false)).filters)[facet] ?? {};
        if (!isWaited()) return null;
      }
      return counts;
    },
  };
}

function filtersOf(chosen: Chosen): PagefindFilters {
  const filters: PagefindFilters = {};
  for (const facet of FACETS) {
    const values = chosen[facet];
    if (values !== undefined) filters[facet] = { any: values };
  }
  return filters;
}
