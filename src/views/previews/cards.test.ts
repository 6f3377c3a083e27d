import { expect, test } from 'vitest';
import { parseNoteBody } from '../../markdown/note-body.ts';
import { type NoteInput, NoteSchema } from '../../records/note.ts';
import { ProductSchema } from '../../records/product.ts';
import { publicRelease } from '../public-release.ts';
import { productCard, releaseCard, siteCard } from './cards.ts';
import { describeRelease } from './describe-release.ts';
import { productPreview, releasePreview, sitePreview } from './preview.ts';

const PRODUCT = ProductSchema.parse({ schema: 1, name: 'Core', modules: [{ id: 'core', name: 'Core' }] });

function cardOf(body: string, more: Partial<NoteInput> = {}) {
  const note = NoteSchema.parse({
    ...{ schema: 1, product: 'core', version: '1.2.0', date: '2026-02-03T23:30:00+00:00' },
    ...{ prerelease: false, previous: null, entries: [], ...more },
  });
  const record = { note, body: parseNoteBody(body) };
  const release = publicRelease(record, { id: 'core', product: PRODUCT, notes: [record] });
  return releaseCard('Releases', 'Core', release);
}

test('a release’s picture says what is urgent first, and nothing of what there is not', () => {
  const body =
    '## Fixed\n\n- a\n- b\n\n## Security\n\n- c\n\n## Action required\n\n- d\n\n## Maintenance\n\n- e\n';
  expect(cardOf(body)).toEqual({
    ...{ site: 'Releases', kicker: 'Core', title: '1.2.0', text: '3 February 2026', mark: null },
    counts: [
      { count: '1', label: 'action required', tone: 'danger' },
      { count: '1', label: 'security', tone: 'danger' },
      { count: '2', label: 'fixed', tone: 'ink' },
    ],
  });
});

test('a breaking entry counts as breaking, and as what it is', () => {
  const entries = [{ id: 'core-1', module: 'core', pullRequest: 1, kind: 'feat', breaking: true as const }];
  const { counts } = cardOf('## Added\n\n- a {#core-1}\n', { entries });
  expect(counts.map(({ label }) => label)).toEqual(['breaking', 'added']);
});

test('a release that was taken back says so, even where it is a prerelease too', () => {
  expect(cardOf('', { prerelease: true }).mark).toEqual({ text: 'Prerelease', tone: 'accent' });
  const withdrawn = { reason: 'Loses data.' };
  expect(cardOf('', { prerelease: true, withdrawn }).mark).toEqual({ text: 'Withdrawn', tone: 'danger' });
});

test('pictures of a product and of the site say their names', () => {
  expect(productCard('Releases', PRODUCT)).toMatchObject({ site: 'Releases', title: 'Core', counts: [] });
  expect(siteCard('Releases', 'News', 'All of them.')).toMatchObject({
    ...{ site: 'News', title: 'Releases', text: 'All of them.' },
  });
});

test('previews lead to the pictures, and only a release has a day', () => {
  const core = { id: 'core', name: 'Core' };
  expect(releasePreview(core, { version: '1.2.0', date: '2026-02-03T10:30:00+00:00' })).toEqual({
    image: '/core/1.2.0/preview.png',
    alt: 'Core 1.2.0, 3 February 2026',
    published: '2026-02-03T10:30:00+00:00',
  });
  expect(productPreview(core)).toMatchObject({ image: '/previews/products/core.png', published: null });
  expect(sitePreview('Releases')).toMatchObject({ image: '/previews/site.png', published: null });
});

test('a release is described by what is in it', () => {
  const sections = [
    { heading: 'Highlights', count: 0 },
    { heading: 'Fixed', count: 1200 },
    { heading: 'Known issues', count: 1 },
  ];
  expect(describeRelease('Core 1.2.0', sections)).toBe('Core 1.2.0: 1,200 fixed, 1 known issues');
  expect(describeRelease('Core 1.2.0', [])).toBe(
    'Core 1.2.0: Nothing changed for you in this release: everything works as before.',
  );
});
