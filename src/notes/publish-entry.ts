import type { NoteBullet, NoteSection } from '../markdown/note-body.ts';
import type { NoteImages } from '../markdown/note-image.ts';
import { renderBlocks } from '../markdown/render.ts';
import { MATURITIES, type Maturity, type NoteEntry } from '../records/note.ts';
import { fatesOf } from './fates-of.ts';
import type { PublicEntry, PublicSecurity } from './public-entry.ts';
import { dependencyMovesIn, removalVersionIn, titleOf, vulnerabilitiesIn } from './words.ts';

/** What a bullet needs to know of its note and the site around it. */
export interface EntryPlace {
  entries: ReadonlyMap<string, NoteEntry>;
  /** The address of a bullet on its release's page. */
  addressOf: (bullet: NoteBullet) => string;
  /** The address of a pull request that everybody may follow; null for all others. */
  pullRequestUrl: (entry: NoteEntry) => string | null;
  /** Link definitions of the note. */
  definitions: string;
  /** Pictures beside the note. */
  images: NoteImages;
}

/** One bullet with what machines and its words tell. */
export function publishEntry(
  bullet: NoteBullet,
  { section, heading }: Pick<NoteSection, 'section' | 'heading'>,
  place: EntryPlace,
): PublicEntry {
  const entries = bullet.ids.flatMap((id) => place.entries.get(id) ?? []);
  return {
    id: entries[0]?.id ?? null,
    ids: entries.map(({ id }) => id),
    address: place.addressOf(bullet),
    section,
    heading,
    title: titleOf(bullet.text),
    markdown: bullet.text,
    html: renderBlocks(bullet.text, { level: 4, definitions: place.definitions, images: place.images }),
    modules: distinct(entries.map(({ module }) => module)),
    kinds: distinct(entries.map(({ kind }) => kind)),
    breaking: entries.some(({ breaking }) => breaking === true),
    maturity: leastMature(entries),
    features: distinct(entries.flatMap(({ feature }) => feature ?? [])),
    pullRequests: pullRequests(entries, place),
    security: section === 'security' ? securityOf(bullet.text, entries) : null,
    dependencies: section === 'dependencies' ? dependencyMovesIn(titleOf(bullet.text)) : [],
    removalIn: section === 'deprecated' ? removalOf(bullet.text, entries) : null,
    removes: entries.find(({ removes }) => removes !== undefined)?.removes ?? null,
    alsoIn: distinct(entries.flatMap(({ alsoIn }) => alsoIn ?? [])),
    ...(differInOthers(entries) && {
      alsoInById: Object.fromEntries(entries.map(({ id, alsoIn }) => [id, alsoIn ?? []])),
    }),
    withdrawals: withdrawalsOf(entries),
  };
}

/** The word of an entry is that of its least mature change; what says nothing is stable. */
export function leastMature(entries: readonly NoteEntry[]): Maturity {
  return MATURITIES.find((word) => entries.some(({ maturity }) => maturity === word)) ?? 'stable';
}

function pullRequests(entries: readonly NoteEntry[], place: EntryPlace): PublicEntry['pullRequests'] {
  return entries.flatMap((entry) =>
    entry.pullRequest === null ? [] : [{ number: entry.pullRequest, url: place.pullRequestUrl(entry) }],
  );
}

function securityOf(text: string, entries: readonly NoteEntry[]): PublicSecurity {
  const told = entries.flatMap(({ security }) => security ?? []);
  return {
    ids: distinct([...vulnerabilitiesIn(text), ...told.flatMap(({ ids }) => ids ?? [])]),
    severity: told.find(({ severity }) => severity !== undefined)?.severity ?? null,
    since: told.find(({ since }) => since !== undefined)?.since ?? null,
  };
}

function removalOf(text: string, entries: readonly NoteEntry[]): string | null {
  return entries.find(({ removalIn }) => removalIn !== undefined)?.removalIn ?? removalVersionIn(text);
}

/** Changes of one bullet that met the same fate are told of together. */
function withdrawalsOf(entries: readonly NoteEntry[]): PublicEntry['withdrawals'] {
  const taken = entries.flatMap((entry) => fatesOf(entry).map((fate) => ({ id: entry.id, ...fate })));
  const fates = Map.groupBy(taken, (fate) => `${fate.in} ${fate.restoredIn}`);
  return [...fates.values()].map((same) => ({
    ids: same.map(({ id }) => id),
    in: same[0]?.in ?? '',
    restoredIn: same[0]?.restoredIn ?? null,
  }));
}

function differInOthers(entries: readonly NoteEntry[]): boolean {
  return new Set(entries.map(({ alsoIn }) => [...(alsoIn ?? [])].sort().join(' '))).size > 1;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
