import { firstLine } from '../parse/message/text.ts';
import type { LogEntry } from '../sources/git/log.ts';
import { Ancestry, type CommitSet } from './ancestry.ts';
import { ById } from './by-id.ts';
import { type MessageClues, mayRevert, readClues } from './message-clues.ts';
import { ParentCollector, parentsFirst, renumbered } from './parent-numbers.ts';
import { NOBODY, People, type Person } from './people.ts';

/** A commit in memory. */
export interface Commit {
  id: string;
  parents: Commit[];
  author: Person;
  authoredAt: number;
  committer: Person;
  committedAt: number;
  message: string;
  /** The message's first line: kept, since many questions compare it. */
  firstLine: string;
  /** What the message says of where the commit belongs; null where it says nothing. */
  clues: MessageClues | null;
  mayRevert: boolean;
  /** Place in an order in which every parent comes before its children; until `seal`, the number of its naming. */
  order: number;
  /** Scratch for walks: the number of the last walk that was here. */
  mark: number;
}

/** All commits of one repository and the walks over them. */
export class CommitGraph {
  private byId = new ById<Commit>();
  private readonly people = new People();
  private readonly commits: Commit[] = [];
  private readonly placed: Commit[] = [];
  private walks = 0;
  private readonly collector = new ParentCollector();
  private ancestry: Ancestry | undefined;

  /** Takes a commit in; its parents may come later. */
  add(entry: LogEntry): void {
    const commit = this.named(entry.id);
    commit.parents = entry.parents.map((id) => this.named(id));
    commit.author = this.people.of(entry.authorName, entry.authorMail);
    commit.authoredAt = entry.authoredAt;
    commit.committer = this.people.of(entry.committerName, entry.committerMail);
    commit.committedAt = entry.committedAt;
    commit.message = entry.message;
    commit.firstLine = firstLine(entry.message);
    commit.clues = readClues(entry.message);
    commit.mayRevert = mayRevert(entry.message);
    this.commits.push(commit);
    this.collector.add(commit);
  }

  /** Gives every commit its place. To be called once, after the last `add`. */
  seal(): void {
    if (this.byId.size > this.commits.length) this.dropUnread();
    const numbers = this.collector.collected();
    const sorted = parentsFirst(numbers);
    for (const arrival of sorted) {
      const commit = this.commits[arrival] as Commit;
      commit.order = this.placed.push(commit) - 1;
    }
    this.ancestry = new Ancestry(renumbered(numbers, sorted));
  }

  /** The commit of an id: nearly all are named by a child before they come themselves, and wait empty until then. */
  private named(id: string): Commit {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const commit = emptyCommit(id, this.byId.size);
    this.byId.add(commit);
    return commit;
  }

  /** Parents that never came are no part of the history that was read. */
  private dropUnread(): void {
    const read = new Set(this.commits);
    this.byId = new ById();
    for (const commit of this.commits) {
      this.byId.add(commit);
      commit.parents = commit.parents.filter((parent) => read.has(parent));
    }
  }

  private sealed(): Ancestry {
    if (this.ancestry === undefined) throw new Error('the graph is not sealed');
    return this.ancestry;
  }

  get size(): number {
    return this.commits.length;
  }

  find(id: string): Commit | undefined {
    return this.byId.get(id);
  }

  /** The commit that an abbreviated id names; undefined where none or several do. */
  findAbbreviated(prefix: string): Commit | undefined {
    return prefix.length >= 40 ? this.byId.get(prefix) : this.byId.getAbbreviated(prefix);
  }

  /** All commits as they came. */
  all(): readonly Commit[] {
    return this.commits;
  }

  /** All commits by their place, parents before children. */
  inOrder(): readonly Commit[] {
    return this.placed;
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

  /** Everything that some tips reach, themselves included. */
  reachedFrom(tips: readonly Commit[]): CommitSet<Commit> {
    const first = this.firstToReach(tips);
    return { has: ({ order }) => (first[order] ?? tips.length) < tips.length };
  }

  /** Everything that reaches `root`, itself included. */
  grownFrom(root: Commit): CommitSet<Commit> {
    const grown = this.sealed().descendants(root.order);
    return { has: ({ order }) => grown[order] === 1 };
  }

  /** By a commit's place: which of the tips is the first that reaches it; as many as there are tips where none does. */
  firstToReach(tips: readonly (Commit | null)[]): Int32Array {
    return this.sealed().firstToReach(tips.map((tip) => tip?.order ?? null));
  }

  /** By a commit's place: what was given at the commit and at all that it reaches, joined. */
  joinedFromParents(given: Int32Array, join: (left: number, right: number) => number): Int32Array {
    return this.sealed().joinedFromParents(given, join);
  }

  /** By a commit's place: what was given at the commit and at all that reach it, joined. */
  joinedFromChildren(given: Int32Array, join: (left: number, right: number) => number): Int32Array {
    return this.sealed().joinedFromChildren(given, join);
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

function emptyCommit(id: string, order: number): Commit {
  return {
    id,
    parents: [],
    author: NOBODY,
    authoredAt: 0,
    committer: NOBODY,
    committedAt: 0,
    message: '',
    firstLine: '',
    clues: null,
    mayRevert: false,
    order,
    mark: 0,
  };
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
