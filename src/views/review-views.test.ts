import { describe, expect, test } from 'vitest';
import { type Change, type ChangeInput, ChangeSchema } from '../records/change.ts';
import { type PullRequest, PullRequestSchema, type Review } from '../records/pull-request.ts';
import { changePageView } from './change-page-view.ts';
import { changeRows, knowledgeSentences } from './changes-view.ts';
import { contributorsView } from './contributors-view.ts';
import type { FactView } from './fact-view.ts';
import { concernCounts, reviewRow, verdictCounts } from './review-row.ts';

const [OLD, HEAD, LANDING] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
const at = (hour: number) => `2026-02-03T${String(hour).padStart(2, '0')}:00:00+00:00`;
const user = (login: string) => ({ login, kind: 'user' }) as const;

function review(login: string, hour: number, more: Partial<Review> = {}): Review {
  return { author: user(login), state: 'approved', at: at(hour), commit: HEAD, mayPush: true, ...more };
}

function pull(more: Partial<PullRequest> = {}): PullRequest {
  return PullRequestSchema.parse({
    ...{
      repository: 'director/core',
      number: 1,
      url: 'https://git.example/director/core/pull/1',
      title: 'a',
    },
    ...{ state: 'merged', author: user('asha'), merger: user('olu'), base: 'main', head: 'fix' },
    ...{ createdAt: at(1), mergedAt: at(20), headOwner: 'asha', headCommit: HEAD, mergeCommit: LANDING },
    commits: [OLD, HEAD].map((commit, index) => ({ commit, authors: ['asha'], authoredAt: at(2 + index) })),
    files: { count: 2, additions: 3, deletions: 1, paths: ['a\u202Eb', 'c'] },
    ...more,
  });
}

function change(more: Partial<ChangeInput> = {}): Change {
  return ChangeSchema.parse({
    ...{
      schema: 1,
      id: 'core-1',
      product: 'core',
      module: 'core',
      version: '1.0.0',
      pullRequest: 1,
      kind: 'fix',
    },
    ...{ identifiedBy: 'its number', title: 'a', method: 'squash', author: 'Asha Rao', landedBy: 'GitHub' },
    ...{ authoredAt: at(1), landedAt: at(20), landing: LANDING, commits: [LANDING], ...more },
  });
}

const marksOf = (more: Partial<PullRequest>) =>
  reviewRow(change({ pullRequests: [pull(more)] })).marks.map(({ text }) => text);

function page(pulls: PullRequest[], descriptions = new Map(), more: Partial<ChangeInput> = {}) {
  const source = {
    change: change({ pullRequests: pulls, ...more }),
    message: 'm\u0007',
    descriptions,
    path: 'x.md',
  };
  return changePageView(source, [], 'UTC', null);
}

const shownIn = (facts: readonly FactView[], name: string): string =>
  (facts.find((fact) => fact.name === name)?.parts ?? [])
    .map((part) =>
      part.is === 'mark'
        ? part.mark.text
        : part.is === 'account'
          ? part.account.name
          : part.is === 'time'
            ? part.time.shown
            : part.text,
    )
    .join(' ');

