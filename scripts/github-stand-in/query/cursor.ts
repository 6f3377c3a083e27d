import type { Listing } from './listing.ts';
import { refusal } from './refusal.ts';

const BEGINNING = 'cursor:v2:';

/** An opaque cursor of the item at a place of a listing. */
export function cursorOf({ items, keyOf }: Listing, place: number): string {
  const key = keyOf === undefined ? String(place) : keyOf(items.at(place));
  return Buffer.from(`${BEGINNING}${key}`).toString('base64');
}

/** The place of the first item behind a cursor. */
export function placeAfter(listing: Listing, cursor: string): number {
  const key = keyIn(cursor);
  if (listing.keyOf === undefined) return Number(key) + 1;
  return search(listing, (each) => each !== key && !isBefore(listing, each, key));
}

/** The place of the item of a cursor, or of the first behind it where that is gone. */
export function placeOf(listing: Listing, cursor: string): number {
  const key = keyIn(cursor);
  if (listing.keyOf === undefined) return Number(key);
  return search(listing, (each) => !isBefore(listing, each, key));
}

function keyIn(cursor: string): string {
  const text = Buffer.from(cursor, 'base64').toString();
  if (text.startsWith(BEGINNING)) return text.slice(BEGINNING.length);
  throw refusal(`\`${cursor}\` does not appear to be a valid cursor.`, 'INVALID_CURSOR_ARGUMENTS');
}

function isBefore({ descending }: Listing, one: string, other: string): boolean {
  return descending === true ? one > other : one < other;
}

/** The first place that is far enough, by halving. */
function search({ items, keyOf }: Listing, farEnough: (key: string) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keyOf !== undefined && farEnough(keyOf(items.at(middle)))) to = middle;
    else from = middle + 1;
  }
  return from;
}
