import { expect, test } from 'vitest';
import { releaseKind } from './release-kind.ts';

const SEMVER = { versioning: 'semver' } as const;
const OWN = { versioning: 'major-minor' } as const;

test.each([
  ['2.0.0', '1.9.4', 'major'],
  ['1.10.0', '1.9.4', 'minor'],
  ['1.9.5', '1.9.4', 'patch'],
  ['1.9.4.1', '1.9.4', 'patch'],
  ['1.9', '1.8.3', 'minor'],
  ['1.10.1', '1.9.4', 'minor'],
  ['1.9.0-RC1', '1.8.3', 'prerelease'],
  ['1.9.0-hotfix.1', '1.9.0', 'patch'],
  ['1.9.0', '1.9.0-RC2', 'minor'],
  ['1.8.4', '1.9.0', 'patch'],
  ['1.0.0', null, 'major'],
  ['0.1.0', null, 'minor'],
  ['0.0.1', null, 'patch'],
])('under semver %s after %s is %s', (version, previous, kind) => {
  expect(releaseKind(version, previous, SEMVER, null)).toBe(kind);
});

test.each([
  ['1.1', '1.0', 'major'],
  ['1.1.0', '1.0.2', 'major'],
  ['2.0', '1.9', 'major'],
  ['1.2.1', '1.2', 'minor'],
  ['1.2.0.1', '1.2', 'minor'],
  ['1.2.0-hotfix.1', '1.2.0', 'minor'],
  ['1.3.0-Beta1', '1.2.1', 'prerelease'],
])("under the product's own scheme %s after %s is %s", (version, previous, kind) => {
  expect(releaseKind(version, previous, OWN, null)).toBe(kind);
});

test('a declared emergency is one, whatever its version', () => {
  const emergency = {
    incident: 'INC-77',
    declaredBy: 'asha-rao',
    declaredAt: '2026-02-03T10:30:00+00:00',
  };
  expect(releaseKind('1.9.5', '1.9.4', SEMVER, { emergency })).toBe('emergency');
  expect(releaseKind('1.2.1', '1.2', OWN, { emergency })).toBe('emergency');
  expect(releaseKind('1.9.5', '1.9.4', SEMVER, {})).toBe('patch');
});
