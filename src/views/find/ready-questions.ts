import { FIND } from '../texts.ts';
import { type Chosen, chosenCount, searchAddress } from './asked.ts';
import type { FacetChoices } from './facet-choices.ts';

/** A question that many have, as a link. */
export interface ReadyQuestion {
  text: string;
  href: string;
}

const QUESTIONS: { text: string; chosen: Chosen }[] = [
  { text: FIND.start.breaking, chosen: { breaking: ['yes'] } },
  { text: FIND.start.security, chosen: { section: ['security'] } },
  { text: FIND.start.action, chosen: { section: ['action'] } },
  { text: FIND.start.known, chosen: { section: ['known'] } },
  { text: FIND.start.early, chosen: { maturity: ['alpha', 'beta'] } },
];

/** Questions that find something, by what can be chosen. */
export function readyQuestions(facets: readonly FacetChoices[]): ReadyQuestion[] {
  return QUESTIONS.map(({ text, chosen }) => ({ text, chosen: offered(chosen, facets) }))
    .filter(({ chosen }) => chosenCount(chosen) > 0)
    .map(({ text, chosen }) => ({ text, href: searchAddress(chosen) }));
}

function offered(chosen: Chosen, facets: readonly FacetChoices[]): Chosen {
  const left: Chosen = {};
  for (const { facet, choices } of facets) {
    const values = chosen[facet]?.filter((value) => choices.some((choice) => choice.value === value));
    if (values !== undefined && values.length > 0) left[facet] = values;
  }
  return left;
}
