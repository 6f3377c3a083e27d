import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseChartName } from './chart-name.ts';

test.each([
  ['maya-api-1-12-3-9f2c1ab', 'maya-api', '1.12.3', '9f2c1ab'],
  ['maya-0-0-0-0123456', 'maya', '0.0.0', '0123456'],
  // A module's own hyphens and digits, and a short id that is all digits.
  ['s3-2-gateway-10-0-7-1234567', 's3-2-gateway', '10.0.7', '1234567'],
  ['db-2-1-2-3-12e4567', 'db-2', '1.2.3', '12e4567'],
  ['a.b_c-1-2-3-abcdef0', 'a.b_c', '1.2.3', 'abcdef0'],
  [`api-1-2-3-${'0123456789'.repeat(4)}`, 'api', '1.2.3', '0123456789'.repeat(4)],
])('%s', (name, module, version, sha) => expect(parseChartName(name)).toEqual({ module, version, sha }));

test.each([
  '',
  'maya-api',
  'maya-api-1.12.3',
  'maya-api-1-12-9f2c1ab',
  '1-12-3-9f2c1ab',
  '-api-1-12-3-9f2c1ab',
  'maya-api-1-12-3-9f2c1',
  `api-1-2-3-${'a'.repeat(41)}`,
  'maya-api-1-012-3-9f2c1ab',
  'maya-api-1-12-3-9F2C1AB',
  'Maya-api-1-12-3-9f2c1ab',
  'maya--api-1-12-3-9f2c1ab',
  'maya-api-1-12-3-9f2c1ab.tgz',
  'maya-api-1-12-3-9f2c1ab\n',
  'maya-api-1-12-x-9f2c1ab',
  `${'a'.repeat(65)}-1-2-3-9f2c1ab`,
])('%j is of another form', (name) => expect(parseChartName(name)).toBeNull());

test('whatever is put together by the nomenclature is taken apart again', () => {
  const module = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}$/);
  const number = fc.nat(9_999);
  const sha = fc.stringMatching(/^[0-9a-f]{7,40}$/);
  fc.assert(
    fc.property(module, number, number, number, sha, (name, major, minor, release, id) => {
      const version = `${major}.${minor}.${release}`;
      const chart = `${name}-${version.replaceAll('.', '-')}-${id}`;
      expect(parseChartName(chart)).toEqual({ module: name, version, sha: id });
    }),
  );
});
