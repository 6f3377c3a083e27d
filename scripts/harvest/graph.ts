import { firstLine } from '../parse/message/text.ts';
import type { LogEntry } from '../sources/git/log.ts';
import { type MessageClues, mayRevert, readClues } from './message-clues.ts';
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
  /** Place in an order in which every parent comes before its children; set by `seal`. */
  order: number;
  /** Scratch for walks: the number of the last walk that was here. */
  mark: number;
}

/** All commits of one repository and the walks over them. */
export class CommitGraph {
  private readonly byId = new Map<string, Commit>();
  private readonly people = new People();
  private readonly commits: Commit[] = [];
  private readonly placed: Commit[] = [];
  private walks = 0;

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
  }

  /** Gives every commit its place. To be called once, after the last `add`. */
  seal(): void {
    if (this.byId.size > this.commits.length) this.dropUnread();
    const walk = this.newWalk();
    for (const tip of this.commits) placeAncestors(tip, walk, this.placed);
  }

  /** The commit of an id: nearly all are named by a child before they come themselves, and wait empty until then. */
  private named(id: string): Commit {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const commit = emptyCommit(id);
    this.byId.set(id, commit);
    return commit;
  }

  /** Parents that never came are no part of the history that was read. */
  private dropUnread(): void {
    const read = new Set(this.commits);
    for (const commit of this.byId.values()) if (!read.has(commit)) this.byId.delete(commit.id);
    for (const commit of this.commits) commit.parents = commit.parents.filter((parent) => read.has(parent));
  }

  get size(): number {
    return this.commits.length;
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
  reachedFrom(tips: readonly Commit[]): Set<Commit> {
    const [walk, reached] = [this.newWalk(), new Set<Commit>()];
    for (const tip of tips) collect(tip, walk, (commit) => reached.add(commit));
    return reached;
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

function emptyCommit(id: string): Commit {
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
    order: 0,
    mark: 0,
  };
}

/** Appends the unplaced ancestors of `tip`, parents first: an order that no commit date can change. */
function placeAncestors(tip: Commit, walk: number, placed: Commit[]): void {
  if (tip.mark === walk) return;
  const stack: { commit: Commit; nextParent: number }[] = [{ commit: tip, nextParent: 0 }];
  tip.mark = walk;
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const parent = frame.commit.parents[frame.nextParent];
    frame.nextParent += 1;
    if (parent === undefined) {
      frame.commit.order = placed.length;
      placed.push(frame.commit);
      stack.pop();
    } else if (parent.mark !== walk) {
      parent.mark = walk;
      stack.push({ commit: parent, nextParent: 0 });
    }
  }
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
