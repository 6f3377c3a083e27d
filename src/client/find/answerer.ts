import { type Asked, isEmpty } from '../../views/find/asked.ts';
import { tellChosen } from './asked-form.ts';
import type { FindParts } from './find-parts.ts';
import type { Results } from './results.ts';
import { searchOf } from './search.ts';
import { countShower } from './show-counts.ts';
import { siteIndex } from './site-index.ts';

/** Answers a question on the page; only the last one that was asked. */
export type Answer = (asked: Asked, shown: number) => Promise<void>;

/** Answers questions of this page: first what is found, then what each box would find. */
export function answerer(parts: FindParts, results: Results): Answer {
  const search = searchOf(siteIndex());
  const showCounts = countShower(parts);
  let last: Asked | null = null;
  const find = async (asked: Asked, shown: number): Promise<void> => {
    if (results.shown() === 0) results.searching();
    const hits = await search.find(asked);
    if (last !== asked) return;
    await results.show(hits, shown);
    const counts = await search.count(asked, () => last === asked);
    if (counts !== null) showCounts(counts);
  };
  return async (asked, shown) => {
    last = asked;
    parts.hits.ariaBusy = 'true';
    tellChosen(asked.chosen, parts);
    parts.clear.hidden = isEmpty(asked);
    try {
      if (!isEmpty(asked)) await find(asked, shown);
      else {
        showCounts(null);
        results.reset();
      }
    } catch {
      if (last === asked) results.fail();
    }
    if (last === asked) parts.hits.ariaBusy = 'false';
  };
}
