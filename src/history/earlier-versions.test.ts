import { expect, test } from 'vitest';
import { earlierVersions } from './earlier-versions.ts';

const VERSIONS = ['1.9.0', '1.10.0', '2.0.0', '1.10.0-RC1', '1.2', '1.10.1'];

test.each([
  ['1.10.0', ['1.10.0-RC1', '1.9.0', '1.2']],
  ['1.10.0-RC1', ['1.9.0', '1.2']],
  ['1.11.0', ['1.10.1', '1.10.0', '1.10.0-RC1', '1.9.0', '1.2']],
  ['1.2', []],
])('before %s, the nearest first: %j', (release, expected) => {
  expect(earlierVersions(VERSIONS, release)).toEqual(expected);
});

test('what is given stays in its order', () => {
  const given = [...VERSIONS];
  earlierVersions(given, '2.0.0');
  expect(given).toEqual(VERSIONS);
});
