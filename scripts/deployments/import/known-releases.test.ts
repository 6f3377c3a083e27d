import { expect, test } from 'vitest';
import { oidOf } from '../../github-stand-in/index.ts';
import { RELEASES, release } from './import-fixture.ts';
import { type ModuleState, releaseLookup } from './known-releases.ts';

const found = (module: string, state: ModuleState, at = '2026-03-20T00:00:00+00:00', releases = RELEASES) => {
  const { version, isLater } = releaseLookup(releases)(module, state, at) ?? {};
  return version === undefined ? null : `${version}${isLater ? ' later' : ''}`;
};

test.each<[string, ModuleState, string | null]>([
  ['umbrella', { version: '1.26.3' }, '1.26.3'],
  ['api', { version: '2.4.0' }, '1.26.3'],
  ['web', { version: '3.1.0' }, '1.27.0'],
  ['web', { commit: oidOf('web 3.1.0') }, '1.27.0'],
  ['web', { version: '3.1.0', commit: oidOf('web 3.1.0').slice(0, 7) }, '1.27.0'],
  ['web', { version: '3.1.0', commit: oidOf('api 2.4.0') }, null],
  ['web', { commit: oidOf('web 3.1.0').slice(0, 6) }, null],
  ['web', {}, null],
  ['redis', { version: '3.1.0' }, null],
  ['__proto__', { version: '3.1.0' }, null],
])('%s in the state %j is of release %s', (module, state, version) => {
  expect(found(module, state)).toBe(version);
});

test('a moment leaves later releases out, unless no other has it', () => {
  expect(found('web', { version: '3.1.0' }, '2026-03-09T23:59:59+00:00')).toBe('1.26.3');
  expect(found('api', { version: '2.5.0' }, '2026-03-09T23:59:59+00:00')).toBe('1.27.0 later');
});

test('what charts write in another manner is the same, and what is written alike counts first', () => {
  const two = [release('1.4', '2026-01-01', {}), release('1.5.0-RC1', '2026-01-02', {})];
  expect(found('umbrella', { version: '1.4.0' }, undefined, two)).toBe('1.4');
  expect(found('umbrella', { version: '1.5.0-rc.1' }, undefined, two)).toBe('1.5.0-RC1');
  expect(found('umbrella', { version: '1.4.1' }, undefined, two)).toBeNull();
  expect(found('umbrella', { version: '1.5.0' }, undefined, two)).toBeNull();
  const both = [...two, release('1.4.0', '2026-01-01', {})];
  expect(found('umbrella', { version: '1.4' }, undefined, both)).toBe('1.4');
  expect(found('umbrella', { version: '1.4.0' }, undefined, both)).toBe('1.4.0');
});

test('the order of the releases makes no difference', () => {
  const mixed = [...RELEASES, release('1.26.4', '2026-03-10', { web: '3.1.0' })];
  expect(found('web', { version: '3.1.0' }, undefined, mixed)).toBe('1.27.0');
  expect(found('web', { version: '3.1.0' }, undefined, mixed.toReversed())).toBe('1.27.0');
});
