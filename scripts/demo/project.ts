import {
  borsMerge,
  type CommitHandle,
  type Moment,
  RepositoryBuilder,
  signedOff,
  type TagOptions,
} from '../world/index.ts';
import { landBy, lastOf } from './landing-ways.ts';
import { ACCOUNTS } from './platform/accounts.ts';
import { changedFiles } from './platform/changed-files.ts';
import { login } from './platform/describe-pull.ts';
import { HostedRepository, type ToldRepository } from './platform/hosted-repository.ts';
import type { ProjectHabits } from './project-habits.ts';
import type { SamplePull } from './pull-request.ts';
import { SampleFiles } from './sample-files.ts';
import { branchName, titleOf } from './titles.ts';

type Landing = { mergedBy?: string; keepBranch?: boolean; message?: string };

/** A repository of the sample world, told in pull requests, in git and on the platform. */
export class Project {
  readonly repo: RepositoryBuilder;
  readonly main: string;
  readonly hosted: HostedRepository;
  private readonly habits: ProjectHabits;
  private readonly files: SampleFiles;
  private readonly landed = new Map<number, CommitHandle>();
  private readonly openedAt = new Map<string, Moment>();

  constructor(habits: ProjectHabits, told: ToldRepository) {
    this.habits = habits;
    this.main = habits.branch ?? 'main';
    this.repo = new RepositoryBuilder({ branch: this.main, clock: habits.clock, author: habits.maintainer });
    this.files = new SampleFiles(habits.language);
    this.hosted = new HostedRepository(habits.platform, told);
  }

  /** Sets the clock to the morning of a day in the maintainers' zone. */
  day(date: string): void {
    this.habits.clock.set(`${date}T10:30:00+05:30`);
  }

  /** What lands from now on is planned for a version. */
  plan(version: string): void {
    this.hosted.milestone = version;
  }

  /** Writes, opens and merges pull requests, one after the other. */
  land(pulls: readonly SamplePull[]): void {
    const { rest } = this.habits;
    if (rest === undefined) for (const pull of pulls) this.merge(pull, this.open(pull));
    else for (const { pull, branch } of this.openBefore(pulls, rest)) this.merge(pull, branch);
  }

  /** Writes a pull request's commits on a branch of its own and returns the branch. */
  open(pull: SamplePull): string {
    const branch = pull.branch ?? branchName(pull.title);
    const messages = pull.commits ?? [[pull.title, pull.body ?? ''].join('\n\n').trim()];
    this.begin(branch, pull.into ?? this.main);
    messages.forEach((message, index) => {
      const author = index > 0 && index === messages.length - 1 ? (pull.with ?? pull.by) : pull.by;
      const files = this.files.of(pull, message);
      this.repo.commit({ on: branch, message: this.sign(message, author), author, files });
    });
    return branch;
  }

