import { describe, expect, test } from 'vitest';
import type { ChangeInput, CommitFate, PullRequest } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import {
  at,
  change,
  directChange,
  dossier,
  fate,
  HEADS,
  LEAD,
  objectId,
  pull,
  release,
  review,
  user,
} from '../testing/index.ts';
import { independence } from './independence.ts';

const ID = `${LEAD}-11`;

function examine(record: Dossier['changes'][number] | null, more: Partial<Dossier> = {}) {
  return independence.examine(
    dossier({ fates: [fate(ID)], changes: record === null ? [] : [record], ...more }),
  );
}

const withPull = (facts: Partial<PullRequest>, more: Partial<ChangeInput> = {}) =>
  examine(change(ID, more, facts));

test('passes where somebody else approved each change, and says who', () => {
  expect(examine(change(ID))).toMatchObject({
    result: 'pass',
    reasons: [
      { text: '1 change approved by somebody else' },
      { text: `${ID}: hugo approved at 2026-02-02T10:00:00+00:00 on 3e3e3e3e3e3e` },
    ],
  });
});

describe('an approval', () => {
  const forced = (hour: string, before: string | null) => ({
    ...{ at: at(hour, '2026-02-02'), by: user('gita'), before, after: HEADS.merged },
  });
  test.each<[string, string, Partial<PullRequest>]>([
    ['fail', 'is missing', { reviews: [] }],
    ['fail', 'is only a merge', { reviews: [], merger: user('hugo') }],
    ['fail', 'is only a comment', { reviews: [review('hugo', { state: 'commented' })] }],
    ['fail', 'is of an older head', { reviews: [review('hugo', { commit: HEADS.older })] }],
    ['unproven', 'is of an unknown commit', { reviews: [review('hugo', { commit: null })] }],
    ['fail', 'came after the merge', { reviews: [review('hugo', { at: at('12:01', '2026-02-02') })] }],
    ['fail', 'is of somebody who may not push', { reviews: [review('hugo', { mayPush: false })] }],
    ['fail', 'is of a bot', { reviews: [review('hugo', { author: { login: 'hugo', kind: 'bot' } })] }],
    ['unproven', 'is of an account that is gone', { reviews: [review(null)] }],
    ['fail', 'is of the author', { reviews: [review('gita')] }],
    ['pass', 'is of the merger', { reviews: [review('asha')] }],
    [
      'fail',
      'stands against an objection',
      { reviews: [review('hugo'), review('bo', { state: 'changes-requested' })] },
    ],
    ['pass', 'came after a force push', { forcePushes: [forced('09:00', HEADS.gone)] }],
    ['fail', 'came before a force push', { forcePushes: [forced('11:00', HEADS.gone)] }],
    ['unproven', 'came before a force push of an unknown commit', { forcePushes: [forced('11:00', null)] }],
    [
      'pass',
      'is of the commit that was pushed away and back',
      { forcePushes: [forced('11:00', HEADS.merged)] },
    ],
    ['pass', 'came before a force push after the merge', { forcePushes: [forced('13:00', HEADS.gone)] }],
    ['unproven', 'is of nobody knows whom', { author: null }],
    ['unproven', 'came nobody knows when', { mergedAt: null }],
    ['unproven', 'is of what the platform did not merge', { state: 'closed', mergedAt: null }],
    ['fail', 'is missing of what the platform did not merge', { state: 'closed', reviews: [] }],
    ['pass', 'is there beside one that does not count', { reviews: [review('gita'), review('hugo')] }],
  ])('%s: it %s', (result, _, facts) => {
    expect(withPull(facts).result).toBe(result);
  });
});

describe('whoever wrote a part', () => {
  const commits = (...authors: string[]) => [{ commit: HEADS.merged, authors, authoredAt: at('07:00') }];
  test.each<[string, Partial<PullRequest>, Partial<ChangeInput>]>([
    ['opened it', { author: user('hugo') }, {}],
    ['wrote a commit', { commits: commits('@gita', '@Hugo') }, {}],
    ['wrote a commit under a name', { commits: commits('@gita', 'Hugo Berg') }, {}],
    ['is named by git', {}, { author: 'Hugo Berg' }],
    ['is a co-author', {}, { coAuthors: ['hugo'] }],
  ])('does not approve the rest: %s', (_, facts, more) => {
    expect(withPull(facts, more).result).toBe('fail');
  });

  test('is told as the person behind the account', () => {
    expect(withPull({ author: user('hugo') }).reasons[0]?.text).toBe(
      `${ID}: hugo approved at 2026-02-02T10:00:00+00:00 on 3e3e3e3e3e3e, who is hugo-berg, an author of it`,
    );
  });
});

describe('a change of a bot', () => {
  const bot = { author: { login: 'renovate', kind: 'bot' as const }, commits: [] };
  test('needs a person as any other', () => {
    expect(withPull(bot, { author: 'renovate[bot]' }).result).toBe('pass');
    expect(withPull({ ...bot, reviews: [] }, { author: 'renovate[bot]' }).result).toBe('fail');
  });
});

describe('a change without a pull request', () => {
  test('is nobody’s but its author’s', () => {
    expect(examine(directChange(ID)).result).toBe('fail');
  });

  test('is unproven where the platform was not asked, or nothing is recorded', () => {
    expect(examine(directChange(ID, { platformAsked: undefined })).result).toBe('unproven');
    expect(examine(null).result).toBe('unproven');
  });

  test('is approved with the promotion that lists its commits', () => {
    const promotion = (facts: Partial<PullRequest>) => {
      const commits = [{ commit: objectId('7e'), authors: ['@gita'], authoredAt: at('07:00') }];
      const given = { commit: objectId('a1'), staging: objectId('a5'), sameTree: true, extra: [] };
      return release({
        promotion: { ...given, pullRequest: pull(90, { author: user('asha'), commits, ...facts }) },
      });
    };
    const result = (facts: Partial<PullRequest>) =>
      examine(directChange(ID), { release: promotion(facts) }).result;
    expect(result({})).toBe('pass');
    expect(result({ commits: [] })).toBe('fail');
    expect(result({ reviews: [] })).toBe('fail');
    expect(result({ reviews: [review('gita')] })).toBe('fail');
    expect(result({ reviews: [review('asha')] })).toBe('fail');
  });

  test('is not approved because what it was copied from is', () => {
    const copied = (pullRequest: number | null) =>
      change(
        ID,
        { method: 'backport', backport: { pullRequest, commit: null, because: 'cherry picked from' } },
        { number: 11 },
      );
    expect(examine(copied(11)).result).toBe('pass');
    expect(examine(copied(null)).result).toBe('fail');
  });
});

test.each<Partial<CommitFate>>([
  { disposition: 'excluded', reason: 'changes how the product is built' },
  { disposition: 'cancelled', reason: 'taken back by lantern-12' },
  { disposition: 'folded', reason: 'part of lantern-12' },
])('a change that no note tells of needs an approval: $disposition', (more) => {
  const alone = change(ID, {}, { reviews: [] });
  expect(examine(alone, { fates: [fate(ID, more)] }).result).toBe('fail');
});

test('before the tag nobody knows what it brings', () => {
  expect(examine(change(ID), { release: null }).result).toBe('unproven');
});
