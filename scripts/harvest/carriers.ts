import type { Commit } from './graph.ts';
import { Joins } from './joins.ts';
import { type Line, type Lineage, releasesByPlace } from './lineage.ts';

const NONE: readonly number[] = [];

/**
 * Which releases have a commit: of them only those that hold none of the others, since whatever holds one of them has
 * the commit as well. Nearly always that is one release, the first one that reaches the commit.
 */
export class Carriers {
  private readonly sets: Joins<readonly number[]>;
  /** By a commit's place: the number of its set. */
  private readonly carriers: Int32Array;
  private readonly lineage: Lineage;

  constructor({ graph, tips }: Line, lineage: Lineage) {
    this.lineage = lineage;
    this.sets = new Joins((left, right) => lowest(left, right, lineage));
    const given = new Int32Array(graph.size);
    for (const [place, releases] of releasesByPlace(tips))
      given[place] = this.sets.add(lowestOf(releases, lineage));
    this.carriers = graph.joinedFromChildren(given, this.sets.join);
  }

  /** In release order; none for a commit that no release reaches. */
  of(commit: Commit): readonly number[] {
    return this.sets.valueOf(this.carriers[commit.order] as number) ?? NONE;
  }

  /** True where all of the commits have the same carrier, and no other: nearly always. */
  isOne(commits: readonly Commit[]): boolean {
    const [first] = commits as readonly [Commit];
    const set = this.carriers[first.order] as number;
    return (
      commits.every(({ order }) => this.carriers[order] === set) && (this.sets.valueOf(set)?.length ?? 0) < 2
    );
  }

  /** True where a release has the commit. */
  has(release: number, commit: Commit): boolean {
    return this.of(commit).some((carrier) => carrier === release || this.lineage.holds(release, carrier));
  }
}

/** Of some releases those that hold none of the others, in release order. */
export function lowestOf(releases: readonly number[], lineage: Lineage): number[] {
  const distinct = [...new Set(releases)];
  return distinct
    .filter((release) => !distinct.some((other) => lineage.holds(release, other)))
    .sort((a, b) => a - b);
}

/** The same of two lists that are such ones already. */
function lowest(left: readonly number[], right: readonly number[], lineage: Lineage): readonly number[] {
  const kept = left.filter((release) => !right.some((other) => lineage.holds(release, other)));
  const added = right.filter(
    (release) => !left.some((other) => other === release || lineage.holds(release, other)),
  );
  if (added.length === 0 && kept.length === left.length) return left;
  const both = [...kept, ...added].sort((a, b) => a - b);
  return isSame(right, both) ? right : both;
}

function isSame(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((release, index) => release === right[index]);
}
