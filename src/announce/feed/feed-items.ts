import type { FeedChoice } from '../../views/paths.ts';
import type { NoteSource, ProductSource } from '../../views/release-view.ts';
import { versionView } from '../../views/timeline-view.ts';
import type { AnnouncedItem, AnnouncedSection, Announcement } from '../announcement.ts';
import { lastLine } from '../github-form.ts';
import { htmlPieces, joinedHtml } from '../html-pieces.ts';
import { htmlOf } from '../html-text.ts';
import { fitting, piecesOf } from '../pieces.ts';
import { nameUrn } from './name-uuid.ts';

/** The newest items that a feed has. */
export const FEED_ITEMS = 50;

/** Characters of one item: a feed of releases with thousands of entries must stay readable. */
const ITEM_CHARACTERS = 100_000;

/** A longer title is read by nobody. */
const TITLE_CHARACTERS = 160;

/** One item of a feed. */
export interface FeedItem {
  /** A URN that follows from the product, the version and the entry alone. */
  id: string;
  title: string;
  /** Its page: an address, or a path from the root on where the site's address is not known. */
  url: string;
  published: string;
  updated: string;
  html: string;
  /** The product's name, and the section's heading for an entry. */
  tags: string[];
}

/** Whether a feed of a choice may tell of a release. */
export type FeedTelling = Record<Exclude<FeedChoice, 'all'>, boolean>;

/** A product, and what feeds need of its releases: of most, only a quick look. */
export interface FeedSource {
  source: ProductSource;
  tellingOf(release: FoundRelease): FeedTelling;
  itemsOf(release: FoundRelease, choice: FeedChoice): FeedItem[];
}

/** A release, as feeds find it: its note is read where that is needed. */
export interface FoundRelease {
  version: string;
  record: NoteSource;
}

/** What a feed tells of one release. */
export interface ReleaseItems {
  /** What releases are put in order by: the product and the version part what came out in the same second. */
  key: string;
  items: FeedItem[];
}

/**
 * What a feed tells of a product's newest releases, the newest first, as many as it has room for. Prereleases have no
 * item: their entries are told when they are final, and nobody hears of a change twice. What was withdrawn stays, and its
 * title says so.
 */
export function newestItems({ source, tellingOf, itemsOf }: FeedSource, choice: FeedChoice): ReleaseItems[] {
  const found: ReleaseItems[] = [];
  let count = 0;
  for (const release of finalsOf(source)) {
    if (count >= FEED_ITEMS) break;
    const items = choice === 'all' || tellingOf(release)[choice] ? itemsOf(release, choice) : [];
    if (items.length > 0) found.push({ key: release.key, items });
    count += new Set(items.map(({ id }) => id)).size;
  }
  return found;
}

/** A feed of some products, the newest first, of what each has for it. */
export function feedItems(newest: readonly ReleaseItems[]): FeedItem[] {
  const items = new Map<string, FeedItem>();
  for (const item of newest.toSorted(newestFirst).flatMap((release) => release.items))
    if (!items.has(item.id)) items.set(item.id, item);
  return [...items.values()].slice(0, FEED_ITEMS);
}

/** A quick look, so that a release without such entries need not be read. */
export function feedTelling({ note, body }: NoteSource): FeedTelling {
  return {
    breaking: note.entries.some(({ breaking }) => breaking === true),
    security: body.sections.some(({ section, bullets }) => section === 'security' && bullets.length > 0),
  };
}

/** What a feed tells of one release. */
export function itemsOfRelease(announcement: Announcement, choice: FeedChoice): FeedItem[] {
  return choice === 'all' ? [releaseItem(announcement)] : entryItems(announcement, choice);
}

function finalsOf(source: ProductSource): (FoundRelease & { key: string })[] {
  const finals = source.notes.flatMap((record) => {
    const { prerelease, version, date } = versionView(source.id, record);
    return prerelease ? [] : [{ key: `${date.instant} ${source.id} ${version}`, version, record }];
  });
  return finals.sort(newestFirst);
}

function newestFirst({ key: a }: { key: string }, { key: b }: { key: string }): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

function releaseItem(announcement: Announcement): FeedItem {
  const { release, title, name } = announcement;
  return {
    id: nameUrn(release.product, release.version),
    title,
    url: announcement.address ?? release.address,
    ...timesOf(announcement),
    html: releaseHtml(announcement),
    tags: [name],
  };
}

function releaseHtml(announcement: Announcement): string {
  const pieces = htmlPieces(piecesOf(announcement));
  const { shown, following, whole } = fitting(pieces, {
    room: ITEM_CHARACTERS,
    lastLine: 0,
    sizeOf: ({ length }) => length,
  });
  return `${joinedHtml(shown)}${whole ? '' : `\n${htmlOf([lastLine(announcement, following)])}`}`;
}

function entryItems(announcement: Announcement, choice: Exclude<FeedChoice, 'all'>): FeedItem[] {
  return announcement.sections.flatMap((section) =>
    section.items
      .filter((item) => (choice === 'breaking' ? item.breaking : section.section === 'security'))
      .map((item) => entryItem(item, section, announcement)),
  );
}

function entryItem(item: AnnouncedItem, section: AnnouncedSection, announcement: Announcement): FeedItem {
  const { release, title, name, lead } = announcement;
  return {
    id: nameUrn(release.product, release.version, item.id ?? item.title),
    title: `${title}: ${headlineOf(item.title) || section.heading}`,
    url: item.address ?? item.path,
    ...timesOf(announcement),
    html: htmlOf([...lead, ...item.blocks]),
    tags: [name, section.heading],
  };
}

/** An entry's first sentence, or what of it makes a title. */
function headlineOf(words: string): string {
  const sentence = /^.{20,}?[.!?](?=\s)/u.exec(words)?.[0].replace(/\.$/, '') ?? words;
  const characters = [...sentence];
  if (characters.length <= TITLE_CHARACTERS) return sentence;
  return `${characters
    .slice(0, TITLE_CHARACTERS - 1)
    .join('')
    .replace(/\s\S*$/u, '')}…`;
}

/** When it came out, and when what it says was last changed. */
function timesOf({ release }: Announcement): Pick<FeedItem, 'published' | 'updated'> {
  const later = [release.withdrawn?.at, ...release.updates.map(({ at }) => at)];
  const updated = later.reduce<string>((last, at) => (at != null && at > last ? at : last), release.date);
  return { published: release.date, updated };
}
