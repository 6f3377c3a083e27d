import {
  idMark,
  type NoteBody,
  type NoteSection,
  parseNoteBody,
  withdrawnMark,
} from '../../src/markdown/note-body.ts';
import {
  headingOf,
  type Note,
  type NoteEntry,
  SCHEMA_VERSION,
  SECTIONS,
  type Section,
} from '../../src/records/index.ts';
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
  const body = applyInsertions('', bulletInsertions('', { intro: '', sections: [] }, offered));
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
  const parsed = parseNoteBody(existing.body);
  const insertions = [
    ...withdrawalMarks(existing.body, parsed, entries),
    ...bulletInsertions(existing.body, parsed, fresh),
  ];
  const lineEnd = existing.text.includes('\r\n') ? '\r\n' : '\n';
  const body = applyInsertions(existing.body, insertions, lineEnd);
  const head = existing.text.slice(0, existing.text.length - existing.body.length);
  const fields: { [key: string]: Yaml | undefined } = {
    ...NO_MORE,
    ...facts,
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

/** A piece of text to put into the body as it was read. */
interface Insertion {
  at: number;
  text: string;
}

/** Puts all insertions into the text; those at one place stay in the order given. */
function applyInsertions(body: string, insertions: readonly Insertion[], lineEnd = '\n'): string {
  let [text, from] = ['', 0];
  for (const { at, text: piece } of insertions.toSorted((a, b) => a.at - b.at)) {
    text += body.slice(from, at) + piece.replaceAll('\n', lineEnd);
    from = at;
  }
  return text + body.slice(from);
}

/** New bullets go to the end of their sections, new sections to their place in the order of sections. */
function bulletInsertions(body: string, parsed: NoteBody, offered: readonly OfferedEntry[]): Insertion[] {
  return SECTIONS.flatMap(({ id }) => {
    const bullets = offered.filter(({ section }) => section === id).map(({ bullet }) => bullet);
    if (bullets.length === 0) return [];
    const section = parsed.sections.find((candidate) => candidate.section === id);
    return [section === undefined ? newSection(body, parsed, id, bullets) : intoSection(section, bullets)];
  });
}

function intoSection(section: NoteSection, bullets: readonly string[]): Insertion {
  return { at: section.end, text: `${section.bullets.length > 0 ? '\n' : '\n\n'}${bullets.join('\n')}` };
}

/** Before the first section that comes later in the order; else behind those before it; else at the end. */
function newSection(body: string, parsed: NoteBody, id: Section, bullets: readonly string[]): Insertion {
  const block = `## ${headingOf(id)}\n\n${bullets.join('\n')}\n`;
  const later = parsed.sections.find(({ section }) => section !== null && placeOf(section) > placeOf(id));
  const lastEarlier = parsed.sections.findLastIndex(
    ({ section }) => section !== null && placeOf(section) < placeOf(id),
  );
  const next = later ?? parsed.sections[lastEarlier + 1];
  if (next !== undefined && (later !== undefined || lastEarlier >= 0))
    return { at: startOfLine(body, next.line), text: `${block}\n` };
  return { at: body.length, text: `${gapBefore(body)}${block}` };
}

/** One empty line between what is there and a section behind it; sections of one harvest follow one another. */
function gapBefore(body: string): string {
  if (/\n\r?\n$/.test(body)) return '';
  return body === '' || body.endsWith('\n') ? '\n' : '\n\n';
}

function placeOf(section: Section): number {
  return SECTIONS.findIndex(({ id }) => id === section);
}

function startOfLine(body: string, line: number): number {
  let at = 0;
  for (let current = 1; current < line; current += 1) at = body.indexOf('\n', at) + 1;
  return at;
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
