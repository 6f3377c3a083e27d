import { FACETS, type Facet } from '../../notes/search/facets.ts';
import { type ItemTable, SHARD_FACETS, type Shard } from '../../notes/search/shard-files.ts';
import type { Chosen } from '../../views/find/asked.ts';

/** A shard with the table of its items. */
export interface LoadedShard extends Shard {
  table: ItemTable;
  /** Dates of its items. */
  dates: readonly string[];
}

/** A shard whose table has come. */
export function loadedShard(shard: Shard, table: ItemTable): LoadedShard {
  const dates = table.dates.flatMap(([date, items]) => Array<string>(items).fill(date));
  return { ...shard, table, dates };
}

/** Whether a shard may have an item with one of the chosen values of each facet. */
export function mayHold({ holds }: Shard, chosen: Chosen): boolean {
  return SHARD_FACETS.every((facet) => chosen[facet]?.some((value) => holds[facet].includes(value)) ?? true);
}

/** The values that an item has of a facet. */
export function valuesOf({ table }: LoadedShard, item: number, facet: Facet): readonly string[] {
  const { lists, items } = table.facets[facet];
  return lists[items[item] ?? 0] ?? [];
}

/** Facets by which an item of a shard is not among what was chosen. */
export function missedFacets(shard: LoadedShard, chosen: Chosen): (item: number) => Facet[] {
  const columns = FACETS.flatMap((facet) => {
    const values = chosen[facet];
    if (values === undefined) return [];
    const { lists, items } = shard.table.facets[facet];
    const fits = lists.map((list) => list.some((value) => values.includes(value)));
    return [{ facet, misses: (item: number) => fits[items[item] ?? 0] !== true }];
  });
  return (item) => columns.flatMap(({ facet, misses }) => (misses(item) ? [facet] : []));
}
