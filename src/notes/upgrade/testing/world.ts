import fc from 'fast-check';

/** A commit brings a change, takes one back, or does neither; it is known by its place in the list. */
interface WorldCommit {
  /** All commits that it reaches, itself among them. */
  reaches: ReadonlySet<number>;
  brings: string | null;
  takesBack: string | null;
}

/** A release of a random history. */
export interface WorldRelease {
  version: string;
  prerelease: boolean;
  /** All commits that it reaches. */
  reaches: ReadonlySet<number>;
  /** Changes that are really in it. */
  has: ReadonlySet<string>;
  /** Earlier releases whose whole history it holds. */
  held: readonly WorldRelease[];
}

/** A random history with branches, merges, copies of changes, reverts and what was brought again. */
export interface World {
  commits: readonly WorldCommit[];
  releases: readonly WorldRelease[];
}

const STEPS = [
  'change',
  'change',
  'copy',
  'revert',
  'again',
  'branch',
  'merge',
  'release',
  'release',
  'candidate',
] as const;
type Step = [kind: (typeof STEPS)[number], branch: number, choice: number];

/** Histories of up to a number of steps. */
export function worlds(steps: number): fc.Arbitrary<World> {
  const step = fc.tuple(fc.constantFrom(...STEPS), fc.nat(5), fc.nat(20));
  return fc.array(step, { minLength: 4, maxLength: steps, size: 'max' }).map((all) => new Builder().run(all));
}

class Builder {
  private readonly commits: WorldCommit[] = [];
  private readonly releases: WorldRelease[] = [];
  /** The tips of the branches. */
  private readonly tips: number[] = [];
  /** What was brought again is left alone from then on: notes tell of one fate of a change, not of several. */
  private readonly settled = new Set<string>();
  private changes = 0;

  run(steps: readonly Step[]): World {
    this.tips.push(this.commit([], this.newChange()));
    for (const step of steps) this.take(step);
    for (const branch of this.tips.keys()) this.release(branch, false);
    return { commits: this.commits, releases: this.releases };
  }

  private take([kind, number, choice]: Step): void {
    const branch = number % this.tips.length;
    if (kind === 'change') this.grow(branch, this.newChange());
    else if (kind === 'branch') this.tips.push(this.tipOf(branch));
    else if (kind === 'merge') this.merge(branch, choice % this.tips.length);
    else if (kind === 'release' || kind === 'candidate') this.release(branch, kind === 'candidate');
    else this.touch(kind, branch, choice);
  }

  private touch(kind: 'copy' | 'revert' | 'again', branch: number, choice: number): void {
    const { reaches } = this.commits[this.tipOf(branch)] as WorldCommit;
    const here = presentIn(this.commits, reaches);
    const brought = new Set([...reaches].flatMap((at) => this.commits[at]?.brings ?? []));
    const all = new Set(this.commits.flatMap(({ brings }) => brings ?? []));
    const reverted = new Set([...reaches].flatMap((at) => this.commits[at]?.takesBack ?? []));
    const can = {
      copy: (id: string) => !brought.has(id),
      revert: (id: string) => here.has(id) && !reverted.has(id),
      again: (id: string) => brought.has(id) && !here.has(id),
    }[kind];
    const able = [...all].filter((id) => can(id) && !this.settled.has(id));
    const id = able[choice % Math.max(able.length, 1)];
    if (id === undefined) return;
    if (kind === 'again') this.settled.add(id);
    if (kind === 'revert') this.grow(branch, null, id);
    else this.grow(branch, id);
  }

  private newChange(): string {
    this.changes += 1;
    return `core-${this.changes}`;
  }

  private tipOf(branch: number): number {
    return this.tips[branch] as number;
  }

  private grow(branch: number, brings: string | null, takesBack: string | null = null): void {
    this.tips[branch] = this.commit([this.tipOf(branch)], brings, takesBack);
  }

  private merge(into: number, other: number): void {
    if (into !== other) this.tips[into] = this.commit([this.tipOf(into), this.tipOf(other)], null);
  }

  private commit(parents: number[], brings: string | null, takesBack: string | null = null): number {
    const at = this.commits.length;
    const before = parents.flatMap((parent) => [...(this.commits[parent]?.reaches ?? [])]);
    this.commits.push({ reaches: new Set([...before, at]), brings, takesBack });
    return at;
  }

  private release(branch: number, prerelease: boolean): void {
    const { reaches } = this.commits[this.tipOf(branch)] as WorldCommit;
    if (this.releases.some((other) => other.reaches === reaches)) return;
    this.releases.push({
      version: `1.${this.releases.length}.0${prerelease ? '-RC1' : ''}`,
      ...{ prerelease, reaches, has: presentIn(this.commits, reaches) },
      held: this.releases.filter((other) => other.reaches.isSubsetOf(reaches)),
    });
  }
}

/** What some commits together have, in the order in which they were made. */
function presentIn(commits: readonly WorldCommit[], reached: ReadonlySet<number>): Set<string> {
  const present = new Set<string>();
  for (const at of [...reached].sort((a, b) => a - b)) {
    const { brings, takesBack } = commits[at] as WorldCommit;
    if (brings !== null) present.add(brings);
    if (takesBack !== null) present.delete(takesBack);
  }
  return present;
}
