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

/** A product, and what makes items of one of its releases. */
export interface FeedSource {
  source: ProductSource;
  itemsOf(record: NoteSource, choice: FeedChoice): FeedItem[];
}

/** A release of a product, as feeds find it. */
interface Found extends Pick<FeedSource, 'itemsOf'> {
  /** What finals are put in order by. */
  key: string;
  record: NoteSource;
}

/**
 * What a feed tells of, the newest first. Prereleases have no item: their entries are told when they are final, and
 * nobody hears of a change twice. What was withdrawn stays, and its title says so.
 */
export function feedItems(sources: readonly FeedSource[], choice: FeedChoice): FeedItem[] {
  const items = new Map<string, FeedItem>();
  for (const { record, itemsOf } of finalsOf(sources)) {
    if (items.size >= FEED_ITEMS) break;
    if (choice !== 'all' && !mayTell(record, choice)) continue;
    for (const item of itemsOf(record, choice)) if (!items.has(item.id)) items.set(item.id, item);
  }
  return [...items.values()].slice(0, FEED_ITEMS);
}

/** What a feed tells of one release. */
export function itemsOfRelease(announcement: Announcement, choice: FeedChoice): FeedItem[] {
  return choice === 'all' ? [releaseItem(announcement)] : entryItems(announcement, choice);
}

function finalsOf(sources: readonly FeedSource[]): Found[] {
  const finals = sources.flatMap(({ source, itemsOf }) =>
    source.notes.flatMap((record): Found[] => {
      const { prerelease, version, date } = versionView(source.id, record);
      // The product and the version part what came out in the same second.
      return prerelease ? [] : [{ key: `${date.instant} ${source.id} ${version}`, record, itemsOf }];
    }),
  );
  return finals.sort(newestFirst);
}

function newestFirst({ key: a }: Found, { key: b }: Found): number {
  return a < b ? 1 : a > b ? -1 : 0;
}

/** A quick look, so that a release without such entries need not be read. */
function mayTell({ note, body }: NoteSource, choice: FeedChoice): boolean {
  if (choice === 'breaking') return note.entries.some(({ breaking }) => breaking === true);
  return body.sections.some(({ section, bullets }) => section === 'security' && bullets.length > 0);
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