describe('a change in its row', () => {
  test('says plainly on which commit it was approved', () => {
    expect(marksOf({ reviews: [review('bo', 4)] })).toEqual(['approved the merged head']);
    expect(marksOf({ reviews: [review('bo', 4, { commit: OLD })] })).toEqual(['approved an older head']);
  });

  test('says a force push after an approval, though it was approved anew', () => {
    const forcePushes = [{ at: at(5), by: null, before: OLD, after: HEAD }];
    const reviews = [review('bo', 4, { commit: OLD }), review('bo', 6)];
    expect(marksOf({ forcePushes, reviews })).toEqual(['approved the merged head', 'forced after approval']);
  });

  test('says what takes weight from its reviews', () => {
    const dismissed = { by: user('olu'), at: at(6), was: 'approved', because: 'stale' } as const;
    const reviews = [
      review('bo', 4, { state: 'dismissed', dismissed }),
      review('cy', 5, { mayPush: false }),
      review('di', 5),
    ];
    expect(marksOf({ reviews, state: 'closed', mergedAt: null })).toEqual([
      'approved the last head',
      '1 dismissed review',
      '1 may not push',
      'not merged on GitHub',
    ]);
  });

  test('tells what was not asked from what is not there', () => {
    const rows = [change(), change({ platformAsked: true })].map((each) => reviewRow(each).marks[0]?.text);
    expect(rows).toEqual(['GitHub was not asked', 'no pull request']);
  });

  test('names who merged, self-merge, checks, bots and the first contribution', () => {
    const author = { login: 'renovate', kind: 'bot' } as const;
    const checks = (['success', 'failure', 'success'] as const).map((conclusion, index) => ({
      ...{ name: `check ${index}`, by: null, conclusion },
    }));
    const source = change({
      pullRequests: [pull({ author, merger: author, checks })],
      firstContribution: true,
    });
    const [row] = changeRows([{ change: source, message: '', descriptions: new Map(), path: '' }], [], 'UTC');
    expect(row).toMatchObject({
      ...{ href: '/audit/core/1.0.0/changes/core-1/', selfMerged: true, firstContribution: true },
      ...{ author: { name: 'renovate', kind: 'bot' }, landedBy: { name: 'renovate' } },
      checks: [{ text: '1 failed' }, { text: '2 passed' }],
    });
  });
});

describe('a dossier', () => {
  test('says how many changes have review facts', () => {
    const known = change({ pullRequests: [pull()] });
    expect(knowledgeSentences([known, change(), change({ platformAsked: true })])).toEqual([
      'What GitHub knows of their review is recorded for 1 of 3 changes.',
      'GitHub was not asked for 1 of 3 changes: nothing is known here of who reviewed it.',
      'GitHub knows no pull request of 1 change.',
    ]);
    expect(knowledgeSentences([change(), change()])[0]).toContain('not asked for any of the 2 changes');
    expect(knowledgeSentences([known, known])).toHaveLength(1);
  });

  test('counts verdicts, and what is to be looked into whatever the verdict', () => {
    const self = pull({ merger: user('asha'), reviews: [review('bo', 4)] });
    const changes = [pull(), self].map((each) => change({ pullRequests: [each] }));
    expect(verdictCounts(changes).map(({ mark, count }) => [mark.text, count])).toEqual([
      ['not approved', 1],
      ['approved the merged head', 1],
    ]);
    expect(concernCounts(changes)).toMatchObject([{ mark: { text: 'merged by its author' }, count: 1 }]);
  });

  test('counts the changes of each contributor, bots apart', () => {
    const bot = pull({ author: { login: 'renovate', kind: 'bot' } });
    const { people, bots, further } = contributorsView([
      change({ pullRequests: [bot] }),
      change({ author: 'renovate[bot]' }),
      change({ author: 'bo', coAuthors: ['cy', 'bo'], firstContribution: true }),
      change({ pullRequests: [pull({ author: null })] }),
      ...Array.from({ length: 70 }, (_, index) => change({ author: `person-${index}` })),
    ]);
    expect(people.find(({ who }) => who.name === 'bo')).toMatchObject({ wrote: '1 change', first: true });
    expect(people.find(({ who }) => who.name === 'account is gone')).toMatchObject({ who: { gone: true } });
    expect(bots).toMatchObject([{ who: { name: 'renovate' }, wrote: '1 change' }]);
    expect(people.length + further.length).toBe(74);
  });
});

