import type { FoundItem } from '../../notes/search/found-item.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';

/** Elements that entries fill on a page: twice as many, with the frame around them, stay below 2,500. */
const ROOM = 900;
/** Elements around an entry's own words. */
const AROUND = 12;

/** Cuts a list, the newest entry first, into pages by what its entries weigh. */
export function listPages(items: readonly FoundItem[], room = ROOM): ListPages<FoundItem[]> {
  return settledPages(items, room, weightOf);
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

function weightOf({ html, workaroundHtml }: FoundItem): number {
  return AROUND + (`${html}${workaroundHtml ?? ''}`.match(/<[a-z]/g)?.length ?? 0);
}
