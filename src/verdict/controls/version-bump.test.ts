import { expect, test } from 'vitest';
import type { ChangeInput, PolicyInput } from '../../records/index.ts';
import type { Dossier } from '../dossier.ts';
import { FOLDER, opening, policy } from '../testing/index.ts';
import { changeOf, fateOf, leadRelease, noteOf, oneChange } from '../testing/one-change.ts';
import { versionBump } from './version-bump.ts';

function release(
  version: string,
  previous: string | null,
  change: Partial<ChangeInput> = {},
  versioning: PolicyInput['versioning'] = 'semver',
  earlier: string[] = [],
): Dossier {
  const record = changeOf(12, change);
  return oneChange({
    version,
    policy: policy({ versioning }),
    release: leadRelease(1, { version, previous }),
    changes: [record],
    fates: [fateOf(record)],
    note: noteOf([record]),
    earlier: previous === null ? earlier : [previous, ...earlier],
  });
}

const FEATURE = { kind: 'feat' };
const BREAKING = { breaking: true } as const;

test.each([
  ['1.9.1', '1.9.0', {}, 'pass'],
  ['1.9.1', '1.9.0', FEATURE, 'fail'],
  ['1.10.0', '1.9.0', FEATURE, 'pass'],
  ['1.10.0', '1.9.0', BREAKING, 'fail'],
  ['2.0.0', '1.9.0', BREAKING, 'pass'],
  ['0.4.0', '0.3.1', BREAKING, 'pass'],
  ['0.3.2', '0.3.1', BREAKING, 'fail'],
  ['2.0.0-RC1', '1.9.0', BREAKING, 'pass'],
  ['1.9.1-RC1', '1.9.0', FEATURE, 'fail'],
  ['1.0.0', null, BREAKING, 'pass'],
])('semver: %s after %s with %o is %s', (version, previous, change, result) => {
  expect(versionBump.examine(release(version, previous, change)).result).toBe(result);
});

test.each([
  ['1.2.1', '1.2', {}, 'pass'],
  ['1.2.1', '1.2', FEATURE, 'fail'],
  ['1.3', '1.2.1', FEATURE, 'pass'],
  ['1.3.0', '1.2.1', BREAKING, 'pass'],
])("the product's own rule: %s after %s with %o is %s", (version, previous, change, result) => {
  expect(versionBump.examine(release(version, previous, change, 'major-minor')).result).toBe(result);
});

test('a reason names the change and leads to its record', () => {
  expect(versionBump.examine(release('1.9.1', '1.9.0', FEATURE)).reasons).toEqual([
    {
      text: 'lantern-12 brings a feature, and 1.9.1 is a patch release',
      record: `${FOLDER}/changes/lantern-12.md`,
    },
  ]);
});

test.each([
  ['1.8.0', '1.9.0', [], '1.8.0 goes backwards: 1.9.0 was before it'],
  ['1.11.0', '1.9.0', [], '1.11.0 comes after 1.9.0, where 1.10.0 would be next'],
  ['1.10.2', '1.9.0', [], '1.10.2 comes after 1.9.0, where 1.10.0 would be next'],
  ['3.0.0', '1.9.0', [], '3.0.0 comes after 1.9.0, where 2.0.0 would be next'],
  ['1.9.0', '1.8.0', ['1.9'], '1.9.0 repeats 1.9'],
])('%s after %s fails', (version, previous, earlier, text) => {
  const found = versionBump.examine(release(version, previous, {}, 'semver', earlier));
  expect(found).toMatchObject({ result: 'fail', reasons: [{ text }] });
});

test.each([
  ['1.8.4', '1.8.3', ['1.9.0']],
  ['1.9.0', '1.8.3', ['1.9.0-RC2', '1.9.0-RC1']],
  ['1.9.0-RC2', '1.9.0-RC1', ['1.8.3']],
  ['1.9.0-hotfix.1', '1.9.0', []],
  ['1.9.0.1', '1.9.0', []],
])('%s after %s is the next one', (version, previous, earlier) => {
  expect(versionBump.examine(release(version, previous, {}, 'semver', earlier)).result).toBe('pass');
});

test('an emergency of the product with its own rule is a minor release', () => {
  const emergency = { incident: 'INC-77', declaredBy: 'cyra-osei', declaredAt: '2026-02-03T09:00:00+00:00' };
  const opened = opening({ emergency });
  const major = { ...release('1.3', '1.2.1', {}, 'major-minor'), opening: opened };
  expect(versionBump.examine(major)).toMatchObject({ result: 'fail', reasons: [{ record: opened.path }] });
  const minor = { ...release('1.2.2', '1.2.1', {}, 'major-minor'), opening: opened };
  expect(versionBump.examine(minor).result).toBe('pass');
});

test('who told its kind is said', () => {
  const found = versionBump.examine({ ...release('1.10.0', '1.9.0'), opening: opening() });
  expect(found.reasons.at(-1)?.text).toBe(
    'cyra-osei opened 1.10.0 on 2026-02-03T04:00:00+00:00: a minor release under semver',
  );
});

test('a change without a record may be of any size', () => {
  expect(versionBump.examine({ ...release('1.9.1', '1.9.0'), changes: [] }).result).toBe('unproven');
});
