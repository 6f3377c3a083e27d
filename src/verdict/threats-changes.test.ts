import { expect, test } from 'vitest';
import type { ChangeInput, PullRequest } from '../records/index.ts';
import { independence } from './controls/independence.ts';
import {
  at,
  change,
  dossier,
  fate,
  HEADS,
  LEAD,
  policy,
  ROSTER,
  review,
  rosterEntry,
  user,
} from './testing/index.ts';

const ID = `${LEAD}-11`;

function resultOf(facts: Partial<PullRequest>, more: Partial<ChangeInput> = {}, rules = policy()): string {
  const given = dossier({ fates: [fate(ID)], changes: [change(ID, more, facts)], policy: rules });
  return independence.examine(given).result;
}

const approval = (time: string, commit: string = HEADS.merged) =>
  review('hugo', { at: at(time, '2026-02-02'), commit });

test('an approval that was re-bound to the head of a later force push does not count; a new one does', () => {
  const push = { at: at('11:00', '2026-02-02'), by: user('gita'), before: HEADS.gone, after: HEADS.merged };
  expect(resultOf({ reviews: [approval('10:00')], forcePushes: [push] })).toBe('fail');
  expect(resultOf({ reviews: [approval('11:30')], forcePushes: [push] })).toBe('pass');
});

test('an approval of what was pushed away does not count; one of what came does', () => {
  const push = { at: at('11:00', '2026-02-02'), by: user('gita'), before: HEADS.gone, after: HEADS.merged };
  expect(resultOf({ reviews: [approval('10:00', HEADS.gone)], forcePushes: [push] })).toBe('fail');
  expect(
    resultOf({
      reviews: [approval('10:00', HEADS.gone), review('asha', { at: at('11:30', '2026-02-02') })],
      forcePushes: [push],
    }),
  ).toBe('pass');
});

test('an approval of an older head does not count; one of the merged head does', () => {
  expect(resultOf({ reviews: [approval('10:00', HEADS.older)] })).toBe('fail');
  expect(resultOf({ reviews: [approval('10:00', HEADS.merged)] })).toBe('pass');
});

test('an author does not approve the own change, by a second account neither; somebody else does', () => {
  const others = ROSTER.filter(({ person }) => person !== 'gita-roy');
  const gita = rosterEntry('gita-roy');
  const accounts = [...gita.accounts, { on: 'github' as const, id: 'gita-at-night' }];
  const rules = policy({ roster: [...others, { ...gita, accounts }] });
  expect(resultOf({ reviews: [review('gita')] }, {}, rules)).toBe('fail');
  expect(resultOf({ reviews: [review('gita-at-night')] }, {}, rules)).toBe('fail');
  expect(resultOf({ reviews: [review('hugo')] }, {}, rules)).toBe('pass');
});

test('a renamed account is known by its number', () => {
  const author = { login: 'gita-roy', id: 7, kind: 'user' as const };
  const renamed = (id: number) => review('whoever', { author: { login: 'whoever', id, kind: 'user' } });
  expect(resultOf({ author, reviews: [renamed(7)] })).toBe('fail');
  expect(resultOf({ author, reviews: [renamed(8)] })).toBe('pass');
});

test('whom a squash hides does not approve; whom it hides nothing of does', () => {
  const commits = [
    { commit: HEADS.merged, authors: ['@gita', '@hugo'], authoredAt: at('07:00', '2026-02-02') },
  ];
  expect(resultOf({ commits })).toBe('fail');
  expect(resultOf({ commits, reviews: [review('asha')] })).toBe('pass');
});

test('a name that says bot is an author as any other; only the platform knows bots, and they need a person too', () => {
  const named = { author: 'dependabot[bot]' };
  const commits = [
    { commit: HEADS.merged, authors: ['dependabot[bot]'], authoredAt: at('07:00', '2026-02-02') },
  ];
  expect(resultOf({ commits, reviews: [] }, named)).toBe('fail');
  expect(resultOf({ commits, reviews: [review('gita')] }, named)).toBe('fail');
  expect(resultOf({ author: { login: 'dependabot', kind: 'bot' }, commits }, named)).toBe('pass');
  expect(resultOf({ author: { login: 'dependabot', kind: 'bot' }, commits, reviews: [] }, named)).toBe(
    'fail',
  );
});
