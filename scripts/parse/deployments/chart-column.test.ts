import { expect, test } from 'vitest';
import { splitChart } from './chart-column.ts';

test.each([
  ['director-1.26.3', [], 'director', '1.26.3', '1.26.3', null],
  ['director-1.26.3-rc.1', [], 'director', '1.26.3-rc.1', '1.26.3-rc.1', null],
  ['a-1b-2.0.0', [], 'a-1b', '2.0.0', '2.0.0', null],
  ['cert-manager-v1.14.4', [], 'cert-manager', 'v1.14.4', '1.14.4', null],
  ['foo-0.1.0-beta.1+build.7', [], 'foo', '0.1.0-beta.1+build.7', '0.1.0-beta.1+build.7', null],
  ['api-1.2.3-9f2c1ab', [], 'api', '1.2.3-9f2c1ab', '1.2.3-9f2c1ab', '9f2c1ab'],
  ['foo-1.2.3-4.5.6', [], 'foo', '1.2.3-4.5.6', '1.2.3-4.5.6', null],
  ['foo-1.2.3-4.5.6', ['foo-1.2.3'], 'foo-1.2.3', '4.5.6', '4.5.6', null],
  ['foo-2-1.0.0', ['foo', 'foo-2'], 'foo-2', '1.0.0', '1.0.0', null],
  ['maya-api-1-2-3-9f2c1ab', [], 'maya-api', '1-2-3-9f2c1ab', '1.2.3', '9f2c1ab'],
  ['maya-api-1-2-3-9f2c1ab', ['maya', 'maya-api'], 'maya-api', '1-2-3-9f2c1ab', '1.2.3', '9f2c1ab'],
  ['maya-api-1-2-3-9f2c1ab-1.2.3', [], 'maya-api-1-2-3-9f2c1ab', '1.2.3', '1.2.3', '9f2c1ab'],
  ['litmus-1.4', [], 'litmus', '1.4', '1.4', null],
  ['litmus-01.4.0', [], 'litmus', '01.4.0', '01.4.0', null],
  ['old-7', [], 'old', '7', '7', null],
  ['__proto__-1.0.0', [], '__proto__', '1.0.0', '1.0.0', null],
])('%s, knowing %j, is chart %s at %s', (column, known, name, chart, version, commit) => {
  expect(splitChart(column, known)).toMatchObject({ name, chart, version, commit });
});

test('by the nomenclature, the module stands in the name', () => {
  expect(splitChart('maya-api-1-2-3-9f2c1ab-1.2.3', [])?.module).toBe('maya-api');
});

test.each(['', 'director', '-1.0.0', 'director-', 'director-latest', 'director-v', '1.0.0'])(
  '"%s" names no version',
  (column) => {
    expect(splitChart(column, ['director'])).toBeNull();
  },
);

test('a long name costs little', () => {
  expect(splitChart(`${'a-1-'.repeat(20_000)}b`, [])).toBeNull();
});
