import type { Lineage } from '../lineage.ts';
import type { LineageRelease } from '../public-release.ts';
import { byHistory } from './plan-upgrade.ts';

/** What was said of a feature, or of something that the product works with, before and after. */
export interface TermChange<Word extends string> {
  term: string;
  /** Null where the source says nothing of it. */
  from: Word | null;
  to: Word;
}

/** Terms of which the target says something else than the source. */
export function termChanges<Word extends string>(
  lineage: Lineage,
  from: string,
  to: string,
  wordsOf: (release: LineageRelease) => Record<string, Word>,
): TermChange<Word>[] {
  const [before, after] = [termsAt(lineage, from, wordsOf), termsAt(lineage, to, wordsOf)];
  return [...after].flatMap(([term, word]) => {
    const old = before.get(term) ?? null;
    return old === word ? [] : [{ term, from: old, to: word }];
  });
}

/** What holds in a release: the last word of itself and those that it grew from. */
export function termsAt<Word extends string>(
  lineage: Lineage,
  version: string,
  wordsOf: (release: LineageRelease) => Record<string, Word>,
): Map<string, Word> {
  const held = [...lineage.heldBy(version)].flatMap((one) => lineage.find(one) ?? []).sort(byHistory);
  return new Map(held.flatMap((release) => Object.entries(wordsOf(release))));
}
