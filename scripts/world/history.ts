import type { Clock, Moment } from './clock.ts';
import { momentOf } from './clock.ts';
import { encodeCommit, type Message, messageText } from './encode.ts';
import type { CommitHandle } from './handles.ts';
import { ObjectStore } from './objects.ts';
import type { Origin, Source } from './options.ts';
import { type Person, type PersonLike, personOf } from './people.ts';
import { storeTree, type Tree } from './tree.ts';

/** A commit before it has an id. */
export interface Draft {
  on: string;
  parents: readonly CommitHandle[];
  files: Tree;
  message: Message;
  origin: Origin;
}

interface Stamp {
  author: Person;
  authorDate: Moment;
  committer: Person;
  commitDate: Moment;
}

/** Commits and branches as they grow. */
export class History {
  readonly store = new ObjectStore();
  /** Tip by name; null for a branch without a commit. */
  readonly branches = new Map<string, CommitHandle | null>();
  readonly clock: Clock;
  readonly author: PersonLike;
  /** Commits so far. */
  count = 0;

  constructor(clock: Clock, author: PersonLike) {
    this.clock = clock;
    this.author = author;
  }

  /** The branch's tip as the parents of its next commit: none for a root. */
  parentsOn(branch: string): CommitHandle[] {
    const tip = this.branches.get(branch);
    if (tip === undefined)
      throw new Error(`there is no branch "${branch}"; start it with branch() or orphan()`);
    return tip === null ? [] : [tip];
  }

  /** The commit that a source means. */
  resolve(source: Source): CommitHandle {
    const commit = typeof source === 'string' ? this.parentsOn(source)[0] : source;
    if (commit === undefined) throw new Error(`branch "${String(source)}" has no commit yet`);
    return commit;
  }

  /** Makes the commit and moves its branch there. */
  add({ on, parents, files, message, origin }: Draft): CommitHandle {
    const stamp = this.stampOf(origin);
    const tree = storeTree(files, this.store).id;
    const ids = parents.map((parent) => parent.id);
    const body = encodeCommit({ tree, parents: ids, ...stamp, encoding: origin.encoding, message });
    const { id } = this.store.add('commit', body);
    const { author, authorDate } = stamp;
    const text = messageText(message);
    const commit: CommitHandle = {
      id,
      type: 'commit',
      sequence: this.count,
      parents,
      files,
      author,
      authorDate,
      message: text,
    };
    this.count += 1;
    this.branches.set(on, commit);
    return commit;
  }

  private stampOf(origin: Origin): Stamp {
    const author = personOf(origin.author ?? this.author);
    const commitDate = origin.date === undefined ? this.clock.tick() : momentOf(origin.date);
    const authorDate = origin.authorDate === undefined ? commitDate : momentOf(origin.authorDate);
    return { author, authorDate, committer: personOf(origin.committer ?? author), commitDate };
  }
}
