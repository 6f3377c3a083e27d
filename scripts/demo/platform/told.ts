import { createHash } from 'node:crypto';
import type { Pull, Review } from '../../github-stand-in/index.ts';
import type { CommitHandle } from '../../world/index.ts';

/** What the platform knows of a pull request beside the usual: given, or made of the moments of its landing. */
export type Told = Partial<Pull> | ((at: Moments) => Partial<Pull>);

/** The moments of a pull request, for those who tell what happened in between. */
export class Moments {
  private readonly commits: readonly CommitHandle[];
  private readonly merged: number;
  /** Whose fork or branch it came from. */
  readonly author: string;

  /** `mergedAt` in seconds. */
  constructor(commits: readonly CommitHandle[], mergedAt: number, author: string) {
    this.commits = commits;
    this.merged = mergedAt;
    this.author = author;
  }

  /** So many hours before the merge. */
  before(hours: number): string {
    return instant(this.merged - Math.round(hours * 3600));
  }

  /** So many hours after the merge. */
  after(hours: number): string {
    return this.before(-hours);
  }

  /** The last commit of its branch. */
  get head(): string {
    return this.commit(this.commits.length - 1);
  }

  /** A commit of its branch; the first is 0. */
  commit(index: number): string {
    const commit = this.commits[index];
    if (commit === undefined) throw new Error(`the pull request has no commit ${index}`);
    return commit.id;
  }

  /** A commit that was on the branch once and was pushed away. */
  lost(name = 'first'): string {
    return createHash('sha1').update(`${name} of ${this.head}`).digest('hex');
  }
}

/** A time in seconds as the platform writes it: UTC. */
export function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** An approval; on the head where nothing else is said. */
export function approval(author: string | null, at: string, more: Partial<Review> = {}): Review {
  return { author, at, state: 'APPROVED', ...more };
}

/** A review that asks for changes. */
export function objection(author: string, at: string, body: string, more: Partial<Review> = {}): Review {
  return { author, at, state: 'CHANGES_REQUESTED', body, ...more };
}

/** A review that only says something. */
export function remark(author: string, at: string, body: string, more: Partial<Review> = {}): Review {
  return { author, at, state: 'COMMENTED', body, ...more };
}
