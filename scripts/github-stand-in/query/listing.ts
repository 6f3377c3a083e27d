import type { Sequence } from './sequence.ts';

/** What a connection lists. A resolver may give the bare items instead. */
export interface Listing<Item = unknown> {
  items: Sequence<Item>;
  /**
   * What the items are ordered by, different for each. Cursors then name the item, so that a page goes on at the
   * right place when items before it have come or gone, as GitHub's do.
   */
  keyOf?: (item: Item) => string;
  /** Whether keys fall. */
  descending?: boolean;
  /** Further fields of the connection. */
  more?: Record<string, unknown>;
}

/** A resolver's answer as a listing. */
export function asListing(answer: unknown): Listing {
  const given = answer as Sequence<unknown> | Listing;
  return 'items' in given ? given : { items: given };
}
