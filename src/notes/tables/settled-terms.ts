import { sortByVersion } from '../../history/version-order.ts';
import type { Lineage } from '../lineage.ts';
import type { LineageRelease } from '../public-release.ts';
import { parentsFirst } from './parents-first.ts';

/** For each term those who said the last word of it on the lines that lead to a release. */
type LastSayers = ReadonlyMap<string, ReadonlySet<LineageRelease>>;

/**
 * What holds in each release: what `termsAt` says of one, for all of them, with work that grows as the number of releases
 * does. A release that says nothing shares what its only parent has.
 */
export function settledTerms<Word extends string>(
  lineage: Lineage,
  wordsOf: (release: LineageRelease) => Record<string, Word>,
): ReadonlyMap<string, ReadonlyMap<string, Word>> {
  const sayers = new Map<string, LastSayers>();
  const settled = new Map<string, ReadonlyMap<string, Word>>();
  for (const release of parentsFirst(lineage.releases)) {
    const before = new Set(release.parents.flatMap((parent) => sayers.get(parent) ?? []));
    const own = Object.keys(wordsOf(release));
    const [only] = before;
    const now = only && before.size === 1 && own.length === 0 ? only : joined(before, release, own, lineage);
    sayers.set(release.version, now);
    settled.set(release.version, new Map([...now].flatMap(([term, said]) => wordOf(term, said, wordsOf))));
  }
  return settled;
}

function joined(
  before: ReadonlySet<LastSayers>,
  release: LineageRelease,
  own: readonly string[],
  lineage: Lineage,
): LastSayers {
  const now = new Map<string, Set<LineageRelease>>();
  for (const sayers of before)
    for (const [term, said] of sayers) now.set(term, said.union(now.get(term) ?? new Set()));
  for (const term of own) now.set(term, new Set([release]));
  for (const [term, said] of now) if (said.size > 1) now.set(term, lastOf(said, lineage));
  return now;
}

/** Those that no other of them grew from. */
function lastOf(said: ReadonlySet<LineageRelease>, lineage: Lineage): Set<LineageRelease> {
  const all = [...said];
  return new Set(
    all.filter((one) => !all.some((other) => other !== one && lineage.holds(other.version, one.version))),
  );
}

/** Where lines came together that said different things, the highest version counts. */
function wordOf<Word extends string>(
  term: string,
  said: ReadonlySet<LineageRelease>,
  wordsOf: (release: LineageRelease) => Record<string, Word>,
): [string, Word][] {
  const highest = sortByVersion([...said], ({ version }) => version).at(-1);
  const word = highest && wordsOf(highest)[term];
  return word === undefined ? [] : [[term, word]];
}
