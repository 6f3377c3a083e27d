import type { NoteBullet, NoteSection } from '../../markdown/note-body.ts';
import type { Section } from '../../records/sections.ts';
import type { Mistake } from './mistake.ts';
import { fileLine, type NoteText } from './note-text.ts';

/** Sections whose bullets tell of changes: one without an id has no address, and stands in no table and no answer. */
const OF_CHANGES: ReadonlySet<Section | null> = new Set<Section>([
  ...(['security', 'added', 'changed', 'deprecated', 'removed', 'fixed'] as const),
  ...(['known', 'dependencies', 'maintenance'] as const),
]);

/** Ids that are missing, unknown, or used more than once. */
export function idMistakes(note: NoteText): Mistake[] {
  const seen = new Map<string, number>();
  return note.body.sections.flatMap((section) =>
    section.bullets.flatMap((bullet) => {
      const line = fileLine(note, bullet.line);
      return [
        ...missing(section, bullet, line),
        ...bullet.ids.flatMap((id) => wrong(id, section, line, note, seen)),
      ];
    }),
  );
}

function missing({ section, heading }: NoteSection, { ids, text }: NoteBullet, line: number): Mistake[] {
  if (ids.length > 0 || !OF_CHANGES.has(section)) return [];
  return [
    {
      severity: 'warning',
      line,
      says: `"${opening(text)}" under ${heading} has no id: nobody can link to it, and no table has it`,
      todo: 'End it with the id of its change, as {#openebs-12}.',
    },
  ];
}

function wrong(
  id: string,
  { section }: NoteSection,
  line: number,
  { note }: NoteText,
  seen: Map<string, number>,
): Mistake[] {
  const before = seen.get(id);
  seen.set(id, before ?? line);
  if (before !== undefined) return [duplicate(id, line, before)];
  const known = section === 'known' ? (note.known ?? []) : note.entries;
  return known.some((entry) => entry.id === id) ? [] : [unknown(id, section, line)];
}

function duplicate(id: string, line: number, before: number): Mistake {
  return {
    severity: 'error',
    line,
    says: `{#${id}} stands in a second bullet; the first is on line ${before}`,
    todo: 'Join the two bullets, or take the id out of one of them.',
  };
}

function unknown(id: string, section: Section | null, line: number): Mistake {
  const list = section === 'known' ? 'known' : 'entries';
  return {
    severity: 'error',
    line,
    says: `{#${id}} is unknown: it is not among "${list}" of the front matter`,
    todo:
      section === 'known'
        ? `Add "- id: ${id}" under "known:", or correct the id.`
        : 'Correct the id. Changes of the release come in by a harvest, never by hand.',
  };
}

function opening(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line;
}
