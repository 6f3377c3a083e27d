import { describe, expect, test } from 'vitest';
import { backportSource } from './backport-source.ts';

const PLAIN = { title: 'Mend it', body: '', head: 'lin/mend', labels: [], repository: 'fir/cone' };

function numbers(pull: Partial<typeof PLAIN> | { labels: string[] }): number[] | null {
  return backportSource({ ...PLAIN, ...pull })?.numbers ?? null;
}

test.each([
  ['automated-cherry-pick-of-#12-#13-upstream-release-1.2', [12, 13]],
  ['cherry-pick-12-to-release-1.2', [12]],
  ['backport-12-to-1.x', [12]],
  ['backport/12', [12]],
  ['mergify/bp/release-1.2/pr-12', [12]],
  ['cherrypick_12', [12]],
])('the branch %s', (head, found) => expect(numbers({ head })).toEqual(found));

test.each([
  ['Backport #12', [12]],
  ['Automated cherry pick of #12: Mend it', [12]],
  ['[release-1.2] Mend it (#12)', [12]],
  ['[Backport 1.x] Mend it (#12)', [12]],
  ['[1.2] Mend it (#12)', [12]],
  ['[1.2] Mend it (#12) (#15)', [12]],
  ['[1.2] Mend it (#12, #13)', [12, 13]],
  ['[v1.x] Mend it (fixes #3) (#12)', [12]],
  ['Mend it (backport #12)', [12]],
  ['Cherry pick 12 to release-1.2', [12]],
])('the title %s', (title, found) => expect(numbers({ title })).toEqual(found));

test.each([
  ['Backport of #12', [12]],
  ['Backport 0123abc from #12.', [12]],
  ['This is an automated cherry-pick of #12\n\n/assign lin', [12]],
  ['Cherry-pick of #12', [12]],
  ['Cherry pick of #12 #13 on release-1.2.\n\n#12: Mend it', [12, 13]],
  ['Cherry pick of #12 on release-1.2.\nCherry pick of #13 on release-1.2.', [12, 13]],
  ['# Description\nBackport of #12 to `1.x`.', [12]],
  ['<!-- words -->\n\nThis is an automatic backport of pull request #12 done by a bot.', [12]],
  ['**Backport of PR #12**', [12]],
  ['Backport of https://github.com/fir/cone/pull/12', [12]],
  ['Backports the following: \r\n- #12\r\n- Mend it (#13)\r\n\r\nMore of #14', [12, 13]],
  ['Backports the following commits to 1.x:\n - [Mend it (#12)](https://github.com/fir/cone/pull/12)', [12]],
])('the description %j', (body, found) => expect(numbers({ body })).toEqual(found));

test('labels tell what a number in the title is', () => {
  expect(numbers({ title: 'Mend it (#12)', labels: ['backport'] })).toEqual([12]);
  expect(numbers({ title: 'Mend it (#12)', labels: ['cherry-pick-approved'] })).toEqual([12]);
  expect(numbers({ title: 'Mend it (#12)', labels: ['backport-candidate'] })).toBeNull();
});

test('the sentence says what told so', () => {
  const because = (pull: Partial<typeof PLAIN>): string | undefined =>
    backportSource({ ...PLAIN, ...pull })?.because;
  expect(because({ head: 'backport/12' })).toBe('the branch is called backport/12');
  expect(because({ title: 'Backport #12' })).toBe('the title says "Backport #12"');
  expect(because({ body: 'Backport of #12' })).toBe('the description names #12 as the original');
});

describe('no copy', () => {
  test.each([
    { body: 'Fixes #12' },
    { body: 'This needs a backport of #12 first.' },
    { body: `${'words\n'.repeat(20)}Backport of #12` },
    { body: '```\nBackport of #12\n```' },
    { body: '<!-- Backport of #12 -->' },
    { body: 'Backport needed: yes\n- #12' },
    { body: 'Backport of https://github.com/oak/acorn/pull/12' },
    { body: 'Backport of oak/acorn#12' },
    { title: 'Mend it (#12)' },
    { title: '[cone] Mend it (#12)' },
    { title: '[1.2] Mend it (fixes #12)' },
    { title: 'Revert "Backport of #12"', head: 'revert-15-backport-12-to-1.x' },
    { head: 'lin/fix-12' },
    { head: 'backport/1.x' },
    {},
  ])('%j', (pull) => expect(numbers(pull)).toBeNull());
});