  /** The commit that a pull request landed with. */
  commitOf(number: number): CommitHandle {
    const commit = this.landed.get(number);
    if (commit === undefined) throw new Error(`pull request #${number} has not landed`);
    return commit;
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

  /** Pushes a tag. */
  tag(name: string, commit: CommitHandle, options?: TagOptions): void {
    const { clock, maintainer } = this.habits;
    const date = options?.date;
    const at = typeof date === 'string' ? Date.parse(date) / 1000 : clock.now().seconds;
    this.repo.tag(name, commit, options);
    this.hosted.tagged(name, commit, at, maintainer);
  }

  /** The platform's "Revert" button on a pull request, and the merge of what it opens. */
  revert(
    number: number,
    of: number,
    by: string,
    more: Partial<SamplePull> & { message?: string } = {},
  ): void {
    const original = this.commitOf(of);
    const { message, into = this.main, title = `Revert "${titleOf(original)}"`, ...rest } = more;
    const branch = `revert-${of}-${branchName(titleOf(original))}`;
    this.earlier(this.habits.rest === undefined ? null : 2, () => {
      this.begin(branch, into);
      this.repo.revert(original, { on: branch, author: by, ...(message === undefined ? {} : { message }) });
    });
    this.merge({ number, by, how: 'squash', ...rest, title, into }, branch);
  }

  /** Merges all that a branch has gathered into the main one; the branch lives on. */
  promote(number: number, from: string, by: string): void {
    const title = 'Promote staging to production';
    this.earlier(2, () => this.openedAt.set(from, this.habits.clock.now()));
    this.merge({ number, title, by, how: 'merge' }, from, { keepBranch: true });
  }

  /** `git cherry-pick -x` by a maintainer, pushed to a release branch. */
  pick(of: number, on: string): void {
    this.repo.cherryPick(this.commitOf(of), { on, withTrailer: true, committer: this.habits.maintainer });
  }

  /** A bot's cherry-pick: a branch that names the original, merged with a merge commit. */
  automatedPick(number: number, of: number, on: string, more: Partial<SamplePull> = {}): void {
    const branch = `automated-cherry-pick-of-#${of}-upstream-${on}`;
    const title = `Automated cherry pick of #${of}: ${titleOf(this.commitOf(of))}`;
    this.begin(branch, on);
    this.repo.cherryPick(this.commitOf(of), { on: branch, committer: 'pick-robot' });
    this.merge({ number, title, by: 'pick-robot', how: 'merge', into: on, ...more }, branch);
  }

  /** A backport action's pull request, squashed: the subject names the original. */
  backport(number: number, of: number, on: string, form: 'word' | 'pair'): void {
    const original = this.commitOf(of);
    const title = `${titleOf(original)}${form === 'word' ? ` (backport #${of})` : ` (#${of})`}`;
    const branch = `backport-${of}-to-${on}`;
    this.begin(branch, on);
    this.repo.cherryPick(original, { on: branch, message: title, committer: 'backport-robot' });
    const message = `${title} (#${number})`;
    this.merge({ number, title, by: 'backport-robot', into: on, how: 'squash' }, branch, { message });
  }

  /** A bot tests pull requests that are open together, and merges them as one. */
  landBatch(pulls: readonly SamplePull[], reviewer: string): void {
    const opened = pulls.map((pull) => ({ pull, from: this.open(pull) }));
    const commits = opened.map(({ from }) => this.repo.commitsOf(from, this.main));
    const mergedAt = this.habits.clock.now().seconds;
    const batch = opened.map(({ pull: { number, title }, from }) => ({ number, title, from, reviewer }));
    const landed = borsMerge(this.repo, batch);
    for (const [index, { pull, from }] of opened.entries())
      this.tell({ pull, from, commits: commits[index] ?? [], landed, mergedAt, mergedBy: 'bors' });
  }

  private openBefore(pulls: readonly SamplePull[], hours: number): { pull: SamplePull; branch: string }[] {
    const isMonday = new Date(this.habits.clock.now().seconds * 1000).getUTCDay() === 1;
    return this.earlier(isMonday ? hours + 48 : hours, () =>
      pulls.map((pull) => ({ pull, branch: this.open(pull) })),
    );
  }

  /** Does something so many hours ago; null: now. */
  private earlier<Result>(hours: number | null, work: () => Result): Result {
    const { clock } = this.habits;
    const now = clock.now();
    if (hours === null) return work();
    clock.set({ ...now, seconds: now.seconds - hours * 3600 });
    const result = work();
    clock.set(now);
    return result;
  }

  private begin(branch: string, at: string): void {
    this.repo.branch(branch, at);
    this.openedAt.set(branch, this.habits.clock.now());
  }

  private merge(pull: SamplePull, from: string, { keepBranch, message }: Landing = {}): void {
    const { number, title, by, into = this.main } = pull;
    const { clock } = this.habits;
    const commits = this.repo.commitsOf(from, into);
    const [mergedBy, how] = [this.mergerOf(pull), pull.how ?? this.habits.how];
    const place = {
      number,
      title,
      from,
      into,
      owner: this.forkOf(by),
      by: mergedBy,
      keepBranch: keepBranch === true,
    };
    const began = clock.now().seconds;
    const landed = landBy(how, this.repo, place, message ?? pull.subject);
    const ticks = how === 'rebase' ? commits.length : 1;
    const mergedAt = clock.now().seconds - (clock.now().seconds - began) / ticks;
    this.tell({ pull: { ...pull, how, into }, from, commits, landed, mergedAt, mergedBy });
  }

  private tell(told: {
    pull: SamplePull;
    from: string;
    commits: readonly CommitHandle[];
    landed: CommitHandle;
    mergedAt: number;
    mergedBy: string;
  }): void {
    const { pull, from, commits, landed } = told;
    const openedAt = (this.openedAt.get(from)?.seconds ?? told.mergedAt) + (7 + (pull.number % 31)) * 60;
    this.landed.set(pull.number, landed);
    this.hosted.add({
      ...told,
      into: pull.into ?? this.main,
      headOwner: this.forkOf(pull.by),
      copies: pull.how === 'rebase' ? lastOf(landed, commits.length) : [],
      files: changedFiles(commits, (path) => this.files.linesOf(path)),
      openedAt: Math.min(openedAt, told.mergedAt - 120),
      milestone: this.hosted.milestone,
    });
  }

  /** Bots push to the repository itself. */
  private forkOf(by: string): string {
    return ACCOUNTS[login(by)]?.kind === 'bot' ? this.habits.platform.owner : by;
  }

  /** Maintainers leave the merge of their own work to somebody else. */
  private mergerOf({ by, mergedBy, number }: SamplePull): string {
    const { maintainer, platform } = this.habits;
    const others = platform.reviewers.filter((name) => name !== by);
    return mergedBy ?? (by === maintainer ? (others[number % others.length] ?? maintainer) : maintainer);
  }

  private sign(message: string, author: string): string {
    return this.habits.signOff && !author.endsWith('[bot]') ? signedOff(message, author) : message;
  }
}
