import { compareVersions } from '../../history/version-order.ts';
import type { Lineage } from '../lineage.ts';
import type { LineageRelease } from '../public-release.ts';

/** What was said of a feature, or of something that the product works with, before and after. */
export interface TermChange<Word extends string> {
  term: string;
  /** Null where the source says nothing of it. */
  from: Word | null;
  to: Word;
}

type WordsOf<Word extends string> = (release: LineageRelease) => Record<string, Word>;

/** Terms of which the target says something else than the source, in the order of their ids. */
export function termChanges<Word extends string>(
  lineage: Lineage,
  from: string,
  to: string,
  wordsOf: WordsOf<Word>,
): TermChange<Word>[] {
  const [before, after] = [termsAt(lineage, from, wordsOf), termsAt(lineage, to, wordsOf)];
  return [...after].sort(byTerm).flatMap(([term, word]) => {
    const old = before.get(term) ?? null;
    return old === word ? [] : [{ term, from: old, to: word }];
  });
}

function byTerm([a]: [string, string], [b]: [string, string]): number {
  return a < b ? -1 : 1;
}

/** What holds in a release: for each term the last word of itself and those that it grew from. */
export function termsAt<Word extends string>(
  lineage: Lineage,
  version: string,
  wordsOf: WordsOf<Word>,
): Map<string, Word> {
  const held = [...lineage.heldBy(version)].flatMap((one) => lineage.find(one) ?? []);
  const terms = new Set(held.flatMap((release) => Object.keys(wordsOf(release))));
  return new Map(
    [...terms].flatMap((term) => {
      const word = wordAt(lineage, version, (release) => wordsOf(release)[term]);
      return word === undefined ? [] : [[term, word]];
    }),
  );
}

/** Of those who say something the one that no other grew from; the highest version where lines came together. */
function wordAt<Word extends string>(
  lineage: Lineage,
  version: string,
  wordOf: (release: LineageRelease) => Word | undefined,
): Word | undefined {
  const said = nearest(lineage, version, (release) => wordOf(release) !== undefined);
  const last = said.filter(
    (one) => !said.some((other) => other !== one && lineage.holds(other.version, one.version)),
  );
  const [highest] = last.sort((a, b) => compareVersions(b.version, a.version));
  return highest && wordOf(highest);
}

/** Looks back along each line only as far as the first release that is wanted. */
function nearest(
  lineage: Lineage,
  version: string,
  isWanted: (release: LineageRelease) => boolean,
): LineageRelease[] {
  const seen = new Set([version]);
  const found: LineageRelease[] = [];
  for (const next of seen) {
    const release = lineage.find(next);
    if (release === undefined) continue;
    if (isWanted(release)) found.push(release);
    else for (const parent of release.parents) seen.add(parent);
  }
  return found;
}
