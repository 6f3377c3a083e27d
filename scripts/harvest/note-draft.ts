import { idMark, type NoteBody, parseNoteBody, withdrawnMark } from '../../src/markdown/note-body.ts';
import { type Note, type NoteEntry, SCHEMA_VERSION, SECTIONS } from '../../src/records/index.ts';
import { linkedToOffered } from '../imports/linked-to-offered.ts';
import { behindBullets, type Insertion, insertInto, lineEndOf, newSection } from '../notes/section-place.ts';
import { replaceFields } from '../store/front-matter-edit.ts';
import type { StoredNote } from '../store/read.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import type { OfferedEntry } from './note-entries.ts';

/** The part of a note's front matter that the harvest writes. */
export type NoteFacts = Pick<
  Note,
  | 'product'
  | 'version'
  | 'date'
  | 'prerelease'
  | 'previous'
  | 'descendsFrom'
  | 'folds'
  | 'foldedInto'
  | 'contributors'
>;

/** A note after a harvest: its text, and what a person must decide. */
export interface NoteDraft {
  text: string;
  conflicts: string[];
}

/** Writes a first note, or adds to one that is there without touching what a person wrote. */
export function draftNote(
  facts: NoteFacts,
  offered: readonly OfferedEntry[],
  existing: StoredNote | null,
): NoteDraft {
  return existing === null ? firstNote(facts, offered) : mergeNote(facts, offered, existing);
}

function firstNote(facts: NoteFacts, offered: readonly OfferedEntry[]): NoteDraft {
  const entries = offered.map(({ entry }) => entry);
  const body = insertInto('', bulletInsertions('', { intro: '', sections: [] }, offered));
  return { text: markdownFile(frontMatter(facts, entries), body.replace(/^\n/, '')), conflicts: [] };
}

function frontMatter(facts: NoteFacts, entries: readonly NoteEntry[]): { [key: string]: Yaml | undefined } {
  return { schema: SCHEMA_VERSION, ...facts, entries: entries as readonly Yaml[] };
}

/** What a harvest takes out again where it does not hold any more. */
const NO_MORE = {
  descendsFrom: undefined,
  folds: undefined,
  foldedInto: undefined,
  contributors: undefined,
};

function mergeNote(facts: NoteFacts, offered: readonly OfferedEntry[], existing: StoredNote): NoteDraft {
  const known = new Map(existing.data.entries.map((entry) => [entry.id, entry]));
  const offeredNow = new Map(offered.map((offer) => [offer.entry.id, offer]));
  const fresh = offered.filter(({ entry }) => !known.has(entry.id));
  const kept = existing.data.entries.map((entry) => renewed(entry, offeredNow.get(entry.id)?.entry));
  const entries = [...kept, ...fresh.map(({ entry }) => entry)];
  const { imported } = existing.data;
  // Words from before this tool stay the only ones: the harvest says which changes they tell of.
  const words = imported === undefined ? existing.body : linkedToOffered(existing.body, fresh);
  const parsed = parseNoteBody(words);
  const insertions = [
    ...withdrawalMarks(words, parsed, entries),
    ...bulletInsertions(words, parsed, imported === undefined ? fresh : []),
  ];
  const body = insertInto(words, insertions, lineEndOf(existing.text));
  const head = existing.text.slice(0, existing.text.length - existing.body.length);
  const fields: { [key: string]: Yaml | undefined } = {
    ...NO_MORE,
    ...facts,
    ...(imported !== undefined && { imported: { ...imported, dated: 'dossier' } }),
    entries: entries as readonly Yaml[],
  };
  return {
    text: `${replaceFields(head, existing.data as unknown as { [key: string]: Yaml }, fields)}${body}`,
    conflicts: conflictsIn(parsed, known, offeredNow, existing),
  };
}

/** What machines know of an entry is as they know it now; what a person wrote of it stays. */
function renewed(entry: NoteEntry, offered: NoteEntry | undefined): NoteEntry {
  if (offered === undefined) return entry;
  const { security, removalIn, removes } = entry;
  return {
    ...offered,
    ...(security !== undefined && { security }),
    ...(removalIn !== undefined && { removalIn }),
    ...(removes !== undefined && { removes }),
  };
}

/** New bullets go to the end of their sections, new sections to their place in the order of sections. */
function bulletInsertions(body: string, parsed: NoteBody, offered: readonly OfferedEntry[]): Insertion[] {
  return SECTIONS.flatMap(({ id }) => {
    const own = offered.filter(({ section }) => section === id);
    if (own.length === 0) return [];
    const bullets = own.map(({ bullet }) => bullet).join('\n');
    const section = parsed.sections.find((candidate) => candidate.section === id);
    return [
      section === undefined ? newSection(body, parsed, id, bullets) : behindBullets(body, section, bullets),
    ];
  });
}

/** Marks the bullets of changes that a later release took back; a mark that is there stays. */
function withdrawalMarks(body: string, parsed: NoteBody, entries: readonly NoteEntry[]): Insertion[] {
  const withdrawn = new Map(entries.map((entry) => [entry.id, entry.withdrawnIn]));
  return parsed.sections.flatMap((section) =>
    section.bullets.flatMap((bullet) => {
      const version = bullet.ids.map((id) => withdrawn.get(id)).find((candidate) => candidate !== undefined);
      const raw = body.slice(bullet.start, bullet.end);
      const at = raw.lastIndexOf('{#');
      if (version === undefined || at < 0 || raw.includes(withdrawnMark(version))) return [];
      return [{ at: bullet.start + at, text: `${withdrawnMark(version)} ` }];
    }),
  );
}

/** What a person must look at: nothing of it is settled silently. */
function conflictsIn(
  body: NoteBody,
  known: ReadonlyMap<string, NoteEntry>,
  offered: ReadonlyMap<string, OfferedEntry>,
  { file, data }: StoredNote,
): string[] {
  const bullets = body.sections.flatMap(({ section, bullets }) =>
    bullets.flatMap((bullet) => bullet.ids.map((id) => ({ id, bullet, section }))),
  );
  const issues = new Set(data.known?.map(({ id }) => id));
  const seen = new Set<string>();
  return bullets.flatMap(({ id, bullet, section }) => {
    const twice = seen.has(id);
    seen.add(id);
    const where = `${file}: ${idMark([id])}`;
    if (section === 'known' && issues.has(id))
      return twice ? [`${where} stands in more than one bullet`] : [];
    if (!known.has(id) && !offered.has(id))
      return [`${where} in "${bullet.text}" is no change of this release`];
    if (!offered.has(id))
      return [`${where} has a bullet, but the change is not published in this release any more`];
    return twice ? [`${where} stands in more than one bullet`] : [];
  });
}
