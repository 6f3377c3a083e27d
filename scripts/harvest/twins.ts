import type { Commit, CommitGraph } from './graph.ts';

/** Shared, since nearly every commit has none. */
const NONE: readonly never[] = [];

/**
 * Commits that are copies of one another: the same author, author's time and subject, which cherry-picks and
 * rebases keep. Only commits that share their author's time with another are compared, which few do.
 */
export class Twins {
  private readonly groups = new Map<string, Commit[]>();
  private readonly shared = new Set<number>();

  constructor(graph: CommitGraph) {
    const once = new Set<number>();
    for (const { authoredAt } of graph.all()) {
      if (once.has(authoredAt)) this.shared.add(authoredAt);
      once.add(authoredAt);
    }
    for (const commit of graph.all()) {
      if (commit.parents.length > 1 || !this.shared.has(commit.authoredAt)) continue;
      const key = authorship(commit);
      const group = this.groups.get(key);
      if (group === undefined) this.groups.set(key, [commit]);
      else group.push(commit);
    }
  }

  /** The other commits of the same authorship, in no order. */
  of(commit: Commit): readonly Commit[] {
    if (commit.parents.length > 1 || !this.shared.has(commit.authoredAt)) return NONE;
    return (this.groups.get(authorship(commit)) ?? []).filter((other) => other !== commit);
  }

  /** The change with which a copy of the commit has landed already; null where none has. */
  landed<Change>(commit: Commit, changes: { get(commit: Commit): Change | undefined }): Change | null {
    for (const other of this.of(commit)) {
      const change = changes.get(other);
      if (change !== undefined) return change;
    }
    return null;
  }
}

function authorship(commit: Commit): string {
  return `${commit.author.key}\n${commit.authoredAt}\n${withoutMarks(commit.firstLine)}`;
}

/** A subject without what is added when it is copied: numbers at its end and the branch in front. */
function withoutMarks(subject: string): string {
  return subject
    .replace(/(?:\s*\(#\d+\))+\s*$/, '')
    .replace(/^\s*\[[^\]]*\d[^\]]*\]\s*/, '')
    .trim();
}
