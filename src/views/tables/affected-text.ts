import type { Affected, AffectedRange } from '../../notes/tables/affected.ts';
import { TEXTS } from '../texts.ts';

/** More ranges than this are no answer any more. */
const RANGES = 6;

/** "1.9.0 to 1.10.0 and 1.11.0": affected releases in words. */
export function affectedText({ ranges, prereleases }: Affected): string {
  const words = TEXTS.tables;
  const [first, last] = [ranges[0], ranges.at(-1)];
  const early = prereleases.length === 0 ? [] : [words.andPrereleases(prereleases.length)];
  if (first === undefined || last === undefined)
    return prereleases.length === 0 ? words.noRelease : listText(prereleases.slice(-RANGES));
  const count = ranges.reduce((sum, range) => sum + range.releases, 0);
  const finals =
    ranges.length > RANGES ? words.between(count, first.from, last.to) : listText(ranges.map(rangeText));
  return [finals, ...early].join(' ');
}

/** "1.9.0 to 1.10.0", or "1.9.0" where that is all. */
export function rangeText({ from, to }: Pick<AffectedRange, 'from' | 'to'>): string {
  return from === to ? from : TEXTS.tables.to(from, to);
}

/** "a, b and c". */
export function listText(items: readonly string[]): string {
  const { and, lastAnd } = TEXTS.tables;
  return items.length < 2 ? items.join('') : [items.slice(0, -1).join(and), items.at(-1)].join(lastAnd);
}
