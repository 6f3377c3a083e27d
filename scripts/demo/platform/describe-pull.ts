import type { Check, Commit, Person, Pull, Review } from '../../github-stand-in/index.ts';
import { parseConventional } from '../../parse/message/conventional.ts';
import type { CommitHandle } from '../../world/index.ts';
import type { PlatformHabits } from './habits.ts';
import type { LandedPull } from './landed-pull.ts';
import { instant, Moments, type Told } from './told.ts';

const HOUR = 3600;
const LABELS: Record<string, string> = {
  feat: 'enhancement',
  fix: 'bug',
  docs: 'documentation',
  perf: 'performance',
  security: 'security',
  test: 'testing',
  ci: 'testing',
};
const REMARKS = ['', 'Looks good to me.', '', 'Tried it on a cluster with three nodes: works.', ''];

/**
 * A pull request as the platform knows it. Where nothing else is told: somebody else approved its last commit about
 * an hour before the merge, and all checks passed.
 */
export function describePull(
  landed: LandedPull,
  description: string,
  told: Told,
  habits: PlatformHabits,
): Pull {
  const { pull, commits, mergedAt } = landed;
  const author = accountOf(pull.by, habits);
  const usual: Pull = {
    number: pull.number,
    title: pull.title,
    createdAt: instant(landed.openedAt),
    mergedAt: instant(mergedAt),
    author,
    mergedBy: login(landed.mergedBy),
    body: description === '' ? (pull.body ?? '') : description,
    baseBranch: landed.into,
    baseCommit: commits[0]?.parents[0]?.id ?? landed.landed.id,
    headBranch: landed.from,
    headOwner: author === null ? null : landed.headOwner,
    mergeCommit: landed.landed.id,
    ...(landed.copies.length > 1 && { landed: landed.copies.map(({ id }) => id) }),
    commits: commits.map((commit) => describeCommit(commit, habits)),
    reviews: [usualReview(landed, habits)],
    checks: usualChecks(landed, habits),
    labels: usualLabels(pull.title),
    ...(landed.milestone !== null && { milestone: landed.milestone }),
    files: landed.files,
  };
  const more = typeof told === 'function' ? told(new Moments(commits, mergedAt, pull.by)) : told;
  const described = { ...usual, ...more };
  const place = `https://ci.example.org/${habits.name}/${pull.number}`;
  return { ...described, checks: (described.checks ?? []).map((check) => withPage(check, place)) };
}

/** Where a check's output can be read. */
function withPage(check: Check, place: string): Check {
  const name = 'context' in check ? check.context : check.name;
  return { url: `${place}/${name.replace('/', '-')}`, ...check };
}

/** A commit of the repository. */
export function describeCommit(commit: CommitHandle, habits: PlatformHabits): Commit {
  const coAuthors = [...commit.message.matchAll(/^Co-authored-by: (.+?) <(.+)>$/gim)];
  return {
    oid: commit.id,
    message: commit.message,
    author: personOf(commit.author, habits),
    authoredAt: instant(commit.authorDate.seconds),
    ...(coAuthors.length > 0 && {
      coAuthors: coAuthors.map(([, name = '', email = '']) => personOf({ name, email }, habits)),
    }),
  };
}

/** A handle as the platform has it: git writes "[bot]" behind those of bots. */
export function login(handle: string): string {
  return handle.replace(/\[bot\]$/, '');
}

function accountOf(handle: string, { gone = [] }: PlatformHabits): string | null {
  return gone.includes(handle) ? null : login(handle);
}

function personOf(person: { name: string; email: string }, habits: PlatformHabits): Person {
  const unknown = [...(habits.gone ?? []), ...(habits.withoutAccount ?? [])];
  const isAccount = person.email.endsWith('@users.noreply.github.com') && !unknown.includes(person.name);
  return isAccount ? { ...person, login: login(person.name) } : person;
}

function usualReview(landed: LandedPull, habits: PlatformHabits): Review {
  const { number } = landed.pull;
  const at = Math.max(landed.mergedAt - HOUR - (number % 23) * 60, pushedAt(landed) + 300);
  return {
    author: reviewerOf(landed.pull, habits.reviewers),
    at: instant(Math.min(at, landed.mergedAt - 60)),
    body: REMARKS[number % REMARKS.length] ?? '',
  };
}

/** Who reviews a pull request: nobody who wrote it. */
export function reviewerOf(pull: LandedPull['pull'], reviewers: readonly string[]): string {
  const others = reviewers.filter((name) => name !== pull.by && name !== pull.with);
  return others[pull.number % others.length] ?? 'nobody';
}

/** When its last commit was there for everybody. */
function pushedAt({ openedAt, commits }: LandedPull): number {
  return Math.max(openedAt, commits.at(-1)?.authorDate.seconds ?? openedAt);
}

function usualChecks(landed: LandedPull, { checks }: PlatformHabits): Check[] {
  const [pushed, mergedAt] = [pushedAt(landed), landed.mergedAt];
  return checks.map(({ check, minutes }) => ({
    ...check,
    at: instant(Math.min(pushed + minutes * 60, mergedAt - 60)),
  }));
}

function usualLabels(title: string): string[] {
  if (/\bbump\b/.test(title)) return ['dependencies'];
  const { kind, scope, breaking } = parseConventional(title) ?? { kind: '', scope: null, breaking: false };
  const label = LABELS[kind];
  return [
    ...(label === undefined ? [] : [label]),
    ...(scope === null || scope === undefined ? [] : [`area/${scope}`]),
    ...(breaking ? ['breaking-change'] : []),
  ];
}
