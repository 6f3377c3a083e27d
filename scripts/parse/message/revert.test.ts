import { expect, test } from 'vitest';
import { revertMark } from './revert.ts';

const [A, B, C] = ['a1'.repeat(20), 'b2'.repeat(20), 'c3'.repeat(20)];

test.each([
  ['Revert "Add it"', `This reverts commit ${A}.`, { commits: [A], title: 'Add it' }],
  ['Revert "Add it"', `This reverts commit ${A}, reversing\nchanges made to ${B}.`, { commits: [A] }],
  ['Revert "Add it (#12)" (#15)', '', { commits: [], title: 'Add it (#12)' }],
  ['Revert "Add it"', 'Reverts owner/name#12', { numbers: [12] }],
  ['Revert "Add it"', 'Reverts #12\nReverts #13', { numbers: [12, 13] }],
  ['Take parts back', `This reverts commits ${A} and ${B}.`, { commits: [A, B] }],
  ['Take parts back', `This reverts commits ${A}, ${B}, and ${C}.`, { commits: [A, B, C] }],
  ['Take parts back', `This reverts commit ${A}.\nThis reverts commit ${B}.`, { commits: [A, B] }],
  ['revert: add it', 'Refs: abcdef0', { commits: [], title: null }],
  ['revert(api)!: add it', '', { commits: [] }],
  ['fix: revert "Add it"', '', { commits: [] }],
  ['Reapply "Add it"', `This reverts commit ${A}.`, { commits: [A], title: 'Revert "Add it"' }],
  ['Revert "Revert "Add it""', '', { title: 'Revert "Add it"' }],
])('%s / %s', (subject, body, mark) => {
  expect(revertMark(subject, body, null)).toMatchObject(mark);
});

test('a platform’s branch names the number', () => {
  expect(revertMark('Take it back', '', 'lin/revert-12-add-it')).toMatchObject({ numbers: [12] });
});

test.each([
  ['Add a way to revert', ''],
  ['Mend reverting', 'It reverts the settings of commit messages.'],
  ['Prevert it', ''],
  ['', ''],
])('no revert: %s', (subject, body) => expect(revertMark(subject, body, 'lin/reverts')).toBeNull());
