import type { CommitHandle } from './handles.ts';

/** What a branch has that another one has not. */
export interface Divergence {
  /** The latest commit that both have; null where the histories have nothing in common. */
  base: CommitHandle | null;
  /** The commits of `from` that `into` does not reach, oldest first. */
  commits: CommitHandle[];
}

const INTO = 1;
const FROM = 2;

/** Compares two tips, as `git merge-base` and `git log into..from` do. Costs no more than the part they differ in. */
export function divergence(into: CommitHandle, from: CommitHandle): Divergence {
  const flags = new Map<CommitHandle, number>();
  const frontier = new Frontier();
  const reach = (commit: CommitHandle, flag: number): void => {
    if (!flags.has(commit)) frontier.add(commit);
    flags.set(commit, (flags.get(commit) ?? 0) | flag);
  };
  reach(into, INTO);
  reach(from, FROM);
  let base: CommitHandle | null = null;
  const commits: CommitHandle[] = [];
  for (let commit = frontier.latest(); commit !== undefined; commit = frontier.latest()) {
    const flag = flags.get(commit) ?? 0;
    if (flag === FROM) commits.push(commit);
    if (flag === (INTO | FROM)) base ??= commit;
    for (const parent of commit.parents) reach(parent, flag);
    if (base !== null && frontier.every((waiting) => flags.get(waiting) !== FROM)) break;
  }
  return { base, commits: commits.reverse() };
}

/** Commits that wait for their turn, the latest first: when one is taken, all its descendants have been. */
class Frontier {
  private readonly waiting: CommitHandle[] = [];

  add(commit: CommitHandle): void {
    let index = this.waiting.length;
    while (index > 0 && (this.waiting[index - 1] as CommitHandle).sequence > commit.sequence) index -= 1;
    this.waiting.splice(index, 0, commit);
  }

  latest(): CommitHandle | undefined {
    return this.waiting.pop();
  }

  every(holds: (commit: CommitHandle) => boolean): boolean {
    return this.waiting.every(holds);
  }
}
