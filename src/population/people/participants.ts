import { reviewFacts } from '../../history/review-facts.ts';
import type { Account, Change, Deployment, PullRequest } from '../../records/index.ts';
import type { Participant } from '../row.ts';
import type { Authorship } from './authorship.ts';
import type { KnownPeople } from './known-people.ts';

/** Somebody of whom nothing is known but, perhaps, when. */
export function nobodyKnown(at: string | null = null): Participant {
  return { person: null, account: null, roles: null, independent: 'unproven', at };
}

/** Who opened the pull request, else whom git names as the author. */
export function authorOf(change: Change, pull: PullRequest | null, people: KnownPeople): Participant {
  const by = { independent: 'no' as const, at: change.authoredAt };
  const dayOf = pull?.mergedAt ?? change.landedAt;
  if (pull === null) return named(change.author, dayOf, people, by);
  return pull.author === null
    ? { ...nobodyKnown(change.authoredAt), independent: 'no' }
    : withRoles(people.personOfAccount(pull.author), accountName(pull.author), dayOf, people, by);
}

/** Everybody whose last word on a pull request approves it, and who approved it when it was merged already. */
export function approversOf(pull: PullRequest, authorship: Authorship, people: KnownPeople): Participant[] {
  const { approvals, lateApprovals } = reviewFacts(pull);
  return [...approvals, ...lateApprovals].map(({ review }) =>
    ofAccount(review.author, review.at, authorship, people),
  );
}

/** Who merged the pull request, else who put the commit on the branch, as git says. */
export function mergerOf(
  change: Change,
  pull: PullRequest | null,
  authorship: Authorship,
  people: KnownPeople,
): Participant {
  if (pull !== null) return ofAccount(pull.merger, pull.mergedAt, authorship, people);
  const person = people.personOfName(change.landedBy);
  const by = { independent: authorship.isOther(person, null), at: change.landedAt };
  return named(change.landedBy, change.landedAt, people, by);
}

/** Who deployed: the record names a person of the roster or an account. */
export function deployerOf(
  { by, at }: Deployment,
  authorship: Authorship | null,
  people: KnownPeople,
): Participant {
  if (by === undefined) return nobodyKnown(at);
  const person = people.isPerson(by) ? by : people.personOfName(by);
  const independent = authorship?.isOther(person, { login: by, kind: 'user' }) ?? 'unproven';
  return withRoles(person, by, at, people, { independent, at });
}

function ofAccount(
  account: Account | null,
  at: string | null,
  authorship: Authorship,
  people: KnownPeople,
): Participant {
  if (account === null) return nobodyKnown(at);
  const person = people.personOfAccount(account);
  const by = { independent: authorship.isOther(person, account), at };
  return withRoles(person, accountName(account), at, people, by);
}

type Doing = Pick<Participant, 'independent' | 'at'>;

function named(name: string, day: string, people: KnownPeople, by: Doing): Participant {
  const account = name.startsWith('@') ? `github:${name.slice(1)}` : `git:${name}`;
  return withRoles(people.personOfName(name), account, day, people, by);
}

/** Which roles somebody held can be told of a person of the roster only, and of a day. */
function withRoles(
  person: string | null,
  account: string,
  day: string | null,
  people: KnownPeople,
  by: Doing,
): Participant {
  const roles = person === null || day === null ? null : people.rolesAt(person, day);
  return { person, account, roles, ...by };
}

function accountName({ login, kind }: Account): string {
  return kind === 'bot' ? `github:${login} (bot)` : `github:${login}`;
}
