import type { Commit, CommitGraph } from './graph.ts';
import { Joins } from './joins.ts';
import {
  covers,
  exclude,
  has,
  highest,
  include,
  keepCommon,
  type NumberSet,
  numberSet,
  removeAll,
  union,
} from './number-set.ts';

/** One history, and where it stands in each release: null in those that do not have its modules. */
export interface Line {
  graph: CommitGraph;
  /** By release, in release order. */
  tips: readonly (Commit | null)[];
}

/**
 * Which releases hold the whole history of which earlier ones. Releases are numbered by their order; of those on the
 * same commits the later one holds the earlier.
 */
export class Lineage {
  /** By release: the earlier ones that it holds. */
  private readonly held: NumberSet[] = [];

  /** `lines` are a product's histories, one at least. */
  constructor(lines: readonly Line[]) {
    const count = lines[0]?.tips.length ?? 0;
    const reached = lines.map(reachedReleases);
    const without = lines.map(({ tips }) => numberSet(count, placesWithout(tips)));
    const earlier = numberSet(count);
    const lost: number[] = [];
    for (let release = 0; release < count; release += 1) {
      const held = earlier.slice();
      for (const line of reached) keepCommon(held, line[release] as NumberSet);
      this.dropHalfHeld(held, lost);
      this.held.push(held);
      if (lines.some(({ tips }, at) => tips[release] === null && !covers(without[at] as NumberSet, held)))
        lost.push(release);
      include(earlier, release);
    }
  }

  /** True where `later` is another release than `earlier` and holds all of it. */
  holds(later: number, earlier: number): boolean {
    return has(this.held[later] as NumberSet, earlier);
  }

  /** Of the releases that one holds those that none of the others holds, in release order. */
  closest(release: number): number[] {
    const rest = (this.held[release] as NumberSet).slice();
    const found: number[] = [];
    for (let next = highest(rest); next >= 0; next = highest(rest)) {
      found.push(next);
      exclude(rest, next);
      removeAll(rest, this.held[next] as NumberSet);
    }
    return found.reverse();
  }

  /**
   * A release that lost a module cannot tell how far it was: whoever has the module again holds that release only where
   * it holds all that went before it too.
   */
  private dropHalfHeld(held: NumberSet, lost: readonly number[]): void {
    for (const release of lost)
      if (has(held, release) && !covers(held, this.held[release] as NumberSet)) exclude(held, release);
  }
}

/** By release: those whose tip its own tip reaches, and those without a tip; all of them where it has none itself. */
function reachedReleases({ graph, tips }: Line): NumberSet[] {
  const sets = new Joins<NumberSet>(union);
  const given = new Int32Array(graph.size);
  for (const [place, releases] of releasesByPlace(tips))
    given[place] = sets.add(numberSet(tips.length, releases));
  const reached = graph.joinedFromParents(given, sets.join);
  const without = numberSet(tips.length, placesWithout(tips));
  const all = numberSet(tips.length, tips.keys());
  return tips.map((tip) =>
    tip === null ? all : union(sets.valueOf(reached[tip.order] as number) as NumberSet, without),
  );
}

/** Releases by the place of their tips in history. */
export function releasesByPlace(tips: readonly (Commit | null)[]): Map<number, number[]> {
  const present = [...tips.entries()].filter(([, tip]) => tip !== null);
  const byPlace = Map.groupBy(present, ([, tip]) => (tip as Commit).order);
  return new Map([...byPlace].map(([place, same]) => [place, same.map(([release]) => release)]));
}

function placesWithout(tips: readonly (Commit | null)[]): number[] {
  return [...tips.keys()].filter((release) => tips[release] === null);
}
