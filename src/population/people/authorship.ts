import type { Account, Change } from '../../records/index.ts';
import { authorsOf } from '../../verdict/authors.ts';
import { ownPullRequest } from '../../verdict/own-pull-request.ts';
import { identityOfAccount } from '../../verdict/roster.ts';
import type { Proof } from '../row.ts';
import type { KnownPeople } from './known-people.ts';

/** Everybody who wrote something of a change, in a form to hold others against. */
export interface Authorship {
  /** Persons of the roster, else accounts and names without case; sorted. */
  identities: readonly string[];
  /** Whether somebody is another person than all of them, by the person or, where there is none, the account. */
  isOther(person: string | null, account: Account | null): Proof;
}

/** Who wrote a change. */
export function authorshipOf(change: Change, people: KnownPeople): Authorship {
  const identities = authorsOf(change, people.roster);
  const bots = botsOf(change, people);
  const areAllKnown = [...identities].every((identity) => people.isPerson(identity) || bots.has(identity));
  return {
    identities: [...identities].sort(),
    isOther: (person, account) => {
      const identity = person ?? (account === null ? null : identityOfAccount(account, people.roster));
      if (identity !== null && identities.has(identity)) return 'no';
      return person !== null && areAllKnown ? 'yes' : 'unproven';
    },
  };
}

/** Accounts that the platform calls bots are nobody's second hat. A name in git is no proof of being one. */
function botsOf(change: Change, { roster }: KnownPeople): Set<string> {
  const pull = change.pullRequests?.[0];
  const listed = (pull?.commits ?? []).flatMap(({ authors }) => authors).filter(isBotLogin);
  const opener = pull?.author?.kind === 'bot' ? identityOfAccount(pull.author, roster) : null;
  const ofOpener = opener === null ? [] : [opener, `${opener}[bot]`];
  return new Set([...listed.map((author) => author.slice(1).toLowerCase()), ...ofOpener]);
}

/** No person's login can have brackets. */
function isBotLogin(author: string): boolean {
  return author.startsWith('@') && author.endsWith('[bot]');
}

/** Whether a machine alone wrote a change, and opened its pull request, as the platform authenticated it. */
export function isBotsOwn(change: Change, people: KnownPeople): boolean {
  if (ownPullRequest(change)?.author?.kind !== 'bot') return false;
  const bots = botsOf(change, people);
  return [...authorsOf(change, people.roster)].every((identity) => bots.has(identity));
}
