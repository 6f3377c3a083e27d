import { FACETS, type Facet } from '../../../src/notes/search/facets.ts';
import type { FoundItem } from '../../../src/notes/search/found-item.ts';
import type { FacetColumn, ItemTable, Shard } from '../../../src/notes/search/shard-files.ts';

/** The table of a shard's items, which are given with the newest first. */
export function itemTable(items: readonly FoundItem[]): ItemTable {
  const dates: [string, number][] = [];
  for (const { date } of items) {
    const last = dates.at(-1);
    if (last?.[0] === date) last[1] += 1;
    else dates.push([date, 1]);
  }
  const columns = FACETS.map((facet) => [facet, columnOf(items, facet)] as const);
  return { dates, facets: Object.fromEntries(columns) as ItemTable['facets'] };
}

function columnOf(items: readonly FoundItem[], facet: Facet): FacetColumn {
  const places = new Map<string, number>();
  const lists: (readonly string[])[] = [];
  const numbers = items.map(({ facets }) => {
    const list = facets[facet];
    const key = keyOf(list);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, lists.length);
    return lists.push(list) - 1;
  });
  return { lists, items: numbers };
}

/** Most lists have one value. */
function keyOf(list: readonly string[]): string {
  return list.length === 1 ? `=${list[0]}` : JSON.stringify(list);
}

/** What the list of shards says of one. */
export function shardOf(name: string, { dates, facets }: ItemTable): Shard {
  const held = (facet: Facet): string[] => [...new Set(facets[facet].lists.flat())].sort();
  return {
    name,
    items: dates.reduce((sum, [, items]) => sum + items, 0),
    holds: { product: held('product'), year: held('year') },
  };
}
