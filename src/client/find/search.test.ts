import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FACETS } from '../../notes/search/facets.ts';
import type { Asked } from '../../views/find/asked.ts';
import type { Pagefind, PagefindFilters } from './pagefind.ts';
import { searchOf } from './search.ts';

const asked = (chosen: Asked['chosen'], words = ''): Asked => ({ words, chosen, newest: false });

/** Stands in for Pagefind: keeps what it is asked, and counts by how many filters there are. */
function standIn() {
  const questions: { words: string | null; filters: PagefindFilters; sort: object }[] = [];
  const pagefind: Pagefind = {
    filters: async () => ({}),
    search: async (words, { filters, sort }) => {
      questions.push({ words, filters, sort });
      const count = { x: Object.keys(filters).length };
      return { results: [], filters: Object.fromEntries(FACETS.map((facet) => [facet, count])) };
    },
  };
  return { questions, search: searchOf(async () => pagefind) };
}

test('a facet is counted without its own choice, and nothing is counted twice', async () => {
  const { questions, search } = standIn();
  const question = asked({ product: ['lamp'], kind: ['fix', 'feat'] });
  await search.find(question);
  const counts = await search.count(question, () => true);
  expect(counts).toMatchObject({ product: { x: 1 }, kind: { x: 1 }, year: { x: 2 } });
  expect(questions).toHaveLength(3);
  const other = asked({ product: ['lamp'], kind: ['perf'] });
  await search.find(other);
  await search.count(other, () => true);
  // The other kinds were counted before; only the product's number is another one.
  expect(questions).toHaveLength(5);
});

test('what the page came with is not counted', async () => {
  const { questions, search } = standIn();
  const question = asked({ product: ['lamp'] });
  await search.find(question);
  expect(await search.count(question, () => true)).toMatchObject({ product: null, kind: { x: 1 } });
  expect(questions).toHaveLength(1);
});

test('without words the newest comes first, with words the best, unless it is asked for', async () => {
  const { questions, search } = standIn();
  await search.find(asked({ product: ['lamp'] }));
  await search.find(asked({}, 'wick'));
  await search.find({ ...asked({}, 'wick'), newest: true });
  expect(questions.map(({ words, sort }) => [words, sort])).toEqual([
    [null, { date: 'desc' }],
    ['wick', {}],
    ['wick', { date: 'desc' }],
  ]);
});

test('nobody counts for those who have asked something else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(7), async (patience) => {
      const { questions, search } = standIn();
      let left = patience;
      const chosen = Object.fromEntries(FACETS.map((facet) => [facet, ['x']]));
      expect(await search.count(asked(chosen), () => left-- > 0)).toBeNull();
      expect(questions).toHaveLength(patience + 1);
    }),
  );
});
