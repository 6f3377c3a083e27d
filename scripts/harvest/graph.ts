import type { LogEntry } from '../sources/git/log.ts';
import { type MessageClues, mayRevert, readClues } from './message-clues.ts';
import { People, type Person } from './people.ts';

/** A commit in memory. */
export interface Commit {
  id: string;
  parents: Commit[];
  author: Person;
  authoredAt: number;
  committer: Person;
  committedAt: number;
  message: string;
  /** What the message says of where the commit belongs; null where it says nothing. */
  clues: MessageClues | null;
  mayRevert: boolean;
  /** Place in an order in which every parent comes before its children; set by `seal`. */
  order: number;
  /** Scratch for walks: the number of the last walk that was here. */
  mark: number;
}

/** All commits of one repository and the walks over them. */
export class CommitGraph {
  private readonly byId = new Map<string, Commit>();
  private readonly people = new People();
  private pending: { commit: Commit; parents: string[] }[] = [];
  private walks = 0;

  /** Takes a commit in; its parents may come later. */
  add(entry: LogEntry): void {
    const commit: Commit = {
      id: entry.id,
      parents: [],
      author: this.people.of(entry.authorName, entry.authorMail),
      authoredAt: entry.authoredAt,
      committer: this.people.of(entry.committerName, entry.committerMail),
      committedAt: entry.committedAt,
      message: entry.message,
      clues: readClues(entry.message),
      mayRevert: mayRevert(entry.message),
      order: 0,
      mark: 0,
    };
    this.byId.set(entry.id, commit);
    this.pending.push({ commit, parents: entry.parents });
  }

  /** Links parents and gives every commit its place. To be called once, after the last `add`. */
  seal(): void {
    for (const { commit, parents } of this.pending)
      commit.parents = parents.map((id) => this.byId.get(id)).filter((parent) => parent !== undefined);
    const commits = this.pending.map(({ commit }) => commit);
    this.pending = [];
    let next = 0;
    const walk = this.newWalk();
    for (const tip of commits) next = placeAncestors(tip, walk, next);
  }

  get size(): number {
    return this.byId.size;
  }

  find(id: string): Commit | undefined {
    return this.byId.get(id);
  }

  /** The commit that an abbreviated id names; undefined where none or several do. */
  findAbbreviated(prefix: string): Commit | undefined {
    if (prefix.length >= 40) return this.byId.get(prefix);
    this.abbreviations ??= abbreviate(this.byId.keys());
    const alike = [this.abbreviations.get(prefix.slice(0, 7)) ?? []].flat();
    const candidates = alike.filter((id) => id.startsWith(prefix));
    return candidates.length === 1 ? this.byId.get(candidates[0] as string) : undefined;
  }
  private abbreviations: Map<string, string | string[]> | undefined;

  all(): IterableIterator<Commit> {
    return this.byId.values();
  }

  /** A number for a walk; a commit whose mark it carries was met in this walk. */
  newWalk(): number {
    this.walks += 1;
    return this.walks;
  }

  /** What `tip` reaches and none of `without` reaches, oldest first. */
  range(tip: Commit, without: readonly Commit[]): Commit[] {
    const excluded = this.newWalk();
    for (const start of without) collect(start, excluded, () => {});
    const found: Commit[] = [];
    collectExcept(tip, this.newWalk(), excluded, found);
    return found.sort(byOrder);
  }

  /** True where `descendant` reaches `ancestor`; a commit reaches itself. */
  reaches(descendant: Commit, ancestor: Commit): boolean {
    if (descendant === ancestor) return true;
    const walk = this.newWalk();
    const stack = [descendant];
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
      if (commit === ancestor) return true;
      if (commit.mark === walk || commit.order < ancestor.order) continue;
      commit.mark = walk;
      stack.push(...commit.parents);
    }
    return false;
  }
}

export function byOrder(left: Commit, right: Commit): number {
  return left.order - right.order;
}

/** Ids by their first seven digits; lists only for the few that share them. */
function abbreviate(ids: Iterable<string>): Map<string, string | string[]> {
  const groups = new Map<string, string | string[]>();
  for (const id of ids) {
    const known = groups.get(id.slice(0, 7));
    groups.set(id.slice(0, 7), known === undefined ? id : [known, id].flat());
  }
  return groups;
}

/** Numbers the unplaced ancestors of `tip`, parents first: an order that no commit date can change. */
function placeAncestors(tip: Commit, walk: number, next: number): number {
  if (tip.mark === walk) return next;
  const stack: { commit: Commit; nextParent: number }[] = [{ commit: tip, nextParent: 0 }];
  tip.mark = walk;
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const parent = frame.commit.parents[frame.nextParent];
    frame.nextParent += 1;
    if (parent === undefined) {
      frame.commit.order = next;
      next += 1;
      stack.pop();
    } else if (parent.mark !== walk) {
      parent.mark = walk;
      stack.push({ commit: parent, nextParent: 0 });
    }
  }
  return next;
}

function collect(start: Commit, walk: number, onCommit: (commit: Commit) => void): void {
  const stack = [start];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (commit.mark === walk) continue;
    commit.mark = walk;
    onCommit(commit);
    stack.push(...commit.parents);
  }
}

function collectExcept(start: Commit, walk: number, excluded: number, found: Commit[]): void {
  const stack = [start];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (commit.mark === walk || commit.mark === excluded) continue;
    commit.mark = walk;
    found.push(commit);
    stack.push(...commit.parents);
  }
}
