import { FIND } from '../../views/texts.ts';
import type { FindParts } from './find-parts.ts';
import { hitElement } from './hit-element.ts';
import type { Hit } from './search.ts';

/** Results that are added at once. */
export const STEP = 20;
/** Results that a page shows at first, also where one comes back to more of them. */
const MOST_AT_FIRST = 60;

/** Draws answers. What comes after a newer one has been asked for is not drawn. */
export interface Results {
  searching(): void;
  show(hits: readonly Hit[], shown: number): Promise<void>;
  showMore(): Promise<void>;
  reset(): void;
  fail(): void;
  /** How many are shown. */
  shown(): number;
}

/** The results of this page. */
export function resultsOf(parts: FindParts): Results {
  const { status, advice, hits, more } = parts;
  let found: readonly Hit[] | null = null;
  const say = (text: string, todo = ''): void => {
    status.textContent = text;
    advice.textContent = todo;
    advice.hidden = todo === '';
  };
  const tell = (): void => {
    const [count, shown] = [found?.length ?? 0, hits.childElementCount];
    if (count === 0) say(FIND.nothing, FIND.nothingDo);
    else say(FIND.found(count, shown));
    more.hidden = shown >= count;
    more.textContent = FIND.more(Math.min(STEP, count - shown));
  };
  const empty = (): void => {
    found = null;
    hits.replaceChildren();
    more.hidden = true;
  };
  return {
    searching: () => say(FIND.searching),
    async show(next, shown) {
      found = next;
      const first = await elementsOf(next, 0, Math.min(Math.max(shown, STEP), MOST_AT_FIRST));
      if (found !== next) return;
      hits.replaceChildren(...first);
      tell();
    },
    async showMore() {
      const asked = found;
      if (asked === null) return;
      const shown = hits.childElementCount;
      const next = await elementsOf(asked, shown, shown + STEP);
      if (found !== asked || hits.childElementCount !== shown) return;
      hits.append(...next);
      tell();
      next[0]?.querySelector('a')?.focus();
    },
    reset() {
      empty();
      say(status.dataset['ready'] ?? '');
    },
    fail() {
      empty();
      say(FIND.failed, FIND.failedDo);
    },
    shown: () => hits.childElementCount,
  };
}

async function elementsOf(hits: readonly Hit[], from: number, to: number): Promise<HTMLLIElement[]> {
  const data = await Promise.all(hits.slice(from, to).map((hit) => hit.data()));
  return data.map(hitElement);
}
