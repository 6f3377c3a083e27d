import path from 'node:path';
import { divergence } from './ancestry.ts';
import { applyChanges, inverted } from './apply-changes.ts';
import { Clock } from './clock.ts';
import { type Message, messageText } from './encode.ts';
import { newFileFor, withFiles } from './files.ts';
import type { CommitHandle, TagHandle } from './handles.ts';
import { History } from './history.ts';
import { pickedMessage, revertMessage } from './messages.ts';
import type { ObjectHandle } from './objects.ts';
import type {
  BuilderOptions,
  CherryPickOptions,
  CommitOptions,
  Files,
  MergeOptions,
  Origin,
  RebaseOptions,
  RevertOptions,
  Source,
  SquashOptions,
  TagOptions,
} from './options.ts';
import { tagObject } from './tag-object.ts';
import { EMPTY_TREE, type FileChange, storeTree, type Tree, treeChanges } from './tree.ts';
import { type WrittenState, writeRepository } from './write-repository.ts';

/**
 * Describes a history in memory and writes it as a git repository. Ids are computed here, so that they are known
 * at once (a revert names one) and are the same on every machine.
 */
export class RepositoryBuilder {
  private readonly history: History;
  private readonly firstBranch: string;
  private readonly tags = new Map<string, ObjectHandle>();
  private readonly written = new Map<string, WrittenState>();

  constructor(options: BuilderOptions = {}) {
    const clock = options.clock ?? new Clock(options.start ?? '2026-01-05T09:00:00Z', options.step);
    this.history = new History(clock, options.author ?? 'meera-k');
    this.firstBranch = options.branch ?? 'main';
    this.history.branches.set(this.firstBranch, null);
  }

  /** Gives the next commit its time. */
  get clock(): Clock {
    return this.history.clock;
  }

  /** Adds a commit to a branch. */
  commit(options: CommitOptions): CommitHandle {
    const { history } = this;
    const { on = this.firstBranch, message } = options;
    const parents = options.parents ?? history.parentsOn(on);
    const changed = options.files ?? newFileFor(history.count, messageText(message), options.folder);
    const files = withFiles(parents[0]?.files ?? EMPTY_TREE, changed, history.store);
    return history.add({ on, parents, files, message, origin: options });
  }

  /** Starts a branch at another branch or a commit, or moves it there (a fast-forward, a force push). */
  branch(name: string, from: Source = this.firstBranch): CommitHandle {
    const start = this.history.resolve(from);
    this.history.branches.set(name, start);
    return start;
  }

  /** Starts a branch without history: its first commit is a root. */
  orphan(name: string): void {
    this.history.branches.set(name, null);
  }

  /** The commit that a branch is at. */
  tip(name: string = this.firstBranch): CommitHandle {
    return this.history.resolve(name);
  }

  /** Removes a branch, as after its merge. */
  removeBranch(name: string): void {
    this.history.branches.delete(name);
  }

  /** Merges branches or commits: always with a merge commit. */
  merge(options: MergeOptions): CommitHandle {
    const { history } = this;
    const { into: on = this.firstBranch, from, message } = options;
    const first = history.resolve(on);
    const others = (isList(from) ? from : [from]).map((source) => history.resolve(source));
    const merged = others.reduce(
      (tree, other) => this.mergeFiles(tree, first, other, options.files),
      first.files,
    );
    const files = withFiles(merged, options.files ?? {}, history.store);
    return history.add({ on, parents: [first, ...others], files, message, origin: options });
  }

  /** Puts all that a branch has and another has not into one commit. Its author is the first commit's. */
  squash(options: SquashOptions): CommitHandle {
    const { history } = this;
    const { into: on = this.firstBranch, message } = options;
    const [first, from] = [history.resolve(on), history.resolve(options.from)];
    const merged = this.mergeFiles(first.files, first, from, options.files);
    const files = withFiles(merged, options.files ?? {}, history.store);
    const author = this.commitsOf(from, first)[0]?.author ?? from.author;
    return history.add({ on, parents: [first], files, message, origin: { author, ...options } });
  }

  /** The commits that a branch has and another has not, oldest first. */
  commitsOf(from: Source, into: Source = this.firstBranch): CommitHandle[] {
    return divergence(this.history.resolve(into), this.history.resolve(from)).commits;
  }

