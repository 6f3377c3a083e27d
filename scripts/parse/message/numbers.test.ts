import { describe, expect, test } from 'vitest';
import { listedNumbers, namedNumbers, titleInList } from './numbers.ts';

describe('merges', () => {
  test.each([
    ['Merge pull request #12 from a/b', 'Add it', [12], 'Add it', 'a/b'],
    ['Merged pull request #12 from a/b', '', [12], 'Merged pull request #12 from a/b', 'a/b'],
    ['Merged in team/it (pull request #7)', 'Add it\n\n* wip', [7], 'Add it', 'team/it'],
    ['Merged PR 8: Add it', '', [8], 'Add it', null],
    ["Merge branch 'x' into 'main'", 'Add it\n\nSee merge request g/p!9', [9], 'Add it', null],
    ['Merge #12', '12: Add it r=lin a=meera\n\nWords', [12], 'Add it', null],
    ['Merge #12 #13', '12: Add it r=lin a=m\n\n13: Mend it r=lin a=m', [12, 13], 'Add it', null],
    ['Auto merge of #24 - lin:tables, r=meera', 'Add tables', [24], 'Add tables', 'lin:tables'],
    ['Rollup merge of #25 - lin:tables, r=meera', 'Add tables', [25], 'Add tables', 'lin:tables'],
  ])('%s', (subject, body, numbers, title, branch) => {
    expect(namedNumbers(subject, body)).toMatchObject({ how: 'merge', numbers, title, branch });
  });

  test.each([
    "Merge branch 'main'",
    "Merge remote-tracking branch 'origin/x'",
    'Merge sort is quicker',
    'Merge tag v1',
  ])('no number: %s', (subject) => expect(namedNumbers(subject, '')).toBeNull());

  test('a batch lists each title, which may hold anything but a reviewer', () => {
    expect(titleInList('12: Mend r=2 of it r=lin a=x\n13: Other', 12)).toBe('Mend');
    expect(titleInList('12: Add it r=lin a=x\n13: Other', 13)).toBe('Other');
    expect(titleInList('112: No', 12)).toBeNull();
  });
});

describe('squashes', () => {
  test.each<[string, number[], string, boolean]>([
    ['Add it (#12)', [12], 'Add it', false],
    ['Add it (#12) (#13)', [12, 13], 'Add it', false],
    ['Add it (#12, #13)', [12, 13], 'Add it', true],
    ['(#12) Add it', [12], 'Add it', false],
    ['Add it (#12)[skip ci]', [12], 'Add it', false],
    ['Add it (#12) [ci skip] now', [12], 'Add it now', false],
    ['Add it (#2718), fix #2695', [2718], 'Add it, fix #2695', false],
    ['Add it (PR #12)', [12], 'Add it', false],
    ['Add it #12', [12], 'Add it', false],
    ['Add case (#0) (#12)', [12], 'Add case (#0)', false],
    ['Add it (#2147483647)', [2147483647], 'Add it', false],
    ['Revert "Add it (#12)" (#15)', [15], 'Revert "Add it (#12)"', false],
    ['Mend it (closes #3) (#12)', [12], 'Mend it (closes #3)', false],
    ['Mend it (a/b#3) (#12)', [12], 'Mend it (a/b#3)', false],
  ])('%s', (subject, numbers, title, together) => {
    expect(namedNumbers(subject, '')).toMatchObject({ how: 'squash', numbers, title, together });
  });

  test.each([
    'Mend it (closes #3)',
    'Mend it (fixes: #3)',
    'Mend it, fixes #3',
    'Mend it (see #3)',
    'Mend it (a/b#3)',
    'Go from #3',
    'Talk of #3 in text',
    'Set up case #0',
    'Mend it (#0)',
    'Merge pull request #0 from a/b',
    'Follow up ticket (#99999999999999999999)',
    'Follow up ticket #2147483648',
    'Revert "Add it (#12)"',
    '#12',
    '(12)',
    '',
  ])('no number: %s', (subject) => expect(namedNumbers(subject, '')).toBeNull());

  test('a body lists what a squash of picks carries', () => {
    expect(
      listedNumbers('* Add it (#12)\n\n* wip\n- Mend it [skip ci] (#13)\nsee (#14) here\n* Case (#0)'),
    ).toEqual([
      { number: 12, title: 'Add it' },
      { number: 13, title: 'Mend it' },
    ]);
  });
});

describe('trailers', () => {
  test.each([
    ['PR-URL: https://example.org/a/b/pull/12', 12],
    ['Pull-Request: #12', 12],
    ['GitHub-Pull-Request: #12  ', 12],
    ['Closes #12 from lin-q/work.\n\nAuthored-by: x', 12],
  ])('%s', (line, number) => {
    expect(namedNumbers('Add it', `Words.\n\n${line}`)).toMatchObject({ how: 'trailer', numbers: [number] });
  });

  test('an issue that is closed is no pull request', () => {
    expect(namedNumbers('Add it', 'Closes #12')).toBeNull();
  });
});