describe('a change’s own page', () => {
  test('tells what happened in order of time, a force push after an approval loudly', () => {
    const dismissed = { by: null, at: at(7), was: 'approved' } as const;
    const [view] = page([
      pull({
        reviews: [review('bo', 4, { state: 'dismissed', commit: OLD, dismissed })],
        forcePushes: [{ at: at(5), by: user('asha'), before: OLD, after: HEAD }],
        merger: user('asha'),
      }),
    ]).pullRequests;
    expect(view?.timeline.events.map(({ what, who, loud }) => [who.name, what.text, loud])).toEqual([
      ['asha', 'opened it', false],
      ['asha', 'wrote 2 commits', false],
      ['bo', 'approved, dismissed later', false],
      ['asha', 'force push after an approval', true],
      ['account is gone', 'dismissed the approval of bo', false],
      ['asha', 'merged it, being its author', false],
    ]);
    expect(view?.timeline.events[4]?.notes).toEqual(['no reason is given']);
  });

  test('ticks no approval that does not count', () => {
    const [view] = page([
      pull({
        reviews: [
          review('bo', 4),
          review('cy', 5, { mayPush: false }),
          review('di', 6, { commit: null }),
          review('late', 21),
        ],
      }),
    ]).pullRequests;
    expect(
      view?.reviews.rows.map(({ who, word, but }) => [who.name, word.mark, ...but.map((b) => b.text)]),
    ).toEqual([
      ['bo', '✓'],
      ['cy', '○', 'may not push'],
      ['di', '◐'],
      ['late', '○', 'after the merge'],
    ]);
  });

  test('says both titles, the issues with their addresses, and a merge commit that is another', () => {
    const linkedIssues = [
      { repository: 'director/core', number: 7, title: 'slow', how: 'closes' },
      { repository: 'director/ui', number: 8, title: null, how: 'zenhub' },
    ] as const;
    const more = { titleAtMerge: 'old', linkedIssues: [...linkedIssues], mergeCommit: OLD };
    const [view] = page([pull(more)]).pullRequests;
    const facts = view?.facts ?? [];
    expect(shownIn(facts, 'Title today')).toBe('a renamed since the merge');
    expect(shownIn(facts, 'Title at the merge')).toBe('old');
    expect(shownIn(facts, 'Merge commit')).toContain('not the landing commit');
    expect(facts.find(({ name }) => name === 'Linked issues')?.parts).toContainEqual({
      ...{ is: 'link', text: 'director/ui#8', href: 'https://git.example/director/ui/issues/8' },
    });
  });

  test('spells out what strangers wrote, and finds each description', () => {
    const original = pull({ repository: 'director/ui' });
    const descriptions = new Map([
      ['director/core#1', 'carried\u202E'],
      ['director/ui#1', 'first'],
    ]);
    const { message, pullRequests, facts } = page([pull(), original], descriptions);
    expect(message).toBe('m⟨U+0007⟩');
    expect(pullRequests.map(({ description }) => description?.text)).toEqual(['carried⟨U+202E⟩', 'first']);
    expect(pullRequests[0]?.files).toEqual({ summary: '2 files, +3 −1', listed: 2, paths: 'a⟨U+202E⟩b\nc' });
    expect(shownIn(facts, 'Written by')).toBe('asha (in git: Asha Rao)');
  });

  test('folds what would make the page too long, and loses nothing', () => {
    const reviews = Array.from({ length: 90 }, (_, index) => review(`person-${index}`, 4));
    const checks = Array.from({ length: 90 }, (_, index) => ({
      ...{ name: `check ${index}`, by: null, conclusion: index === 89 ? 'failure' : 'success' },
    })) as PullRequest['checks'];
    const [small, big] = page([pull(), pull({ number: 2, reviews, checks })]).pullRequests;
    expect(small?.timeline).toMatchObject({ earlier: [], events: { length: 3 } });
    expect((big?.timeline.earlier.length ?? 0) + (big?.timeline.events.length ?? 0)).toBe(93);
    expect((big?.reviews.rows.length ?? 0) + (big?.reviews.further.length ?? 0)).toBe(90);
    expect(big?.checks.rows[0]).toMatchObject({ name: 'check 89', ended: { mark: '✗', text: 'failure' } });
    expect((big?.checks.rows.length ?? 0) + (big?.checks.further.length ?? 0)).toBe(90);
    expect(big?.timeline.events.length).toBeLessThan(70);
  });

  test('says why there is no pull request to show', () => {
    const source = { message: '', descriptions: new Map(), path: '' };
    const view = changePageView({ change: change(), ...source }, [], 'UTC', '1.0.0');
    expect(view.noFacts).toContain('not asked');
    expect(shownIn(view.facts, 'Its changes are repeated in')).toBe('1.0.0');
  });
});
