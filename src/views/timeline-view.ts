import { type ListPages, mapPages, settledPages } from './paging/settled-pages.ts';
import { releasePath } from './paths.ts';
import type { NoteSource } from './release-view.ts';
import { shortDateOf, shortDayOf, type TimeView, yearOf } from './time-view.ts';

/** One version in a list. */
export interface VersionView {
  version: string;
  href: string;
  date: TimeView;
  /** The day without its year, for a list that says the year. */
  day: TimeView;
  year: string;
  prerelease: boolean;
  withdrawn: boolean;
  /** The release asks its readers to do something. */
  actionRequired: boolean;
  /** Entries in its notes. */
  entries: number;
}

/** Releases of one minor version: the first of it, then its patches and its prereleases, newest first. */
export interface MinorView {
  minor: string;
  /** The year in which it first came out. */
  year: string;
  /** Null where it stands on another page, or has not come yet. */
  first: VersionView | null;
  patches: VersionView[];
  prereleases: VersionView[];
}

/** A year of a product's log. */
export interface YearView {
  year: string;
  minors: MinorView[];
}

/** Versions that fill a page. */
export const VERSIONS_PER_PAGE = 100;

/** One version of a product in a list. */
export function versionView(product: string, source: NoteSource): VersionView {
  return source.inList ?? viewOf(product, source);
}

function viewOf(product: string, { note, body }: NoteSource): VersionView {
  const filled = body.sections.filter((section) => section.bullets.length > 0 || section.prose !== '');
  return {
    version: note.version,
    href: releasePath(product, note.version),
    date: shortDateOf(note.date),
    day: shortDayOf(note.date),
    year: yearOf(note.date),
    prerelease: note.prerelease,
    withdrawn: note.withdrawn !== undefined,
    actionRequired: filled.some((section) => section.section === 'action'),
    entries: filled.reduce((count, section) => count + section.bullets.length, 0),
  };
}

/**
 * A product's versions as pages of years; patches and prereleases stand under their minor. Pages are cut by the day on
 * which versions came out, so that a patch of an old minor comes in at the new end, under the name of its minor.
 */
export function timelinePages(
  product: string,
  notes: readonly NoteSource[],
  size = VERSIONS_PER_PAGE,
): ListPages<YearView[]> {
  const listed = notes.map((source, place) => listedAt(place, product, source));
  const beginnings = beginningsOf(listed);
  const newestFirst = listed.toSorted((a, b) => Number(a.date < b.date) - Number(a.date > b.date));
  return mapPages(settledPages(newestFirst, size), (page) => byYear(minorsOf(byPlace(page), beginnings)));
}

interface Listed {
  /** Its place among all versions, the newest version first. */
  place: number;
  minor: string;
  date: string;
  view: VersionView;
}

/** How a minor version began, whatever of it stands on a page. */
type Beginning = Pick<MinorView, 'first' | 'year'>;

function listedAt(place: number, product: string, source: NoteSource): Listed {
  const { version, date } = source.note;
  return { place, minor: minorOf(version), date, view: versionView(product, source) };
}

function byPlace(page: readonly Listed[]): Listed[] {
  return page.toSorted((a, b) => a.place - b.place);
}

function beginningsOf(listed: readonly Listed[]): ReadonlyMap<string, Beginning> {
  const groups = Map.groupBy(listed, ({ minor }) => minor);
  return new Map(
    [...groups].map(([minor, all]) => {
      const first = all.findLast(({ view }) => !view.prerelease)?.view ?? null;
      return [minor, { first, year: (first ?? all.at(-1)?.view)?.year ?? '' }];
    }),
  );
}

function minorsOf(listed: readonly Listed[], beginnings: ReadonlyMap<string, Beginning>): MinorView[] {
  const groups = Map.groupBy(listed, ({ minor }) => minor);
  const minors = [...groups].map(([minor, items]) => {
    const views = items.map(({ view }) => view);
    return minorView(minor, views, beginnings.get(minor) ?? { first: null, year: '' });
  });
  return minors.sort((a, b) => Number(b.year) - Number(a.year));
}

function minorView(minor: string, views: readonly VersionView[], { first, year }: Beginning): MinorView {
  return {
    ...{ minor, year },
    first: first !== null && views.includes(first) ? first : null,
    patches: views.filter((view) => !view.prerelease && view !== first),
    prereleases: views.filter(({ prerelease }) => prerelease),
  };
}

function byYear(minors: readonly MinorView[]): YearView[] {
  const years: YearView[] = [];
  for (const minor of minors) {
    if (years.at(-1)?.year !== minor.year) years.push({ year: minor.year, minors: [] });
    years.at(-1)?.minors.push(minor);
  }
  return years;
}

/** "1.9" of "1.9.0-RC1". */
function minorOf(version: string): string {
  return /^\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
}
