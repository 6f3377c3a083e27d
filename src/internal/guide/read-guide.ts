import commands from '../../guide/commands.json';
import { type GuidePage, readGuidePage } from '../../guide/guide-page.ts';
import { GUIDE_ORDER } from '../../guide/order.ts';
import records from '../../guide/records.json';
import type { CommandReference, RecordKind, RecordReference } from '../../guide/reference.ts';

/** The guide is part of the code: its files are in the bundle, and no build reads them from the disk. */
const TEXTS = import.meta.glob<string>('../../guide/pages/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const PICTURES = import.meta.glob<string>('../../guide/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const pages = new Map<string, GuidePage>();

/** A page of the guide: each names all others, so that it is read once. */
export function guidePage(id: string): GuidePage {
  const text = TEXTS[`../../guide/pages/${id}.md`];
  if (text === undefined) throw new Error(`the guide has no page ${id}`);
  const page = pages.get(text) ?? readGuidePage(id, text);
  pages.set(text, page);
  return page;
}

/** All of its pages, in the order in which they are read. */
export function guidePages(): GuidePage[] {
  return GUIDE_ORDER.map(guidePage);
}

/** Where a picture of the guide is served; null for one that has not been taken yet. */
export function pictureAddress(name: string, theme: 'light' | 'dark'): string | null {
  return PICTURES[`../../guide/pictures/${name}.${theme}.png`] ?? null;
}

/** What the command line says of its verbs. */
export function commandReference(): CommandReference {
  return commands;
}

/** Every kind of records. */
export function recordKinds(): RecordKind[] {
  return (records satisfies RecordReference).kinds;
}

/** One kind of records, by its id. */
export function recordKind(id: string | undefined): RecordKind {
  const kind = recordKinds().find((each) => each.id === id);
  if (kind === undefined) throw new Error(`there is no kind of records called ${id}`);
  return kind;
}
