import { type ArchivedMonth, archivePages, archiveYears } from '../views/tables/archive-view.ts';
import { once } from './once.ts';
import { findProductPages } from './sources.ts';

/** A product's releases by years, the newest first, each year as pages of months. */
export const readArchive: (product: string) => ReadonlyMap<string, ArchivedMonth[][]> = once((product) => {
  const { notes } = findProductPages(product);
  return new Map(archiveYears(notes).map((year) => [year, archivePages(product, notes, year)]));
});
