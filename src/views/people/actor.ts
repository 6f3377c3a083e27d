import { spelledOut } from '../../markdown/harmless.ts';
import type { Account, Policy, Vote } from '../../records/index.ts';
import { type Roster, rosterOf } from '../../verdict/roster.ts';
import { PERSON_PAGE } from '../people-texts.ts';

/** Whoever did something: a person of the roster, or an account that it does not know. */
export interface Actor {
  /** The roster's id; null for a stranger. */
  person: string | null;
  /** As pages name them. */
  name: string;
  /** The platform says that it is no person's account. */
  bot: boolean;
}

/** Tells who somebody is. */
export interface Actors {
  roster: Roster;
  /** An account of the platform; null for one that is gone. */
  ofAccount(account: Account | null): Actor | null;
  /** An author as a change names one: "@login", a login, or the name that git has. */
  ofAuthor(name: string): Actor;
  /** An account that voted. */
  ofVoter(account: Vote['account']): Actor;
  /** A person's id, or an account where a record may have either. */
  ofName(name: string): Actor;
}

/** Who people are, by a policy's roster. */
export function actorsOf(policy: Pick<Policy, 'roster'>): Actors {
  const roster = rosterOf(policy);
  const people = new Set(policy.roster.map(({ person }) => person));
  const onPlatform = (id: string): string | null => roster.personOf({ on: 'github', id });
  const inGit = (id: string): string | null => roster.personOf({ on: 'git', id });
  return {
    roster,
    ofAccount: (account) =>
      account === null
        ? null
        : { ...actor(onPlatform(account.login), account.login), bot: account.kind === 'bot' },
    ofAuthor: (name) => {
      const login = name.replace(/^@/, '');
      return actor(onPlatform(login) ?? (login === name ? inGit(name) : null), login);
    },
    ofVoter: (account) => actor(roster.personOf(account), account.id),
    ofName: (name) => actor(people.has(name) ? name : (onPlatform(name) ?? inGit(name)), name),
  };
}

const ADDRESS = /[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+/g;
const BOT = /\[bot\]$/;

/** Text without e-mail addresses: git's names may hold one. */
export function withoutAddresses(text: string): string {
  return spelledOut(text).replace(ADDRESS, PERSON_PAGE.hiddenAddress);
}

/** Git writes the suffix of a platform's app, the platform itself does not. */
function actor(person: string | null, account: string): Actor {
  return { person, name: person ?? withoutAddresses(account.replace(BOT, '')), bot: BOT.test(account) };
}
