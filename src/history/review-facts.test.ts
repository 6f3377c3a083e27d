import { describe, expect, test } from 'vitest';
import { type Account, type PullRequest, PullRequestSchema, type Review } from '../records/pull-request.ts';
import { checkGroups } from './check-facts.ts';
import { isSameAccount, reviewFacts, reviewVerdict } from './review-facts.ts';

const [OLD, HEAD, GONE] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
const at = (hour: number) => `2026-02-03T${String(hour).padStart(2, '0')}:00:00+00:00`;
const user = (login: string): Account => ({ login, kind: 'user' });

function review(login: string | null, hour: number, more: Partial<Review> = {}): Review {
  const author = login === null ? null : user(login);
  return { author, state: 'approved', at: at(hour), commit: HEAD, mayPush: true, ...more };
}

function pull(more: Partial<PullRequest>): PullRequest {
  return PullRequestSchema.parse({
    ...{
      repository: 'director/core',
      number: 1,
      url: 'https://git.example/director/core/pull/1',
      title: 'a',
    },
    ...{ state: 'merged', author: user('asha'), merger: user('olu'), base: 'main', head: 'fix' },
    ...{ createdAt: at(1), mergedAt: at(20), headOwner: 'asha', headCommit: HEAD, mergeCommit: GONE },
    commits: [OLD, HEAD].map((commit) => ({ commit, authors: ['asha'], authoredAt: at(1) })),
    files: { count: 0, additions: 0, deletions: 0, paths: [] },
    ...more,
  });
}

const verdict = (more: Partial<PullRequest>) => reviewVerdict(reviewFacts(pull(more)));
const forced = (hour: number) => ({ at: at(hour), by: user('asha'), before: GONE, after: HEAD });
const dismissed = (hour: number): Partial<Review> => ({
  state: 'dismissed',
  dismissed: { by: user('olu'), at: at(hour), was: 'approved', because: 'stale' },
});

describe('the verdict', () => {
  test.each<[string, Partial<PullRequest>]>([
    ['approved merged head', { reviews: [review('bo', 3)] }],
    ['approved older head', { reviews: [review('bo', 3, { commit: OLD })] }],
    ['approved unknown commit', { reviews: [review('bo', 3, { commit: null })] }],
    ['approved without right', { reviews: [review('bo', 3, { mayPush: false })] }],
    ['approved by bot', { reviews: [review('ci', 3, { author: { login: 'ci', kind: 'bot' } })] }],
    ['approved after merge', { reviews: [review('bo', 21)] }],
    ['not approved', {}],
    ['not approved', { reviews: [review('bo', 3, { state: 'commented' })] }],
    ['not approved', { reviews: [review('bo', 3, { state: 'pending' })] }],
    ['not approved', { reviews: [review('bo', 3, dismissed(4))] }],
    ['changes requested', { reviews: [review('bo', 3), review('cy', 4, { state: 'changes-requested' })] }],
    ['forced after approval', { reviews: [review('bo', 3, { commit: GONE })], forcePushes: [forced(4)] }],
    ['forced after approval', { reviews: [review('bo', 3, dismissed(5))], forcePushes: [forced(4)] }],
  ])('%s', (expected, more) => {
    expect(verdict(more)).toBe(expected);
  });

  test('an objection of somebody who may not push stops nobody', () => {
    const objection = review('cy', 4, { state: 'changes-requested', mayPush: false });
    expect(verdict({ reviews: [review('bo', 3), objection] })).toBe('approved merged head');
  });

  test('an approval that was dismissed after the merge counted at the merge', () => {
    expect(verdict({ reviews: [review('bo', 3, dismissed(21))] })).toBe('approved merged head');
  });

  test('who approves the merged head anew heals a force push, which is told all the same', () => {
    const more = { reviews: [review('bo', 3, { commit: GONE }), review('bo', 5)], forcePushes: [forced(4)] };
    expect(verdict(more)).toBe('approved merged head');
    expect(reviewFacts(pull(more)).forcedAfterApproval).toHaveLength(1);
  });

  test('a force push before the first approval, or after the merge, takes nothing away', () => {
    const more = { reviews: [review('bo', 3)], forcePushes: [forced(2), forced(22)] };
    expect(reviewFacts(pull(more))).toMatchObject({ forcePushes: [{}], forcedAfterApproval: [] });
  });
});

describe('a person’s last word', () => {
  test('is the last verdict, whatever was commented later', () => {
    const { lastWords } = reviewFacts(
      pull({
        reviews: [
          review('bo', 6, { state: 'commented' }),
          review('Bo', 5),
          review('bo', 4, { state: 'changes-requested' }),
        ],
      }),
    );
    expect(lastWords.map(({ said }) => said)).toEqual(['approved']);
  });

  test('is not taken back by somebody else whose account is gone', () => {
    const { approvals, objections } = reviewFacts(
      pull({ reviews: [review(null, 3), review(null, 4, { state: 'changes-requested' })] }),
    );
    expect([approvals.length, objections.length]).toEqual([1, 1]);
  });
});

test('says how far behind the merged head an approval was, and who wrote commits himself', () => {
  const { reviews } = reviewFacts(
    pull({ reviews: [review('bo', 3, { commit: OLD }), review('ASHA', 4, { commit: GONE })] }),
  );
  expect(reviews).toMatchObject([
    { commitsAfter: 1, byCommitter: false },
    { commitsAfter: null, byCommitter: true },
  ]);
});

test('who merged his own change is said, unless the account is gone', () => {
  expect(reviewFacts(pull({ merger: user('Asha') })).selfMerged).toBe(true);
  expect(reviewFacts(pull({ author: null, merger: null })).selfMerged).toBe(false);
});

test('accounts are told by their number first', () => {
  expect(isSameAccount({ ...user('a'), id: 1 }, { ...user('b'), id: 1 })).toBe(true);
  expect(isSameAccount({ ...user('a'), id: 1 }, { ...user('a'), id: 2 })).toBe(false);
  expect(isSameAccount(user('ci'), { login: 'ci', kind: 'bot' })).toBe(false);
});

test('checks that did not pass come first', () => {
  const conclusions = ['success', 'skipped', 'pending', 'cancelled', 'timed-out'] as const;
  const groups = checkGroups(conclusions.map((conclusion) => ({ name: conclusion, by: null, conclusion })));
  expect(groups.map(({ outcome, checks }) => [outcome, checks.length])).toEqual([
    ['failed', 2],
    ['open', 1],
    ['not run', 1],
    ['passed', 1],
  ]);
});
