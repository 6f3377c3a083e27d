import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NoteSchema } from '../../records/note.ts';
import { ProductSchema } from '../../records/product.ts';
import { scriptJson } from './script-json.ts';
import { breadcrumbData, productData, releaseData } from './structured-data.ts';

const PRODUCT = ProductSchema.parse({
  ...{ schema: 1, name: 'Core', summary: 'Keeps things.', website: 'https://core.example.org' },
  modules: [{ id: 'core', name: 'Core' }],
});

const absolute = (path: string) => `https://releases.example.org${path}`;

function noteOf(version: string, more: object = {}) {
  return NoteSchema.parse({
    ...{ schema: 1, product: 'core', version, date: '2026-02-03T10:30:00+00:00' },
    ...{ prerelease: false, previous: null, entries: [], ...more },
  });
}

test('no text ends the element that it stands in, and none is lost', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '<script', ']]>', '\u2028'));
  fc.assert(
    fc.property(fc.dictionary(text, text), (data) => {
      const json = scriptJson(data);
      expect(json).not.toContain('<');
      expect(JSON.parse(json)).toEqual(data);
    }),
  );
});

test('the way to a page begins at home and ends at the page itself', () => {
  const crumbs = [{ text: 'Core', href: '/core/' }, { text: '1.2.0' }];
  const { itemListElement } = breadcrumbData(crumbs, '/core/1.2.0/', absolute);
  expect(itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://releases.example.org/' },
    { '@type': 'ListItem', position: 2, name: 'Core', item: 'https://releases.example.org/core/' },
    { '@type': 'ListItem', position: 3, name: '1.2.0', item: 'https://releases.example.org/core/1.2.0/' },
  ]);
});

test('a release is a version of a program', () => {
  expect(releaseData(PRODUCT, noteOf('1.2.0'), absolute)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'SoftwareApplication',
    name: 'Core',
    description: 'Keeps things.',
    softwareVersion: '1.2.0',
    releaseNotes: 'https://releases.example.org/core/1.2.0/',
    datePublished: '2026-02-03T10:30:00+00:00',
    url: 'https://core.example.org',
    applicationCategory: 'DeveloperApplication',
  });
  const updates = [
    { at: '2026-02-04T00:00:00+00:00', text: 'a' },
    { at: '2026-02-05T00:00:00+00:00', text: 'b' },
  ];
  expect(releaseData(PRODUCT, noteOf('1.2.0', { updates }), absolute)).toMatchObject({
    dateModified: '2026-02-05T00:00:00+00:00',
  });
});

test('a product’s page lists its newest releases and counts all', () => {
  const notes = Array.from({ length: 40 }, (_, at) => ({ note: noteOf(`1.${40 - at}.0`) }));
  const { mainEntity } = productData('core', PRODUCT, notes, absolute);
  expect(mainEntity).toMatchObject({ '@type': 'ItemList', numberOfItems: 40 });
  const { itemListElement } = mainEntity as { itemListElement: object[] };
  expect(itemListElement).toHaveLength(30);
  expect(itemListElement[0]).toEqual({
    ...{ '@type': 'ListItem', position: 1, name: 'Core 1.40.0' },
    url: 'https://releases.example.org/core/1.40.0/',
  });
});
