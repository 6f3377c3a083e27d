import {
  type Clock,
  type CommitHandle,
  GITHUB,
  mergePullRequest,
  RepositoryBuilder,
  rebasePullRequest,
  signedOff,
  squashPullRequest,
  subjectOf,
} from '../world/index.ts';
import type { SamplePull } from './pull-request.ts';

/** A project's habits. */
export interface ProjectHabits {
  owner: string;
  branch?: string;
  /** How pull requests land where they do not say. */
  how: NonNullable<SamplePull['how']>;
  /** Commits carry a sign-off. */
  signOff: boolean;
  /** Who merges and releases. */
  maintainer: string;
  clock: Clock;
}

const LANDINGS = { squash: squashPullRequest, merge: mergePullRequest, rebase: rebasePullRequest };

/** A repository of the sample world, told in pull requests. */
export class Project {
  readonly repo: RepositoryBuilder;
  readonly main: string;
  private readonly habits: ProjectHabits;
  private readonly landed = new Map<number, CommitHandle>();

  constructor(habits: ProjectHabits) {
    this.habits = habits;
    this.main = habits.branch ?? 'main';
    this.repo = new RepositoryBuilder({ branch: this.main, clock: habits.clock, author: habits.maintainer });
  }

  /** Sets the clock to the morning of a day in the maintainers' zone. */
  day(date: string): void {
    this.habits.clock.set(`${date}T10:30:00+05:30`);
  }

  /** Writes, opens and merges pull requests, one after the other. */
  land(pulls: readonly SamplePull[]): void {
    for (const pull of pulls) this.landOne(pull);
  }

  /** Writes a pull request's commits on a branch of its own and returns the branch. */
  open(pull: SamplePull): string {
    const branch = pull.branch ?? branchName(pull.title);
    const messages = pull.commits ?? [[pull.title, pull.body ?? ''].join('\n\n').trim()];
    this.repo.branch(branch, pull.into ?? this.main);
    messages.forEach((message, index) => {
      const author = index > 0 && index === messages.length - 1 ? (pull.with ?? pull.by) : pull.by;
      const folder = pull.folder === undefined ? {} : { folder: pull.folder };
      this.repo.commit({ on: branch, message: this.sign(message, author), author, ...folder });
    });
    return branch;
  }

  /** The commit that a pull request landed with. */
  commitOf(number: number): CommitHandle {
    const commit = this.landed.get(number);
    if (commit === undefined) throw new Error(`pull request #${number} has not landed`);
    return commit;
  }

  /** Notes that a pull request landed with a commit that was made by other means. */
  remember(number: number, commit: CommitHandle): void {
    this.landed.set(number, commit);
  }

  /** A commit without a pull request, by the maintainer. */
  direct(message: string, on = this.main, files?: Record<string, string>): CommitHandle {
    const author = this.habits.maintainer;
    return this.repo.commit({
      on,
      author,
      message: this.sign(message, author),
      ...(files === undefined ? {} : { files }),
    });
  }

  /** The platform's "Revert" button on a pull request, and the merge of what it opens. */
  revert(
    number: number,
    of: number,
    by: string,
    more: Partial<SamplePull> & { message?: string } = {},
  ): void {
    const original = this.commitOf(of);
    const into = more.into ?? this.main;
    const title = more.title ?? `Revert "${titleOf(original)}"`;
    const branch = `revert-${of}-${branchName(titleOf(original))}`;
    this.repo.branch(branch, into);
    this.repo.revert(original, {
      on: branch,
      author: by,
      ...(more.message === undefined ? {} : { message: more.message }),
    });
    this.merge({ number, title, by, how: 'squash', ...more, into }, branch);
  }

  /** Merges all that a branch has gathered into the main one; the branch lives on. */
  promote(number: number, from: string): void {
    const { owner, maintainer } = this.habits;
    const title = 'Promote staging to production';
    mergePullRequest(this.repo, {
      number,
      title,
      from,
      into: this.main,
      owner,
      by: maintainer,
      keepBranch: true,
    });
  }

  /** `git cherry-pick -x` by a maintainer, pushed to a release branch. */
  pick(of: number, on: string): void {
    this.repo.cherryPick(this.commitOf(of), { on, withTrailer: true, committer: this.habits.maintainer });
  }

  /** A bot's cherry-pick: a branch that names the original, merged with a merge commit. */
  automatedPick(number: number, of: number, on: string): void {
    const branch = `automated-cherry-pick-of-#${of}-upstream-${on}`;
    const original = this.commitOf(of);
    this.repo.branch(branch, on);
    this.repo.cherryPick(original, { on: branch, committer: 'pick-robot' });
    const title = `Automated cherry pick of #${of}: ${titleOf(original)}`;
    this.merge({ number, title, by: 'pick-robot', how: 'merge', into: on }, branch);
  }

  /** A backport action's pull request, squashed: the subject names the original. */
  backport(number: number, of: number, on: string, form: 'word' | 'pair'): void {
    const original = this.commitOf(of);
    const mark = form === 'word' ? ` (backport #${of})` : ` (#${of})`;
    const message = `${titleOf(original)}${mark} (#${number})`;
    this.remember(number, this.repo.cherryPick(original, { on, message, committer: GITHUB }));
  }

  private landOne(pull: SamplePull): void {
    this.merge(pull, this.open(pull));
  }

  private merge(pull: SamplePull, from: string): void {
    const { number, title, by } = pull;
    const { how, owner, maintainer } = this.habits;
    const place = {
      number,
      title,
      from,
      into: pull.into ?? this.main,
      owner: by.endsWith('[bot]') ? owner : by,
    };
    const land = LANDINGS[pull.how ?? how];
    this.remember(number, land(this.repo, { ...place, by: pull.mergedBy ?? maintainer }));
  }

  private sign(message: string, author: string): string {
    return this.habits.signOff && !author.endsWith('[bot]') ? signedOff(message, author) : message;
  }
}

/** A title as people name branches after it. */
export function branchName(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/^\w+(\([^)]*\))?!?: /, '')
    .match(/[a-z0-9]+/g) ?? ['change'];
  return words.slice(0, 4).join('-');
}

/** A landing's title: a merge has its pull request's title in the body. */
function titleOf(commit: CommitHandle): string {
  const subject = subjectOf(commit).replace(/ \(#\d+\)$/, '');
  return subject.startsWith('Merge pull request #') ? (commit.message.split('\n')[2] ?? subject) : subject;
}
