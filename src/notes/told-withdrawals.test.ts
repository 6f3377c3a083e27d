import { expect, test } from 'vitest';
import { toldWithdrawals } from './told-withdrawals.ts';

const fate = (version: string) => ({ ids: ['core-1'], in: version, restoredIn: null });

test('a prerelease is told only where no final release took the change back', () => {
  const [early, final, other] = [fate('1.10.0-RC1'), fate('1.10.0'), fate('1.9.2')];
  expect(toldWithdrawals({ withdrawals: [final, early, other] })).toEqual([final, other]);
  expect(toldWithdrawals({ withdrawals: [early] })).toEqual([early]);
});
