import fc from 'fast-check';
import {
  borsMerge,
  type CommitHandle,
  GITHUB,
  mergePullRequest,
  RepositoryBuilder,
  rebasePullRequest,
  squashPullRequest,
} from '../world/index.ts';

/** One thing that happens to a repository; numbers choose among what there is at that time. */
export interface Step {
  kind: (typeof KINDS)[number];
  /** Which branch, commit or wording. */
  pick: number;
  other: number;
  flag: boolean;
}

const KINDS = [
  'commit',
  'commit',
  'commit',
  'branch',
  'branch',
  'squash',
  'merge',
  'merge',
  'plain merge',
  'octopus',
  'batch',
  'rebase',
  'cherry-pick',
  'cherry-pick',
  'revert',
  'revert',
  'back merge',
  'root',
  'tag',
  'tag',
  'candidate',
  'tag on old',
] as const;

export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  flag: fc.boolean(),
});

const SUBJECTS = [
  'Add part',
  'fix: mend part',
  'feat(api)!: change part',
  'Fix part, closes #3',
  'Bump pad from 1.0 to 1.1',
  'Revert to part',
  '',
  'Ünïcode | pipe `code` {#core-1}',
];

/** Builds a history out of steps. A step that is impossible (a conflict) is left out. */
export function buildHistory(steps: readonly Step[]): RepositoryBuilder {
  const scene = new Scene();
  scene.repo.commit({ message: 'Start' });
  for (const step of steps) scene.take(step);
  scene.tag('main', false);
  return scene.repo;
}

class Scene {
  readonly repo = new RepositoryBuilder({ step: 60 });
  private readonly commits: CommitHandle[] = [];
  private readonly branches = ['main'];
  private pullRequests = 0;
  private made = 0;
  private releases = 0;
  private candidates = 0;

  take(step: Step): void {
    const before = [...this.branches];
    try {
      this.perform(step);
    } catch (error) {
      if (!/conflict|no commits|nothing|both changed/i.test(String(error))) throw error;
      this.branches.splice(0, this.branches.length, ...before);
    }
  }

  private perform({ kind, pick, other, flag }: Step): void {
    const branch = one(this.branches, pick);
    if (kind === 'commit') this.commit(branch, other, flag);
    else if (kind === 'branch') this.branch(branch, other);
    else if (kind === 'root') this.root(other);
    else if (kind === 'tag') this.tag(branch, false);
    else if (kind === 'candidate') this.tag(branch, true);
    else if (kind === 'tag on old') this.tag(one(this.commits, other), false);
    else if (kind === 'cherry-pick') this.cherryPick(branch, other, flag);
    else if (kind === 'revert') this.revert(branch, other, flag);
    else if (kind === 'back merge') this.backMerge(branch);
    else this.land(kind, branch, other);
  }

  tag(target: string | CommitHandle | undefined, candidate: boolean): void {
    if (target === undefined) return;
    const commit = typeof target === 'string' ? this.repo.tip(target) : target;
    if (candidate) this.candidates += 1;
    else this.releases += 1;
    const name = candidate ? `v1.${this.releases + 1}.0-rc.${this.candidates}` : `v1.${this.releases}.0`;
    this.repo.tag(name, commit, this.candidates % 2 === 0 ? {} : { message: name });
  }

  private commit(on: string | undefined, wording: number, numbered: boolean): void {
    const number = numbered ? ` (#${this.number()})` : '';
    const subject = one(SUBJECTS, wording) ?? '';
    const message = `${subject}${number}`;
    const committer = wording % 3 === 0 ? GITHUB : 'meera-k';
    const author = one(['meera-k', 'lin-q', 'tomas-r'], wording) ?? 'meera-k';
    this.made += 1;
    this.commits.push(this.repo.commit({ on: on ?? 'main', message, author, committer }));
  }

  private branch(from: string | undefined, wording: number): void {
    const name = `work-${this.made}-${this.branches.length}`;
    this.repo.branch(name, from);
    this.branches.push(name);
    this.commit(name, wording, false);
  }

  private root(wording: number): void {
    const name = `root-${this.made}-${this.branches.length}`;
    this.repo.orphan(name);
    this.branches.push(name);
    this.commit(name, wording, true);
  }

  private cherryPick(on: string | undefined, other: number, flag: boolean): void {
    const commit = one(this.commits, other);
    if (commit === undefined || on === undefined) return;
    const message = other % 4 === 0 ? { message: 'Applied by hand' } : {};
    const copy = this.repo.cherryPick(commit, {
      on,
      withTrailer: flag,
      keepDates: other % 2 === 0,
      ...message,
    });
    this.commits.push(copy);
  }

  private revert(on: string | undefined, other: number, numbered: boolean): void {
    const commit = one(this.commits, other);
    if (commit === undefined || on === undefined) return;
    const subject = commit.message.split('\n')[0];
    const message = numbered ? { message: `Revert "${subject}" (#${this.number()})` } : {};
    this.commits.push(this.repo.revert(commit, { on, ...message }));
  }

  private backMerge(into: string | undefined): void {
    if (into === undefined || into === 'main') return;
    this.repo.merge({ into, from: 'main', message: `Merge branch 'main' into ${into}` });
  }

  private land(kind: Step['kind'], from: string | undefined, other: number): void {
    if (from === undefined || from === 'main') return;
    const pull = { number: this.number(), title: one(SUBJECTS, other) || 'Work', from };
    const second = this.branches.find((name) => name !== 'main' && name !== from);
    if (kind === 'squash') this.commits.push(squashPullRequest(this.repo, pull));
    else if (kind === 'merge') this.commits.push(mergePullRequest(this.repo, pull));
    else if (kind === 'rebase') this.commits.push(rebasePullRequest(this.repo, pull));
    else if (kind === 'batch' && second !== undefined) this.batch(pull, second);
    else if (kind === 'octopus' && second !== undefined)
      this.repo.merge({ from: [from, second], message: `Merge branches '${from}' and '${second}'` });
    else this.repo.merge({ from, message: `Merge branch '${from}'` });
    if (kind === 'squash' || kind === 'merge' || kind === 'rebase') this.forget(from);
  }

  private batch(pull: { number: number; title: string; from: string }, second: string): void {
    const pulls = [pull, { number: this.number(), title: 'Second of a batch', from: second }];
    borsMerge(
      this.repo,
      pulls.map((one) => ({ ...one, reviewer: 'lin-q' })),
    );
    this.forget(pull.from);
    this.forget(second);
  }

  private forget(name: string): void {
    this.branches.splice(this.branches.indexOf(name), 1);
  }

  private number(): number {
    this.pullRequests += 1;
    return this.pullRequests;
  }
}

function one<Item>(items: readonly Item[], pick: number): Item | undefined {
  return items[pick % items.length];
}
