import type { NoteBody, NoteSection } from '../../src/markdown/note-body.ts';
import { headingOf, SECTIONS, type Section } from '../../src/records/index.ts';

/** A piece of text to put into a note's body as it was read. */
export interface Insertion {
  /** Offset in the body. */
  at: number;
  text: string;
  /** True for a section at the end of the body: an empty line parts it from what is there by then. */
  apart?: true;
}

/** Puts all insertions into the body; those at one place stay in the order given. */
export function insertInto(
  body: string,
  insertions: readonly Insertion[],
  lineEnd: string = lineEndOf(body),
): string {
  let [text, from] = ['', 0];
  for (const { at, text: piece, apart = false } of insertions.toSorted((a, b) => a.at - b.at)) {
    text += body.slice(from, at);
    text += withLineEnds(`${apart ? gapBehind(text) : ''}${piece}`, lineEnd);
    from = at;
  }
  return text + body.slice(from);
}

/** How the lines of a file end. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A text with the line ends of another. */
export function withLineEnds(text: string, lineEnd: string): string {
  return text.replaceAll(/\r?\n/g, lineEnd);
}

/** Before the first section that comes later in the order; else behind those before it; else at the end. */
export function newSection(body: string, { sections }: NoteBody, id: Section, words: string): Insertion {
  const block = `## ${headingOf(id)}\n\n${words}\n`;
  const later = sections.find(({ section }) => section !== null && placeOf(section) > placeOf(id));
  const lastEarlier = sections.findLastIndex(
    ({ section }) => section !== null && placeOf(section) < placeOf(id),
  );
  const next = later ?? (lastEarlier < 0 ? undefined : sections[lastEarlier + 1]);
  if (next !== undefined) return { at: startOfLine(body, next.line), text: `${block}\n` };
  return { at: body.length, text: block, apart: true };
}

/** Behind the last bullet of a section, or behind its heading where there is none. */
export function behindBullets(body: string, { bullets, end }: NoteSection, more: string): Insertion {
  return { at: end, text: `${bullets.length > 0 ? '\n' : '\n\n'}${more}${gapBefore(body.slice(end))}` };
}

/** Behind everything that stands under a section's heading. */
export function behindWords(body: string, parsed: NoteBody, section: NoteSection, more: string): Insertion {
  const at = spanOf(body, parsed, section).end;
  return { at, text: `\n\n${more}${gapBefore(body.slice(at))}` };
}

/** Where a section begins with its heading, and where its last line with words ends. */
export function spanOf(
  body: string,
  { sections }: NoteBody,
  section: NoteSection,
): { start: number; end: number } {
  const next = sections[sections.indexOf(section) + 1];
  const [start, stop] = [section, next].map((one) => (one ? startOfLine(body, one.line) : body.length));
  const empty = /(?:\r?\n[ \t]*)*$/.exec(body.slice(0, stop));
  return { start: start ?? 0, end: empty?.index ?? body.length };
}

/** One empty line between what is there and a section behind it; nothing where there is one. */
function gapBehind(body: string): string {
  if (/(?:^|\n)\r?\n$/.test(body)) return '';
  return body === '' || body.endsWith('\n') ? '\n' : '\n\n';
}

/** An empty line where the next line has words: they must not become part of what is put in front of them. */
function gapBefore(rest: string): string {
  return /^[ \t]*\r?\n[ \t]*\S/.test(rest) ? '\n' : '';
}

function placeOf(section: Section): number {
  return SECTIONS.findIndex(({ id }) => id === section);
}

/** Lines as markdown counts them: a carriage return alone ends one as well. */
function startOfLine(body: string, line: number): number {
  const ends = [...body.matchAll(/\r\n?|\n/g)];
  const before = ends[line - 2];
  return before === undefined ? 0 : before.index + before[0].length;
}
