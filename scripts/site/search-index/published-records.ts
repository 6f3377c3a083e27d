import { moduleValue } from '../../../src/notes/search/facets.ts';
import { foundItems } from '../../../src/notes/search/found-items.ts';
import { type SearchRecord, searchRecord } from '../../../src/notes/search/search-record.ts';
import { FIND } from '../../../src/views/texts.ts';
import type { PublishedProduct } from './read-published.ts';

/** All records of an edition, each product's newest version first. */
export function* publishedRecords(products: readonly PublishedProduct[]): Generator<SearchRecord> {
  for (const { id, name, modules, releases } of products) {
    const names = {
      product: name,
      workaround: FIND.workaround,
      modules: new Map(modules.map((module) => [moduleValue(id, module.id), module.name])),
    };
    for (const [place, item] of foundItems(releases).entries()) yield searchRecord(item, place, names);
  }
}
