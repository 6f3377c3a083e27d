import { describe, expect, test } from 'vitest';
import { guessPatterns, tagFamilies, versionOfTag } from './tag-patterns.ts';

describe('a tag’s version under a pattern', () => {
  test.each([
    ['v1.2.3', ['v{version}'], '1.2.3'],
    ['1.2.0-RC1', ['{version}'], '1.2.0-RC1'],
    ['v1.2', ['v{version}'], '1.2'],
    ['module/v1.2.3', ['module/v{version}'], '1.2.3'],
    ['module@1.2.3', ['module@{version}'], '1.2.3'],
    ['release-1.2.3-final', ['release-{version}-final'], '1.2.3'],
    ['1.2.3', ['v{version}', '{version}'], '1.2.3'],
    ['v1.2.3+build.7', ['v{version}'], '1.2.3+build.7'],
    ['v1.2.3', ['{version}'], null],
    ['xv1.2.3', ['v{version}'], null],
    ['v', ['v{version}'], null],
    ['v1.2.3/x', ['v{version}'], null],
    ['v1.0.0-', ['v{version}'], null],
    ['vnext', ['v{version}'], null],
    ['v..', ['v{version}'], null],
  ])('%s under %j', (tag, patterns, version) => expect(versionOfTag(tag, patterns)).toBe(version));
});

test('tags are sorted into namings with their versions in order', () => {
  const families = tagFamilies(['v1.10.0', 'v1.9.0', '1.0.0', 'a-b-1.0', 'a@2.0.0', 'nightly', 'v2']);
  expect(families.map(({ prefix, versions }) => [prefix, versions])).toEqual([
    ['', ['1.0.0']],
    ['a-b-', ['1.0']],
    ['a@', ['2.0.0']],
    ['v', ['1.9.0', '1.10.0']],
  ]);
});

describe('the guess', () => {
  test.each<[string, string[], string[]]>([
    ['plain versions', ['1.0.0', '1.1.0'], ['{version}']],
    ['versions with a v', ['v1.0.0', 'v1.1.0'], ['v{version}']],
    ['a v that came midway', ['1.8.0', '1.9.0', 'v1.10.0', 'v1.11.0'], ['v{version}', '{version}']],
    ['module tags beside plain ones', ['v1.0.0', 'v1.1.0', 'plugin@1.0.5', 'plugin@1.1.5'], ['v{version}']],
    ['the product’s name', ['core-1.0.0', 'core-1.1.0', 'docs-0.1.0'], ['core-{version}']],
    ['the largest where nothing else tells', ['x-1.0.0', 'y-1.0.0', 'y-1.1.0'], ['y-{version}']],
    ['a successor', ['v1.0.0', 'v1.1.0', 'chart-2.0.0', 'chart-2.1.0'], ['chart-{version}', 'v{version}']],
    ['no successor: another module', ['core-1.0.0', 'core-1.1.0', 'docs-2.0.0'], ['core-{version}']],
    [
      'the same name written otherwise',
      ['core-1.0.0', '@acme/core@2.0.0'],
      ['@acme/core@{version}', 'core-{version}'],
    ],
    ['nothing', ['nightly', 'latest'], []],
    ['no tags', [], []],
  ])('%s', (_name, tags, patterns) => expect(guessPatterns(tags, ['core']).patterns).toEqual(patterns));

  test('says what it leaves aside', () => {
    const { ignored } = guessPatterns(['v1.0.0', 'v1.1.0', 'plugin@1.0.5'], ['core']);
    expect(ignored).toEqual([{ pattern: 'plugin@{version}', tags: 1 }]);
  });
});
