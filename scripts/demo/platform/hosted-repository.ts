import type { Issue, Pull, Release, Repository } from '../../github-stand-in/index.ts';
import { parseConventional } from '../../parse/message/conventional.ts';
import type { CommitHandle } from '../../world/index.ts';
import { describeCommit, describePull } from './describe-pull.ts';
import type { PlatformHabits } from './habits.ts';
import type { LandedPull } from './landed-pull.ts';
import { instant, type Told } from './told.ts';

/** What a project tells of itself on the platform beside what its pull requests do. */
export interface ToldRepository {
  /** Descriptions of pull requests, by their numbers. */
  descriptions: ReadonlyMap<number, string>;
  /** What is unusual about pull requests, by their numbers. */
  pulls?: Readonly<Record<number, Told>>;
  /** Releases by their tags; a tag that is not here has none. */
  releases?: Readonly<Record<string, Partial<Release>>>;
  /** Titles of issues that somebody would look at; others get one from the pull request that closes them. */
  issues?: Readonly<Record<number, string>>;
  /** Pull requests that never landed, but hold commits that others brought. */
  others?: (landed: (number: number) => CommitHandle) => Pull[];
}

/** Nobody's: the sample must not lead to real pull requests that happen to have its numbers. */
const PAGES = 'https://git.example.org';

/** The platform's side of a sample repository: it grows while pull requests land. */
export class HostedRepository {
  private readonly habits: PlatformHabits;
  private readonly told: ToldRepository;
  private readonly pulls = new Map<number, Pull>();
  private readonly landings = new Map<number, CommitHandle>();
  private readonly releases: Release[] = [];
  private readonly tips: CommitHandle[] = [];
  /** The version that work is planned for. */
  milestone: string | null = null;

  constructor(habits: PlatformHabits, told: ToldRepository) {
    this.habits = habits;
    this.told = told;
  }

  /** A pull request was merged. */
  add(landed: LandedPull): void {
    const { number } = landed.pull;
    const description = this.told.descriptions.get(number) ?? '';
    const told = this.told.pulls?.[number] ?? {};
    this.pulls.set(number, describePull(landed, description, told, this.habits));
    this.landings.set(number, landed.landed);
    this.tips.push(landed.landed);
  }

  /** A tag was pushed: its release, where there is one, is published within the hour. */
  tagged(tag: string, commit: CommitHandle, at: number, by: string): void {
    this.tips.push(commit);
    const told = this.told.releases?.[tag];
    if (told === undefined) return;
    const publishedAt = told.draft === true ? null : instant(at + 2700);
    const usual: Release = { tag, author: by, createdAt: instant(at), publishedAt, tagCommit: commit.id };
    this.releases.push({ ...usual, ...told });
  }

  /** The repository as the stand-in shall know it. */
  describe(): Repository {
    const { owner, name, isPrivate = false } = this.habits;
    const others = this.told.others?.((number) => this.landingOf(number)) ?? [];
    const pulls = [...this.pulls.values(), ...others];
    const numbers = new Set(pulls.map(({ number }) => number));
    for (const pull of this.pulls.values()) closeAnIssue(pull, numbers);
    return {
      owner,
      name,
      pages: PAGES,
      isPrivate,
      pulls,
      issues: this.issuesOf(pulls),
      releases: this.releases,
      commits: reached(this.tips).map((commit) => describeCommit(commit, this.habits)),
    };
  }

  private landingOf(number: number): CommitHandle {
    const landing = this.landings.get(number);
    if (landing === undefined) throw new Error(`pull request #${number} has not landed`);
    return landing;
  }

  private issuesOf(pulls: readonly Pull[]): Issue[] {
    const { issues = {} } = this.told;
    const told = Object.entries(issues).map(([number, title]): Issue => ({ number: Number(number), title }));
    const closed = pulls.flatMap(({ closes = [], title }) =>
      closes
        .filter((each) => typeof each === 'number' && issues[each] === undefined)
        .map((each): Issue => ({ number: Number(each), title: issueTitle(title) })),
    );
    return [...told, ...closed];
  }
}

/** Most features and fixes close the issue that was written just before them, where that number is an issue's. */
function closeAnIssue(pull: Pull, taken: ReadonlySet<number>): void {
  const isOrdinary = /^(?:feat|fix)[(!:]/.test(pull.title) && pull.closes === undefined;
  const said = [...(pull.body ?? '').matchAll(/\b(?:Fixes|Closes) #(\d+)/g)].map(([, digits]) =>
    Number(digits),
  );
  if (said.length > 0) pull.closes ??= said;
  else if (isOrdinary && !taken.has(pull.number - 1)) pull.closes = [pull.number - 1];
}

function issueTitle(title: string): string {
  const { kind, title: words } = parseConventional(title) ?? { kind: 'other', title };
  return `${kind === 'fix' ? 'Bug' : 'Request'}: ${words}`;
}

/** All commits that lead to the tips, newest first within each line. */
function reached(tips: readonly CommitHandle[]): CommitHandle[] {
  const seen = new Set<CommitHandle>();
  const waiting = [...tips];
  for (let commit = waiting.pop(); commit !== undefined; commit = waiting.pop()) {
    if (seen.has(commit)) continue;
    seen.add(commit);
    waiting.push(...commit.parents);
  }
  return [...seen];
}
