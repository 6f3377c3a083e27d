import { instantOf } from '../parse/instant.ts';

/** The moment that a command works at, as records write it: the given one, else the clock's. */
export function momentOf(given: string | undefined): string {
  return given ?? instantOf(Math.floor(Date.now() / 1000));
}
