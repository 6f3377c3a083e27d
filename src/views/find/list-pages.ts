import type { FoundItem } from '../../notes/search/found-item.ts';

/** Elements that one page's entries may be made of: its frame needs some of the 2,500 too. */
const ROOM = 1800;
/** Elements around an entry's own words. */
const AROUND = 12;

/** Cuts a list into pages by what its entries weigh. A page has at least one. */
export function listPages(items: readonly FoundItem[], room = ROOM): FoundItem[][] {
  const pages: FoundItem[][] = [[]];
  let left = room;
  for (const item of items) {
    const weight = AROUND + (`${item.html}${item.workaroundHtml ?? ''}`.match(/<[a-z]/g)?.length ?? 0);
    if (weight > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(item);
    left -= weight;
  }
  return pages;
}

/** Entries of one release, as they stand together on a page. */
export interface ReleaseGroup {
  version: string;
  date: string;
  items: FoundItem[];
}

/** Entries of one year, release by release. */
export interface YearGroup {
  year: string;
  releases: ReleaseGroup[];
}

/** A page's entries under their years and releases, in their order. */
export function groupedByRelease(items: readonly FoundItem[]): YearGroup[] {
  const releases = [...Map.groupBy(items, ({ version }) => version)].map(([version, same]) => ({
    version,
    date: same[0]?.date ?? '',
    items: same,
  }));
  const years: YearGroup[] = [];
  for (const release of releases) {
    const year = release.date.slice(0, 4);
    if (years.at(-1)?.year !== year) years.push({ year, releases: [] });
    years.at(-1)?.releases.push(release);
  }
  return years;
}
