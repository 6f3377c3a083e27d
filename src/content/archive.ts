import type { ListPages } from '../views/paging/settled-pages.ts';
import {
  type ArchivedMonth,
  archivedCount,
  archivedHeadlines,
  archivePages,
  archiveYears,
} from '../views/tables/archive-view.ts';
import { once } from './once.ts';
import { pageReader } from './page-reader.ts';
import { findProductPages, findRelease } from './sources.ts';

/** A product's releases by years, the newest first, each year as pages of months. */
const readArchive: (product: string) => ReadonlyMap<string, ListPages<ArchivedMonth[]>> = once(
  'archive',
  (product) => {
    const { notes } = findProductPages(product);
    return new Map(
      archiveYears(notes).map((year) => [
        year,
        archivePages(product, notes, year, ({ note }) => headlines(`${product}/${note.version}`)),
      ]),
    );
  },
);

const headlines = once(
  'headlines',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return archivedHeadlines(findRelease(findProductPages(product), version));
  },
  { kept: true },
);

/** A page of a year of a product, as "openebs 2026". */
export const readArchivePage = pageReader('archive page', (key) => {
  const [product = '', year = ''] = key.split(' ');
  return readArchive(product).get(year) ?? { newest: [], numbered: [] };
});

/** Years of a product's releases, the newest first. */
export const readArchivedYears: (product: string) => string[] = once(
  'archived years',
  (product) => [...readArchive(product).keys()],
  { kept: true },
);

/** How many releases a year of a product has, as "openebs 2026". */
export const readArchivedCount: (key: string) => number = once(
  'archived count',
  (key) => {
    const [product = '', year = ''] = key.split(' ');
    return archivedCount(readArchive(product).get(year) ?? { newest: [], numbered: [] });
  },
  { cut: true },
);
