import type { Account, Policy, RosterEntry, Vote } from '../records/index.ts';

/** Who people are, by account, and what they may speak for. */
export interface Roster {
  /** The person whose account it is; null for one that the roster does not know. */
  personOf(account: Vote['account']): string | null;
  /** Whether a person held a role on a day, for a module or, where that is null, for the whole release. */
  held(person: string, role: string, module: string | null, day: string): boolean;
  /** Whether a person held a role on a day for any module at all. */
  heldSomewhere(person: string, role: string, day: string): boolean;
}

/** The roster of a policy, indexed. Accounts are told without case, as platforms do. */
export function rosterOf({ roster }: Pick<Policy, 'roster'>): Roster {
  const people = new Map(
    roster.flatMap(({ person, accounts }) => accounts.map(({ on, id }) => [accountKey(on, id), person])),
  );
  const rolesOf = new Map(roster.map(({ person, roles }) => [person, roles]));
  return {
    personOf: ({ on, id }) => people.get(accountKey(on, id)) ?? null,
    held: (person, role, module, day) =>
      (rolesOf.get(person) ?? []).some((held) => isHeld(held, role, day) && isFor(held, module)),
    heldSomewhere: (person, role, day) => (rolesOf.get(person) ?? []).some((held) => isHeld(held, role, day)),
  };
}

/** One name for whoever has an account on the platform: the person, else the account itself. */
export function identityOfAccount(account: Account, roster: Roster): string {
  return roster.personOf({ on: 'github', id: account.login }) ?? account.login.toLowerCase();
}

/**
 * One name for an author: "@login" is an account, other words may be a login or the name that git has. A name that is
 * nobody's stays a name; whoever bears it as a login is taken for the same, for four eyes must not be two.
 */
export function identityOfAuthor(author: string, roster: Roster): string {
  const login = author.replace(/^@/, '');
  const byLogin = roster.personOf({ on: 'github', id: login });
  const byName = author === login ? roster.personOf({ on: 'git', id: author }) : null;
  return byLogin ?? byName ?? login.toLowerCase();
}

function accountKey(on: string, id: string): string {
  return `${on} ${id.toLowerCase()}`;
}

type HeldRole = RosterEntry['roles'][number];

function isHeld(held: HeldRole, role: string, day: string): boolean {
  return held.role === role && held.from <= day && (held.until === undefined || day <= held.until);
}

/** Whoever holds a role for one module cannot speak for the whole release. */
function isFor(held: HeldRole, module: string | null): boolean {
  return held.module === undefined || held.module === module;
}
