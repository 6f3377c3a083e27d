import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, finalOf, isPrerelease, parseVersion } from './version-order.ts';

test('versions come in the order of Semantic Versioning, with numbers in words as numbers', () => {
  const ordered = [
    '0.9.9',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0-RC2',
    '1.0.0-RC10',
    '1.0.0',
    '1.0.0-hotfix.1',
    '1.0.0-hotfix.2',
    '1.0.1',
    '1.2',
    '1.9.0',
    '1.10.0',
    '1.10.0.1',
    '2',
    '10.0',
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

test('the order is total, whatever the texts', () => {
  const version = fc.oneof(
    fc.string({
      unit: fc.constantFrom('0', '1', '2', '10', '.', '-', 'rc', 'a', 'B', '+', '_'),
      maxLength: 8,
    }),
    fc.constantFrom('1.0', '1.0.0', '1.0.0-rc1', '1.0.0-RC1', '1.0.0rc1', '1.0.0+b', 'x', ''),
  );
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
      expect(compareVersions(a, b) === 0).toBe(a === b);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
    }),
    { seed: 20_260_105, numRuns: 2000 },
  );
});

test.each([
  ['1.9.0-RC1', true, '1.9.0'],
  ['1.9.0rc1', true, '1.9.0'],
  ['1.5.0-alpha2', true, '1.5.0'],
  ['3.0-beta0', true, '3.0'],
  ['1.0.0-1', true, '1.0.0'],
  ['1.0.0-20260105', true, '1.0.0'],
  ['1.9.0', false, '1.9.0'],
  ['1.9.0+build.7', false, '1.9.0'],
  ['1.9.0-final', false, '1.9.0'],
  ['1.9.0-hotfix.1', false, '1.9.0'],
  ['1.9.0-p1', false, '1.9.0'],
  ['1.9.0.post1', false, '1.9.0'],
])('%s: prerelease %s, final %s', (version, prerelease, final) => {
  expect(isPrerelease(version)).toBe(prerelease);
  expect(finalOf(version)).toBe(final);
});

test.each(['', 'v1.0', 'next', '1.', '.1', '1..2', '1.0 beta'])('"%s" is no version', (text) => {
  expect(parseVersion(text)).toBeNull();
  expect(isPrerelease(text)).toBe(false);
});