  /** Copies a branch's commits onto another, as a rebase merge: authors and times of writing stay. */
  rebase(options: RebaseOptions): CommitHandle[] {
    const into = options.into ?? this.firstBranch;
    const committer = options.committer ?? this.history.author;
    return this.commitsOf(options.from, into).map((commit) =>
      this.cherryPick(commit, { on: into, committer }),
    );
  }

  /** Applies a commit's file changes to another branch. Author and time of writing stay the original's. */
  cherryPick(commit: CommitHandle, options: CherryPickOptions): CommitHandle {
    const message = options.message ?? (options.withTrailer ? pickedMessage(commit) : commit.message);
    const dates = options.keepDates === false ? {} : { authorDate: commit.authorDate };
    const origin = { author: commit.author, committer: this.history.author, ...dates, ...options };
    return this.apply(changesOf(commit), options.on, message, origin, options.files);
  }

  /** Takes a commit's file changes back, with git's own message. A merge is taken back to its first parent. */
  revert(commit: CommitHandle, options: RevertOptions = {}): CommitHandle {
    const message = options.message ?? revertMessage(commit);
    return this.apply(
      inverted(changesOf(commit)),
      options.on ?? this.firstBranch,
      message,
      options,
      options.files,
    );
  }

  /** Sets a tag, or moves it. Returns the tag object, or for a lightweight tag what it points at. */
  tag(name: string, target: ObjectHandle = this.tip(), options: TagOptions = {}): TagHandle {
    const isObject = options.annotated ?? Object.keys(options).length > 0;
    const object = isObject ? tagObject(name, target, options, this.history) : target;
    this.tags.set(name, object);
    return { name, id: object.id, type: object.type };
  }

  removeTag(name: string): void {
    this.tags.delete(name);
  }

  /** A file's object by itself. */
  blob(content: string | Uint8Array): ObjectHandle {
    return this.history.store.add('blob', Buffer.from(content as Uint8Array));
  }

  /** The object of a commit's whole tree. */
  treeOf(commit: CommitHandle): ObjectHandle {
    return storeTree(commit.files, this.history.store);
  }

  /**
   * Writes the repository. A second call for the same folder adds what was described since, moves branches and
   * tags, and removes those that are gone.
   */
  async write(
    folder: string,
    { bare = true, head = this.firstBranch }: { bare?: boolean; head?: string } = {},
  ): Promise<void> {
    const key = path.resolve(folder);
    const state = { store: this.history.store, refs: this.refs(), head };
    this.written.set(key, await writeRepository(key, state, this.written.get(key), bare));
  }

  private refs(): Map<string, string> {
    const refs = new Map<string, string>();
    for (const [name, commit] of this.history.branches)
      if (commit !== null) refs.set(`refs/heads/${name}`, commit.id);
    for (const [name, object] of this.tags) refs.set(`refs/tags/${name}`, object.id);
    return refs;
  }

  /** The tree with what `from` changed since it left `first`; `given` settles conflicts. */
  private mergeFiles(tree: Tree, first: CommitHandle, from: CommitHandle, given: Files = {}): Tree {
    const base = divergence(first, from).base?.files ?? EMPTY_TREE;
    const what = `merge of "${from.message.trim()}"`;
    const settled = new Set(Object.keys(given));
    return applyChanges({ tree, changes: treeChanges(base, from.files), settled, what }, this.history.store);
  }

  private apply(
    changes: FileChange[],
    on: string,
    message: Message,
    origin: Origin,
    given: Files = {},
  ): CommitHandle {
    const tip = this.history.resolve(on);
    const { store } = this.history;
    const settled = new Set(Object.keys(given));
    const tree = applyChanges(
      { tree: tip.files, changes, settled, what: `"${messageText(message).trim()}" on ${on}` },
      store,
    );
    return this.history.add({ on, parents: [tip], files: withFiles(tree, given, store), message, origin });
  }
}

/** What a commit changed; a merge, against its first parent. */
function changesOf(commit: CommitHandle): FileChange[] {
  return treeChanges(commit.parents[0]?.files ?? EMPTY_TREE, commit.files);
}

function isList(from: Source | readonly Source[]): from is readonly Source[] {
  return Array.isArray(from);
}
