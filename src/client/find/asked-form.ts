import { FACETS } from '../../notes/search/facets.ts';
import { type Asked, type Chosen, chosenCount } from '../../views/find/asked.ts';
import { FIND } from '../../views/texts.ts';
import type { FindParts } from './find-parts.ts';

/** What the form asks. */
export function askedIn({ words, boxes, sort }: FindParts): Asked {
  const chosen: Chosen = {};
  for (const facet of FACETS) {
    const ticked = boxes.filter(({ name, checked }) => checked && name === facet);
    if (ticked.length > 0) chosen[facet] = ticked.map(({ value }) => value);
  }
  return { words: words.value.trim(), chosen, newest: sort.value === 'newest' };
}

/** Asks in the form; values that it does not offer are left out. */
export function ask({ words, chosen, newest }: Asked, parts: FindParts): void {
  parts.words.value = words;
  parts.sort.value = newest ? 'newest' : '';
  const values: Partial<Record<string, readonly string[]>> = chosen;
  for (const box of parts.boxes) {
    box.checked = values[box.name]?.includes(box.value) ?? false;
    // What is chosen must not hide in a list that is folded.
    const folded = box.closest<HTMLDetailsElement>('details.further');
    if (box.checked && folded) folded.open = true;
  }
}

/** Says on the folded filters how many are chosen. */
export function tellChosen(chosen: Chosen, parts: FindParts): void {
  parts.chosen.textContent = FIND.chosen(chosenCount(chosen));
}
