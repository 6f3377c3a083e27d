import type { Policy } from '../../../src/records/index.ts';
import { rosterOf } from '../../../src/verdict/roster.ts';
import { foreignLine } from '../../parse/github/values.ts';

/** Who has an account on GitHub: the person of the roster, else the account. */
export function byAccount(policy: Policy, login: string): string {
  return rosterOf(policy).personOf({ on: 'github', id: login }) ?? foreignLine(login);
}

/**
 * Who has a name that a server gives to its users, which is an e-mail address where people come from elsewhere. Of an
 * address only what stands before the "@" is written, for records hold none; undefined where nothing is left.
 */
export function byUser(policy: Policy, username: string): string | undefined {
  const name = foreignLine(username.split('@')[0] ?? '')
    .replace(/[<>]/g, '')
    .trim();
  if (name === '') return undefined;
  const isPerson = policy.roster.some(({ person }) => person === name);
  return isPerson ? name : byAccount(policy, name);
}
