import { finalOf, isPrerelease } from '../../src/history/version-order.ts';

/** A version and when it came out. */
export interface DatedVersion {
  version: string;
  date: string;
}

/** Which release a version is described against, and from which it grew where that is another one. */
export interface AssumedLineage {
  previous: string | null;
  descendsFrom?: string[];
}

/** How far back is looked: a line of releases that all came later is no past. */
const REACH = 2000;

/**
 * What a changelog leaves to its readers: a version is told against the highest lower one that was out already. A
 * final one is told against the last final one, and grew from its prereleases where there are any. `sorted` are all of
 * the product's, the lowest first; `at` is the place of the one that is asked for.
 */
export function assumedLineage(sorted: readonly DatedVersion[], at: number): AssumedLineage {
  const own = sorted[at];
  if (own === undefined) throw new RangeError(`no version stands at ${at}`);
  const lower = sorted.slice(Math.max(0, at - REACH), at).reverse();
  const before = lower.filter(({ date }) => date.slice(0, 10) <= own.date.slice(0, 10));
  const last = before[0]?.version ?? null;
  if (isPrerelease(own.version)) return { previous: last };
  const previous = before.find(({ version }) => !isPrerelease(version))?.version ?? null;
  const isOwnPrerelease = last !== null && last !== previous && finalOf(last) === finalOf(own.version);
  return { previous, ...(isOwnPrerelease && { descendsFrom: [last] }) };
}
