import type { Scope } from '../scope.ts';
import type { AccountView } from '../views.ts';
import type { Account } from '../world/world.ts';

const TYPES = {
  user: 'User',
  bot: 'Bot',
  organization: 'Organization',
  mannequin: 'Mannequin',
  enterprise: 'EnterpriseUserAccount',
} as const;

/** Somebody who did something; null where the account is gone. */
export function actor(scope: Scope, login: string | null | undefined): AccountView | null {
  if (login == null) return null;
  const described = accountOf(scope, login);
  return { __typename: TYPES[described.kind ?? 'user'], login, described };
}

/**
 * Somebody at a field whose type is User: bots stand there as users with "[bot]" behind their login, others that
 * are no users are left out.
 */
export function user(scope: Scope, login: string | null | undefined): AccountView | null {
  if (login == null) return null;
  const described = accountOf(scope, login);
  const { kind = 'user' } = described;
  if (kind !== 'user' && kind !== 'bot') return null;
  const shown = kind === 'bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login;
  return { __typename: 'User', login: shown, described };
}

function accountOf({ world }: Scope, login: string): Account {
  const { accounts = {} } = world;
  return accounts[login] ?? accounts[login.replace('[bot]', '')] ?? {};
}
