import { FACETS } from '../../notes/search/facets.ts';
import type { FindParts } from './find-parts.ts';
import type { Counts } from './search.ts';

/** Writes beside each box what it would find; `null` writes what the page came with. */
export type ShowCounts = (counts: Counts | null) => void;

/** Keeps the counts that the page came with: they hold where nothing is asked. */
export function countShower({ boxes }: FindParts): ShowCounts {
  const places = boxes.flatMap((box) => {
    const facet = FACETS.find((name) => name === box.name);
    const place = box.closest('label')?.querySelector<HTMLElement>('.count');
    return facet && place ? [{ box, facet, place, before: place.textContent ?? '' }] : [];
  });
  return (counts) => {
    for (const { box, facet, place, before } of places) {
      const own = counts?.[facet] ?? null;
      const count = own === null ? before : String(own[box.value] ?? 0);
      place.textContent = count;
      box.closest('label')?.classList.toggle('none', count === '0');
    }
  };
}
