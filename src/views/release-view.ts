import type { NoteBody } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { renderBlocks } from '../markdown/render.ts';
import type { Note } from '../records/note.ts';
import type { Product } from '../records/product.ts';
import { type ContributorLinks, contributorLinks } from './contributor-links.ts';
import type { IssueFate } from './entry-view.ts';
import { type SectionView, sectionViews } from './section-view.ts';
import { dayOf, type TimeView } from './time-view.ts';
import type { VersionView } from './timeline-view.ts';
import { type VersionLink, type VersionSet, versionLinks } from './version-link.ts';

/** A note as it is read and taken apart. */
export interface NoteSource {
  note: Note;
  body: NoteBody;
  /** Pictures that stand beside the note. */
  images?: NoteImages;
  /** How lists show it, where that is known without reading it. */
  readonly inList?: VersionView;
}

/** A release's page. */
export interface ReleaseView {
  version: string;
  date: TimeView;
  prerelease: boolean;
  /** Its words are from before this ledger. */
  imported: boolean;
  previous: VersionLink | null;
  folds: VersionLink[];
  foldedInto: VersionLink | null;
  /** Corrections since the note was published, newest first. */
  updates: { at: TimeView; text: string }[];
  withdrawn: { reason: string; use: VersionLink | null; at: TimeView | null } | null;
  introHtml: string;
  sections: SectionView[];
  /** Who worked on it; null where the product does not name them. */
  contributors: ContributorLinks | null;
}

/** A product with its notes: what a release's page needs to link to its neighbours. */
export interface ProductSource {
  id: string;
  product: Product;
  readonly notes: readonly NoteSource[];
  /** The versions that have notes, where they are known already: then not all the notes need be there. */
  versions?: VersionSet;
}

/** A release as customers read it. `fates` say what became of the product's known issues, by their ids. */
export function releaseView(
  { note, body, images = new Map() }: NoteSource,
  source: ProductSource,
  fates: ReadonlyMap<string, IssueFate> = new Map(),
): ReleaseView {
  const link = versionLinks(source.id, source.versions ?? versionsOf(source));
  const entries = new Map(note.entries.map((entry) => [entry.id, entry]));
  const known = new Map((note.known ?? []).map((issue) => [issue.id, issue]));
  return {
    version: note.version,
    date: dayOf(note.date),
    prerelease: note.prerelease,
    imported: note.imported !== undefined,
    previous: note.previous === null ? null : link(note.previous),
    folds: (note.folds ?? []).map(link),
    foldedInto: note.foldedInto === undefined ? null : link(note.foldedInto),
    updates: (note.updates ?? []).map(({ at, text }) => ({ at: dayOf(at), text })).reverse(),
    withdrawn: withdrawal(note, link),
    introHtml: renderBlocks(body.intro, { level: 2, images }),
    sections: sectionViews(body, { product: source.product, entries, known, fates, link, images }),
    contributors: contributorLinks(note, source.product),
  };
}

function versionsOf({ notes }: ProductSource): Set<string> {
  return new Set(notes.map(({ note }) => note.version));
}

function withdrawal(note: Note, link: (version: string) => VersionLink): ReleaseView['withdrawn'] {
  if (note.withdrawn === undefined) return null;
  const { reason, use, at } = note.withdrawn;
  return { reason, use: use === undefined ? null : link(use), at: at === undefined ? null : dayOf(at) };
}

/** The latest release that customers should use; undefined where there is no final one yet. Newest first. */
export function latestOf<Source extends NoteSource>(notes: readonly Source[]): Source | undefined {
  return notes.find(({ note }) => !note.prerelease && note.withdrawn === undefined);
}
