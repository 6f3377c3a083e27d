import type { RootContent } from 'mdast';
import type { ReleaseDocument } from '../api/documents.ts';
import { publicContributors } from '../api/release-document.ts';
import { definitionsOf } from '../markdown/render.ts';
import type { PublicRelease } from '../notes/public-release.ts';
import { issueWordsOf } from '../notes/words.ts';
import type { Product } from '../records/product.ts';
import type { Section } from '../records/sections.ts';
import { publicRelease } from '../views/public-release.ts';
import type { NoteSource, ProductSource } from '../views/release-view.ts';
import { sectionsByUrgency } from '../views/section-view.ts';
import { TEXTS } from '../views/texts.ts';
import { dayOf } from '../views/time-view.ts';
import { entryBlocks, type ItemContext, issueBlocks } from './item-blocks.ts';
import { leadOf } from './lead.ts';
import { blocksOf, writable } from './note-tree.ts';
import { addressOn, type Site } from './site-links.ts';

export type { NoteSource, ProductSource };

/** An entry or a known issue, ready to be written in any form. */
export interface AnnouncedItem {
  /** Its id; null for a bullet that was written freely. */
  id: string | null;
  /** Its first line as plain text. */
  title: string;
  /** Its own address; null where the site's is not known. */
  address: string | null;
  /** The same from the root of the site on. */
  path: string;
  breaking: boolean;
  blocks: RootContent[];
}

/** What stands under one heading. */
export interface AnnouncedSection {
  heading: string;
  /** Null for a heading of a person's own. */
  section: Section | null;
  prose: RootContent[];
  items: AnnouncedItem[];
}

/** A release with all that everybody may know of it, as blocks that each form writes in its own way. */
export interface Announcement {
  release: PublicRelease;
  /** "OpenEBS 1.12.0", with a word in front where it is withdrawn. */
  title: string;
  /** The product's name. */
  name: string;
  /** The day of the release: "3 February 2026". */
  day: string;
  /** The release's page; null where the site's address is not known. */
  address: string | null;
  /** What must not be missed, and what it is: before everything else. */
  lead: RootContent[];
  intro: RootContent[];
  sections: AnnouncedSection[];
  /** Who worked on it, for machines. */
  contributors: ReleaseDocument['contributors'];
}

/** Makes a release ready. */
export type Announcer = (record: NoteSource) => Announcement;

/**
 * Makes releases of a product ready to be told of away from the site. `releaseOf` is for those who have the public
 * releases at hand already.
 */
export function announcerOf(
  source: ProductSource,
  site: Site,
  releaseOf: (record: NoteSource) => PublicRelease = (record) => publicRelease(record, source),
): Announcer {
  const ground: ItemContext = {
    site,
    product: source.id,
    known: source.versions ?? new Set(source.notes.map(({ note }) => note.version)),
    modules: moduleNames(source.product),
    definitions: '',
  };
  return (record) => announcementOf(record, releaseOf(record), source.product, ground);
}

function announcementOf(
  record: NoteSource,
  release: PublicRelease,
  product: Product,
  ground: ItemContext,
): Announcement {
  const { note, body } = record;
  const definitions = definitionsOf(body.intro, ...body.sections.map(({ prose }) => prose));
  const context = { ...ground, definitions };
  const items = itemsByBullet(record, release, context);
  const title = writable(TEXTS.announce.title(product.name, note.version));
  return {
    release,
    title: release.withdrawn === null ? title : TEXTS.announce.withdrawnTitle(title),
    name: writable(product.name),
    day: dayOf(note.date).shown,
    address: addressOn(ground.site, release.address),
    lead: leadOf(release, context),
    intro: blocksOf(body.intro, 2, definitions),
    sections: sectionsByUrgency(body.sections).map(({ heading, section, prose, bullets }) => ({
      heading: writable(heading),
      section,
      prose: blocksOf(prose, 3, definitions),
      items: bullets.flatMap((bullet) => items.get(bullet) ?? []),
    })),
    contributors: publicContributors(note, product),
  };
}

/** All entries and known issues, in the order in which they are told. */
export function itemsOf({ sections }: Announcement): AnnouncedItem[] {
  return sections.flatMap(({ items }) => items);
}

function moduleNames({ modules }: Product): ReadonlyMap<string, string> {
  return new Map(modules.length < 2 ? [] : modules.map(({ id, name }) => [id, name] as const));
}

/** A public release lists its entries and its known issues in the order of the note's bullets. */
function itemsByBullet({ body }: NoteSource, release: PublicRelease, context: ItemContext) {
  const items = new Map<object, AnnouncedItem>();
  const entries = release.entries.values();
  const issues = release.known.values();
  for (const { section, bullets } of body.sections)
    for (const bullet of bullets) {
      const item =
        section === 'known'
          ? issueItem(issues.next().value, issueWordsOf(bullet.text).workaround, context)
          : entryItem(entries.next().value, context);
      if (item !== null) items.set(bullet, item);
    }
  return items;
}

function entryItem(
  entry: PublicRelease['entries'][number] | undefined,
  context: ItemContext,
): AnnouncedItem | null {
  if (entry === undefined) return null;
  const { id, breaking } = entry;
  return { ...placed(entry, context), id, breaking, blocks: entryBlocks(entry, context) };
}

function issueItem(
  issue: PublicRelease['known'][number] | undefined,
  workaround: string | null,
  context: ItemContext,
): AnnouncedItem | null {
  if (issue === undefined) return null;
  const blocks = issueBlocks(issue, workaround, context);
  return { ...placed(issue, context), id: issue.id, breaking: false, blocks };
}

function placed({ title, address }: { title: string; address: string }, { site }: ItemContext) {
  return { title: writable(title), path: address, address: addressOn(site, address) };
}
