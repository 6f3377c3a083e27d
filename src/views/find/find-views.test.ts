import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facetCounts, joinedCounts } from '../../notes/search/facet-counts.ts';
import { foundItems } from '../../notes/search/found-items.ts';
import { publicEntry, publicIssue, publicRelease } from '../../notes/search/testing.ts';
import type { Product } from '../../records/product.ts';
import { facetChoices, worthAsking } from './facet-choices.ts';
import { facetLabels } from './facet-label.ts';
import { facetLists } from './facet-lists.ts';
import { foundCounts } from './found-counts.ts';
import { itemMarks } from './item-marks.ts';
import { linksThatFit } from './list-links.ts';
import { groupedByRelease, listPages } from './list-pages.ts';
import { readyQuestions } from './ready-questions.ts';

const MODULES = [
  { id: 'core', name: 'The core' },
  { id: 'web', name: 'Lamp' },
];
const PRODUCT: Product = { schema: 1, name: 'Lamp', summary: '', contributors: false, modules: MODULES };
const LAMP = { id: 'lamp', product: PRODUCT };
const OTHER = { id: 'other', product: { ...PRODUCT, name: 'Other' } };

const ITEMS = foundItems([
  publicRelease('2.0.0', {
    entries: [publicEntry('core-3', { breaking: true, modules: ['web'] }), publicEntry('core-2')],
    known: [publicIssue('known-1')],
  }),
  publicRelease('1.0.1', { date: '2026-05-01T10:00:00+00:00', entries: [publicEntry('core-4')] }),
  publicRelease('1.0.0', { date: '2025-03-04T10:00:00+00:00', entries: [publicEntry('core-1')] }),
]);

test('values are counted and named, in an order of their own', () => {
  const choices = facetChoices(facetCounts(ITEMS), facetLabels([LAMP, OTHER]));
  const of = (name: string) => choices.find(({ facet }) => facet === name)?.choices;
  expect(of('section')).toEqual([
    { value: 'fixed', label: 'Fixed', count: 4 },
    { value: 'known', label: 'Known issues', count: 1 },
    { value: 'release', label: 'Whole releases', count: 3 },
  ]);
  expect(of('module')?.map(({ label }) => label)).toEqual(['Lamp', 'Lamp: The core']);
  expect(of('year')?.map(({ value }) => value)).toEqual(['2026', '2025']);
  expect(of('severity')).toBeUndefined();
  expect(worthAsking(choices).map(({ facet }) => facet)).toEqual(['section', 'breaking', 'module', 'year']);
});

test('products are counted apart and together', () => {
  const counts = [ITEMS.slice(0, 3), ITEMS.slice(3)].map(facetCounts);
  expect(joinedCounts(counts)).toEqual(facetCounts(ITEMS));
  expect(foundCounts(ITEMS)).toMatchObject({ entries: 5, releases: 3 });
});

test('only questions that find something are ready', () => {
  const questions = readyQuestions(facetChoices(facetCounts(ITEMS), facetLabels([LAMP])));
  expect(questions.map(({ href }) => href)).toEqual(['/find/?breaking=yes', '/find/?section=known']);
});

test('lists hold every entry and known issue once for each value, the newest release first', () => {
  const lists = facetLists(ITEMS);
  const all = lists.find(({ facet, value }) => facet === 'kind' && value === 'fix')?.items;
  expect(all?.map(({ version }) => version)).toEqual(['1.0.1', '2.0.0', '2.0.0', '1.0.0']);
  expect(groupedByRelease(all ?? []).map(({ year, releases }) => [year, releases.length])).toEqual([
    ['2026', 2],
    ['2025', 1],
  ]);
  expect(lists.some(({ value }) => value === 'release')).toBe(false);
});

test('pages have all items in order, and none is too heavy', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 });
  fc.assert(
    fc.property(weights, (counts) => {
      const [, item] = ITEMS;
      const items = counts.map((count) => ({ ...item, html: '<p>x</p>'.repeat(count) })) as typeof ITEMS;
      const { newest, numbered } = listPages(items, 100);
      expect([newest, ...numbered.toReversed()].flat()).toEqual(items);
      const weightOf = (page: typeof items): number =>
        page.reduce((sum, { html }) => sum + 12 + html.length / 8, 0);
      for (const page of numbered) expect(weightOf(page) <= 100 || page.length === 1).toBe(true);
      expect(weightOf(newest) < 200 || newest.length === 1).toBe(true);
    }),
  );
});

test('a page of all products leaves to each product what it has no room for', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({
    source: { ...LAMP, id: `lamp-${index}` },
    listed: facetCounts(ITEMS),
  }));
  expect(linksThatFit(many.slice(0, 2)).every(({ facets }) => facets.length > 0)).toBe(true);
  expect(linksThatFit(many).every(({ facets }) => facets.length === 0)).toBe(true);
});

test('a mark has a sign, a word and a colour', () => {
  const facets = { breaking: ['yes'], severity: ['critical'], maturity: ['alpha', 'stable'] };
  expect(itemMarks({ gone: 'release', facets }).map(({ sign, text }) => `${sign} ${text}`)).toEqual([
    '⊘ Withdrawn release',
    '! Breaking',
    '▲ Critical severity',
    'α Alpha',
  ]);
  expect(itemMarks({ gone: null, facets: { breaking: ['no'], maturity: ['stable'] } })).toEqual([]);
});
