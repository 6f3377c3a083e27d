import { isPrerelease } from '../history/version-order.ts';
import type { PublicEntry } from './public-entry.ts';

type Withdrawals = PublicEntry['withdrawals'];

/** What readers are told of an entry's fate: a prerelease that took it back says little beside its final release. */
export function toldWithdrawals({ withdrawals }: Pick<PublicEntry, 'withdrawals'>): Withdrawals {
  const finals = withdrawals.filter((fate) => !isPrerelease(fate.in));
  return finals.length > 0 ? finals : withdrawals;
}
