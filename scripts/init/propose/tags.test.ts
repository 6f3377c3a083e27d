import { describe, expect, test } from 'vitest';
import { proposeAnnotated, proposeTags, proposeVersioning, toldIgnored } from './tags.ts';

describe('tag patterns are proposed', () => {
  test('by what most tags look like, with the newest final release as the example', () => {
    const tags = ['v1.9.0', 'v1.10.0', 'v1.11.0-rc1', 'nightly'];
    expect(proposeTags(tags, ['core'])).toEqual({
      value: ['v{version}'],
      because: '3 of 4 tags look like v1.10.0',
      ignored: [],
    });
  });

  test('also where they changed midway, the newest first', () => {
    const found = proposeTags(['1.0.0', '1.1.0', 'v2.0.0'], ['core']);
    expect(found).toMatchObject({
      value: ['v{version}', '{version}'],
      because: '1 of 3 tags looks like v2.0.0, and 2 older ones like 1.1.0',
    });
  });

  test('and namings of other things are told', () => {
    const found = proposeTags(['v1.0.0', 'v1.1.0', 'portal-1.0.0', 'portal-1.1.0'], ['core']);
    expect(found?.value).toEqual(['v{version}']);
    expect(toldIgnored(found?.ignored ?? [])).toBe('not used: portal-{version} (2 tags)');
  });

  test.each([[[]], [['nightly', 'latest']]])('never where %j tells no version', (tags) => {
    expect(proposeTags(tags, ['core'])).toBeNull();
  });
});

test.each([
  [
    ['1.0', '1.1', '1.1.1'],
    'major-minor',
    'releases such as 1.1 have two numbers, and three are a fix of one',
  ],
  [['1.0.0', '1.0.1', '1.1.0'], 'semver', 'versions are made like 1.1.0'],
  [['1.0', '1.0.1', '1.0.2', '1.0.3', '1.0.4'], 'semver', 'versions are made like 1.0.4'],
  [[], 'semver', 'versions are made like 1.2.3'],
])('versions %j count as %s', (versions, value, because) => {
  expect(proposeVersioning(versions)).toEqual({ value, because });
});

describe('tags have to be tag objects', () => {
  const tag = (name: string, kind: 'annotated' | 'lightweight') => ({ name, kind, target: '' });

  test('where most of the newest are', () => {
    const tags = [tag('v1.0.0', 'lightweight'), tag('v1.1.0', 'annotated'), tag('v1.2.0', 'annotated')];
    expect(proposeAnnotated(tags, ['1.2.0', '1.1.0', '1.0.0'], ['v{version}'])).toEqual({
      value: true,
      because: '2 of the newest 3 release tags are tag objects',
    });
  });

  test('not where most are not, and older ones do not count', () => {
    const old = Array.from({ length: 30 }, (_, index) => tag(`v1.${index}.0`, 'annotated'));
    const recent = Array.from({ length: 20 }, (_, index) => tag(`v2.${index}.0`, 'lightweight'));
    const versions = [...old, ...recent].map(({ name }) => name.slice(1)).reverse();
    expect(proposeAnnotated([...old, ...recent], versions, ['v{version}'])).toEqual({
      value: false,
      because: '0 of the newest 20 release tags are tag objects',
    });
  });
});
