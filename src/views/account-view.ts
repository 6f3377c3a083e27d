import { spelledOut } from '../markdown/harmless.ts';
import type { Account } from '../records/pull-request.ts';
import { PEOPLE } from './change-texts.ts';

/** Somebody as auditors see them. */
export interface AccountView {
  name: string;
  /** What the account is, where it is not a person's; null for people, and where git alone tells the name. */
  kind: string | null;
  gone: boolean;
}

/** An account of the platform; null stands for one that is gone. */
export function accountView(account: Account | null): AccountView {
  if (account === null) return { name: PEOPLE.gone, kind: null, gone: true };
  return { name: spelledOut(account.login), kind: PEOPLE.kinds[account.kind], gone: false };
}

/** A name as git has it. */
export function personView(name: string): AccountView {
  return { name: spelledOut(name), kind: null, gone: false };
}

/** The account in plain text, as "renovate (bot)". */
export function accountText(account: Account | null): string {
  const { name, kind } = accountView(account);
  return kind === null ? name : `${name} (${kind})`;
}

/** A few names in one line: "asha, bo and 3 more". */
export function namesText(names: readonly string[], shown = 3): string {
  const first = names.slice(0, shown).join(', ');
  const rest = names.length - shown;
  return rest > 0 ? `${first} ${PEOPLE.more(rest)}` : first;
}

/** What tells one contributor from another. GitHub's own suffix of apps, as in "renovate[bot]", is left out. */
export function authorKey({ name, gone }: AccountView): string {
  return gone ? '' : name.toLowerCase().replace(/\[bot\]$/, ' [bot]');
}
