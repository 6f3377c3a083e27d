import type { Note } from '../records/note.ts';
import { chunksOf } from './chunks.ts';
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
  first: VersionView | null;
  patches: VersionView[];
  prereleases: VersionView[];
}

/** A year of a product's log. */
export interface YearView {
  year: string;
  minors: MinorView[];
}

/** Versions on one page. */
export const VERSIONS_PER_PAGE = 200;

/** One version of a product in a list. */
export function versionView(product: string, { note, body }: NoteSource): VersionView {
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

/** A product's versions, newest first, as pages of years; patches and prereleases stand under their minor. */
export function timelinePages(
  product: string,
  notes: readonly NoteSource[],
  size = VERSIONS_PER_PAGE,
): YearView[][] {
  const minors = minorsOf(notes.map((source) => ({ view: versionView(product, source), note: source.note })));
  const pages: MinorView[][] = [[]];
  let room = size;
  for (const piece of minors.flatMap((minor) => piecesOf(minor, size))) {
    const versions = versionsOf(piece).length;
    if (versions > room) {
      pages.push([]);
      room = size;
    }
    pages.at(-1)?.push(piece);
    room -= versions;
  }
  return pages.map(byYear);
}

interface Listed {
  view: VersionView;
  note: Note;
}

function minorsOf(listed: readonly Listed[]): MinorView[] {
  const groups = Map.groupBy(listed, ({ note }) => minorOf(note.version));
  const minors = [...groups].map(([minor, items]) => minorView(minor, items));
  return minors.sort((a, b) => Number(b.year) - Number(a.year));
}

function minorView(minor: string, items: readonly Listed[]): MinorView {
  const patches = items.filter(({ note }) => !note.prerelease).map(({ view }) => view);
  const prereleases = items.filter(({ note }) => note.prerelease).map(({ view }) => view);
  const first = patches.pop() ?? null;
  return { minor, year: (first ?? prereleases.at(-1))?.year ?? '', first, patches, prereleases };
}

/** A minor version with more releases than a page holds goes on on the next. */
function piecesOf(minor: MinorView, size: number): MinorView[] {
  const all = versionsOf(minor);
  if (all.length <= size) return [minor];
  return chunksOf(all, size).map((here) => ({
    ...minor,
    first: here.includes(minor.first as VersionView) ? minor.first : null,
    patches: minor.patches.filter((version) => here.includes(version)),
    prereleases: minor.prereleases.filter((version) => here.includes(version)),
  }));
}

function versionsOf({ first, patches, prereleases }: MinorView): VersionView[] {
  return [...(first === null ? [] : [first]), ...patches, ...prereleases];
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
