import { expect, test } from 'vitest';
import { backportMark } from './backport.ts';

const COMMIT = 'abcdef0123456789abcdef0123456789abcdef01';

test.each([
  ['automated-cherry-pick-of-#12-upstream-release-1.8', [12]],
  ['automated-cherry-pick-of-#12-#13-origin-release-1.8', [12, 13]],
  ['robot/automated-cherry-pick-of-#12-#13-to-release', [12, 13]],
  ['cherry-pick-12-to-release-0.6', [12]],
  ['lin/cherrypick_6944_14', [6944]],
  ['lin/cherrypick_14_6944', [6944]],
  ['mergify/bp/release-1.8/pr-12', [12]],
  ['mergify/copy/release-1.8/pr-12', [12]],
  ['backport-12-to-1.8', [12]],
  ['backport/1.8/pr-12', [12]],
  ['backport/pr-12-to-1.8', [12]],
])('a branch names the original: %s', (branch, numbers) => {
  expect(backportMark('Mend it', '', branch)).toMatchObject({ numbers, commits: [] });
});

test.each([
  ['Automated cherry pick of #12: mend it', '', [12]],
  ['Automated cherry pick of #12, #13: mend it', '', [12, 13]],
  ['Mend it (backport #12)', '', [12]],
  ['Mend it (backport #12) (#15)', '', [12]],
  ['[backport 1.8 #12] Mend it', '', [12]],
  ['Backport of #12 to 1.8', '', [12]],
  ['Mend it', 'Backports #12.\n\nMore.', [12]],
  ['Mend it', 'Cherry-pick of #12', [12]],
  ['Manual cherry pick of #12', '', [12]],
])('words name the original: %s %s', (subject, body, numbers) => {
  expect(backportMark(subject, body, null)).toMatchObject({ numbers });
});

test('the trailer of a cherry-pick names the commit; the last of several is the latest', () => {
  const trailers = `(cherry picked from commit ${COMMIT})\n(cherry picked from commit 1234567)`;
  expect(backportMark('Mend it', trailers, null)).toEqual({
    numbers: [],
    commits: [COMMIT, '1234567'],
    because: 'the message says "cherry picked from commit 1234567"',
  });
  expect(backportMark('x', '(cherry-picked from 1234567 in main)', null)?.commits).toEqual(['1234567']);
});

test.each([
  ['Revert "Automated cherry pick of #12"', '', null],
  ['Take it back', 'Revert "Backport of #12"', null],
  ['Mend it', '', 'lin/revert-12-backport-12-to-1.8'],
  ['Mend backports', 'Fixes #12', 'lin/mend-backports'],
  ['Cherry-pick of #0', 'Backport of #99999999999999999999', null],
  ['Pick cherries', 'We picked #12 cherries', 'lin/cherry'],
  ['Mend it', 'Words.\n\nA later paragraph speaks of the backport of #12', null],
  ['', '', null],
])('no copy: %s %s %s', (subject, body, branch) => {
  expect(backportMark(subject, body, branch)).toBeNull();
});
