import { type Asked, askedBy, queryOf } from '../../views/find/asked.ts';

/** What a page of the history keeps besides its address. */
export interface Place {
  shown: number;
  scroll: number;
}

/** The question that the address asks. */
export function askedByAddress(): Asked {
  return askedBy(location.search);
}

/** Puts a question into the address: as a step that one can go back from, or in the place of the last one. */
export function putIntoAddress(asked: Asked, how: 'step' | 'instead'): void {
  const query = queryOf(asked);
  const address = query === '' ? location.pathname : `${location.pathname}?${query}`;
  if (address === location.pathname + location.search) return;
  if (how === 'step') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

/** Where one was when one left this page of the history. */
export function placeBefore(): Place {
  const { shown, scroll }: Partial<Place> = history.state ?? {};
  return { shown: Number(shown ?? 0) || 0, scroll: Number(scroll ?? 0) || 0 };
}

/** Keeps where one is, for coming back. */
export function keepPlace(place: Place): void {
  history.replaceState(place, '');
}
