import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, fileOfPage, pathOfPage, urlOfPage } from './page-file.ts';
import { kindOfRoute, placesIn, type Unit, unitId, unitOf } from './units.ts';

const name = fc.stringMatching(/^[a-z0-9][a-zA-Z0-9._+-]{0,12}$/);
const units: fc.Arbitrary<Unit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('dossier', 'release', 'comparison'),
    product: name,
    version: name,
  }),
  fc.record({
    kind: fc.constant('page' as const),
    route: fc.constantFrom('/', '/[product]/[...page]', '/api/v1/[name].json'),
    params: fc.dictionary(name, fc.string({ unit: 'grapheme' })),
  }),
);

test('a unit is known by its id again', () => {
  fc.assert(
    fc.property(units, units, (unit, other) => {
      expect(unitOf(unitId(unit))).toEqual(unit);
      if (unitId(unit) === unitId(other)) expect(other).toEqual(unit);
    }),
  );
});

test('what a route says nothing of is not in the id', () => {
  const unit: Unit = { kind: 'page', route: '/[...page]', params: { page: undefined } };
  expect(unitOf(unitId(unit))).toEqual({ ...unit, params: {} });
});

test.each([
  ['/[product]/[version]', 'release'],
  ['/[product]/[version]/announcements/[form]', 'release'],
  ['/[product]/upgrade/to/[version]', 'release'],
  ['/api/v1/[product]/releases/[version].json', 'release'],
  ['/audit/[product]/[version]', 'dossier'],
  ['/audit/[product]/[version]/record/[...file]', 'dossier'],
  ['/audit/[product]/compare/[version]', 'comparison'],
  ['/audit/[product]/controls/[control]', undefined],
  ['/[product]', undefined],
  ['/', undefined],
])('pages of %s are made with %s', (route, kind) => {
  expect(kindOfRoute({ route })?.kind).toBe(kind);
});

test('no two releases have a place in common, nor one within another', () => {
  const places = placesIn([]);
  fc.assert(
    fc.property(units, units, (one, other) => {
      fc.pre(one.kind !== 'page' && other.kind !== 'page' && unitId(one) !== unitId(other));
      for (const a of places(one))
        for (const b of places(other)) expect(`${a}/`.startsWith(`${b}/`), `${a} in ${b}`).toBe(false);
    }),
  );
});

function address(route: string, params: Address['params'], type = 'page'): Address {
  const pattern = type === 'page' ? /\/$/ : /[^/]$/;
  return { route: { route, type: type as 'page' | 'endpoint', pattern }, params };
}

test.each([
  [address('/[product]/[version]', { product: 'aster', version: '1.0.0' }), 'aster/1.0.0/index.html'],
  [address('/[product]/[...page]', { product: 'aster', page: undefined }), 'aster/index.html'],
  [address('/[product]/[...page]', { product: 'aster', page: 'a/b' }), 'aster/a/b/index.html'],
  [address('/api/[name].json', { name: 'a' }, 'endpoint'), 'api/a.json'],
  [address('/404', {}), '404.html'],
  [address('/', {}), 'index.html'],
])('a page has its file', (where, file) => {
  expect(fileOfPage(where)).toBe(file);
});

test('a page without what its route wants is a mistake, and its address is encoded', () => {
  expect(() => pathOfPage(address('/[product]', {}))).toThrow('wants product');
  expect(urlOfPage(address('/[product]', { product: 'ä b' }))).toBe('http://localhost:4321/%C3%A4%20b/');
  expect(urlOfPage(address('/[name].json', { name: 'a' }, 'endpoint'))).toBe('http://localhost:4321/a.json');
});
