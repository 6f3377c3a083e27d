import { describe, expect, test } from 'vitest';
import { factsOf } from '../testing.ts';
import {
  branchPattern,
  mergedBranch,
  proposeBranch,
  proposeReleaseBranches,
  proposeStaging,
} from './branches.ts';

const TAGS = ['v1.0.0', 'v1.1.0', 'v1.2.0'];

describe('the branch that releases are cut from', () => {
  test('is the default one', () => {
    const facts = factsOf({ tags: TAGS, lines: { main: { tagged: TAGS } } });
    expect(proposeBranch(facts, ['v{version}'])).toEqual({
      value: 'main',
      because: 'it is the default branch, and 3 of 3 release tags are on it',
    });
  });

  test('is another one where the tags are', () => {
    const lines = { develop: {}, master: { tagged: TAGS } };
    const facts = factsOf({ tags: TAGS, head: 'develop', branches: ['develop', 'master'], lines });
    expect(proposeBranch(facts, ['v{version}'])).toEqual({
      value: 'master',
      because: '3 of 3 release tags are on it, and 0 on develop',
    });
  });

  test('is not one that a few tags are on by chance', () => {
    const many = Array.from({ length: 40 }, (_, index) => `v1.${index}.0`);
    const lines = { trunk: {}, stable: { tagged: many.slice(0, 3) } };
    const facts = factsOf({ tags: many, head: 'trunk', branches: ['stable', 'trunk'], lines });
    expect(proposeBranch(facts, ['v{version}'])?.value).toBe('trunk');
  });

  test('is not told without branches', () => {
    expect(proposeBranch(factsOf({ head: null, branches: [] }), ['v{version}'])).toBeNull();
  });
});

describe('the branch that is promoted', () => {
  const merges = [
    "Merge branch 'staging'",
    'Merge pull request #7 from acme/staging',
    'Merge pull request #6 from ada/fix-9',
  ];

  test('is the one that merges bring', () => {
    const facts = factsOf({ branches: ['main', 'staging'], lines: { main: { merges } } });
    expect(proposeStaging(facts, 'main')).toEqual({
      value: 'staging',
      because: '2 merges brought it to main',
    });
  });

  test('has to be there still', () => {
    expect(proposeStaging(factsOf({ lines: { main: { merges } } }), 'main')).toBeNull();
  });

  test('is not a line of maintenance, whose merges bring fixes along', () => {
    const up = ["Merge branch 'maint'", "Merge branch 'maint'", "Merge branch 'maint'"];
    const facts = factsOf({ branches: ['maint', 'main'], lines: { main: { merges: up } } });
    expect(proposeStaging(facts, 'main')).toBeNull();
  });

  test('is one called staging where no merge tells, for its pull requests may be squashed', () => {
    expect(proposeStaging(factsOf({ branches: ['main', 'staging'] }), 'main')).toEqual({
      value: 'staging',
      because: 'there is a branch of that name',
    });
  });
});

test.each([
  ["Merge branch 'develop' into master", 'develop'],
  ["Merge remote-tracking branch 'origin/develop'", 'develop'],
  ['Merge pull request #12 from acme/feature/x', 'feature/x'],
  ['Merged in develop (pull request #4)', 'develop'],
  ['fix: nothing', null],
])('%s merges %s', (subject, branch) => {
  expect(mergedBranch(subject)).toBe(branch);
});

test.each([
  ['release-1.9', 'release-{major}.{minor}'],
  ['release/v0.74', 'release/v{major}.{minor}'],
  ['v2.6.x', 'v{major}.{minor}.x'],
  ['release-1.2.3', 'release-{version}'],
  ['stable-2', 'stable-{major}'],
  ['12.x', '{major}.x'],
  ['main', null],
  ['12', null],
  ['feature/1.2', null],
  ['dependabot/npm/a-1.2.3', null],
  ['fix-1234', null],
])('the branch %s follows %s', (branch, pattern) => {
  expect(branchPattern(branch)?.pattern ?? null).toBe(pattern);
});

describe('branches of older lines', () => {
  test('are named by versions that there are', () => {
    const branches = ['main', 'release-1.0', 'release-1.1', 'release-7.7', 'v9'];
    expect(proposeReleaseBranches(branches, ['1.0.0', '1.1.0', '1.2.0'])).toEqual({
      value: ['release-{major}.{minor}'],
      because: 'there are 2 branches such as release-1.0 and release-1.1',
    });
  });

  test('are not proposed without any', () => {
    expect(proposeReleaseBranches(['main', 'v9'], ['1.0.0'])).toBeNull();
  });
});
