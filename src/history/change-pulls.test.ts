import { expect, test } from 'vitest';
import type { Change, PullRequest } from '../records/index.ts';
import { changePulls } from './change-pulls.ts';

const [twelve, fifteen] = [12, 15].map((number) => ({ number }) as PullRequest) as [PullRequest, PullRequest];
const copy = (pullRequest: number | null) => ({ pullRequest, commit: null, because: 'picked' });

test.each<[string, Partial<Change>, (number | null)[]]>([
  ['no copy', { pullRequest: 12, pullRequests: [twelve] }, [12, null]],
  [
    'a copy with a pull request of its own',
    { pullRequest: 12, backport: copy(15), pullRequests: [fifteen, twelve] },
    [15, 12],
  ],
  [
    'a copy that was picked by hand',
    { pullRequest: 12, backport: copy(null), pullRequests: [twelve] },
    [null, 12],
  ],
  [
    'a copy whose carrier is not known',
    { pullRequest: 12, backport: copy(15), pullRequests: [twelve] },
    [null, 12],
  ],
  ['nothing known', { pullRequest: 12 }, [null, null]],
])('%s', (_name, change, expected) => {
  const { carrier, original } = changePulls(change as Change);
  expect([carrier?.number ?? null, original?.number ?? null]).toEqual(expected);
});
