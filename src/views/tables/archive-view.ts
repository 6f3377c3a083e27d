import { byHistory } from '../../notes/upgrade/plan-upgrade.ts';
import { type Headline, headlinesOf } from '../headlines.ts';
import { type ListPages, mapPages, settledPages } from '../paging/settled-pages.ts';
import { archivePath } from '../paths.ts';
import type { NoteSource } from '../release-view.ts';
import { yearOf } from '../time-view.ts';
import { type VersionView, versionView } from '../timeline-view.ts';
import { type VersionLink, versionLinks } from '../version-link.ts';
import { monthName } from './month-name.ts';
import { ROOM } from './pages.ts';

/** A release of a year. */
export interface ArchivedRelease {
  release: VersionView;
  headlines: Headline[];
  /** Prereleases whose entries it repeats. */
  folds: VersionLink[];
}

/** A month with its releases, the newest first. */
export interface ArchivedMonth {
  /** "2026-02", its anchor. */
  id: string;
  name: string;
  releases: ArchivedRelease[];
}

const HEADLINES = 3;

/** The years of a product's releases, the newest first. */
export function archiveYears(notes: readonly NoteSource[]): string[] {
  return [...new Set(notes.map(({ note }) => yearOf(note.date)))].sort().reverse();
}

/** A year's releases as pages of months. Prereleases stand with the final release that repeats them. */
export function archivePages(
  product: string,
  notes: readonly NoteSource[],
  year: string,
  headlines: HeadlinesOf = archivedHeadlines,
): ListPages<ArchivedMonth[]> {
  const versions = new Set(notes.map(({ note }) => note.version));
  const wanted = notes.filter(({ note }) => {
    const folded = note.foldedInto !== undefined && versions.has(note.foldedInto);
    return yearOf(note.date) === year && !folded;
  });
  const newestFirst = wanted.toSorted((a, b) => byHistory(b.note, a.note));
  const releases = newestFirst.map((source) => archived(product, source, versions, headlines));
  return mapPages(settledPages(releases, ROOM, weightOfRelease), byMonth);
}

/** How many releases of a year the archive shows, those that stand with others not counted. */
export function archivedCount({ newest, numbered }: ListPages<ArchivedMonth[]>): number {
  return [newest, ...numbered].flat().reduce((sum, { releases }) => sum + releases.length, 0);
}

/** The years before and after one, where there are releases. */
export function nearYears(
  product: string,
  years: readonly string[],
  year: string,
): { older: YearLink | null; newer: YearLink | null } {
  const place = years.indexOf(year);
  const link = (other: string | undefined): YearLink | null =>
    other === undefined ? null : { year: other, href: archivePath(product, other) };
  return { older: link(years[place + 1]), newer: link(place > 0 ? years[place - 1] : undefined) };
}

interface YearLink {
  year: string;
  href: string;
}

/** What a release is told by in a list. */
export function archivedHeadlines(source: NoteSource): ArchivedRelease['headlines'] {
  return headlinesOf(source, HEADLINES);
}

/** For those who have them at hand already. */
type HeadlinesOf = typeof archivedHeadlines;

function archived(
  product: string,
  source: NoteSource,
  versions: ReadonlySet<string>,
  headlines: HeadlinesOf,
): ArchivedRelease {
  return {
    release: versionView(product, source),
    headlines: headlines(source),
    folds: (source.note.folds ?? []).map(versionLinks(product, versions)),
  };
}

function byMonth(releases: readonly ArchivedRelease[]): ArchivedMonth[] {
  const months = Map.groupBy(releases, ({ release }) => release.date.instant.slice(0, 7));
  return [...months].map(([id, inIt]) => ({ id, name: monthName(id), releases: inIt }));
}

function weightOfRelease({ headlines, folds }: ArchivedRelease): number {
  const lines = headlines.reduce((sum, { html }) => sum + 4 + html.split(/<[a-z]/).length, 0);
  return 14 + lines + folds.length;
}
