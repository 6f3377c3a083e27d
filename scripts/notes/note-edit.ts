import {
  idMark,
  type NoteBody,
  type NoteBullet,
  type NoteSection,
  parseNoteBody,
} from '../../src/markdown/note-body.ts';
import type { Section } from '../../src/records/index.ts';
import {
  behindBullets,
  behindWords,
  type Insertion,
  insertInto,
  lineEndOf,
  newSection,
  spanOf,
  withLineEnds,
} from './section-place.ts';

/** What a release manager does to a note's body. Each edit finds its place again where it was made before. */
export type NoteEdit =
  | { do: 'introduce'; text: string }
  | { do: 'reword'; id: string; text: string }
  | { do: 'merge'; ids: readonly string[]; text: string }
  | { do: 'remove'; id: string }
  | { do: 'add'; section: Section; text: string };

/** What stands behind a bullet's words: the mark of a withdrawal and the ids. */
const MARKS = /(?:[ \t]*(?:_\(withdrawn in [^)]*\)_|\{#[^}]*\}))+\s*$/;

/**
 * Makes an edit; a body that has it already comes back as it is. `offered` are the ids that a harvest has put
 * into the note. Throws where the edit's target is not there.
 */
export function editBody(
  body: string,
  edit: NoteEdit,
  offered: ReadonlySet<string>,
  lineEnd: string = lineEndOf(body),
): string {
  if (edit.do === 'introduce') return introduce(body, edit.text, lineEnd);
  if (edit.do === 'add') return add(body, edit.section, edit.text, lineEnd);
  const ids = edit.do === 'merge' ? edit.ids : [edit.id];
  const unknown = ids.find((id) => !offered.has(id));
  if (unknown !== undefined) throw new Error(`the harvest has put no change ${unknown} into this note`);
  if (edit.do === 'reword') return reword(body, edit.id, edit.text, lineEnd);
  if (edit.do === 'merge') return merge(body, edit.ids, edit.text, lineEnd);
  return bulletOf(body, edit.id) === undefined ? body : without(body, edit.id);
}

function introduce(body: string, text: string, lineEnd: string): string {
  const { intro } = parseNoteBody(body);
  if (withLineEnds(intro, '\n').includes(text)) return body;
  if (intro !== '') throw new Error(`the note begins with other words: ${intro.split(/\r?\n/)[0]}`);
  if (body.trim() === '')
    return insertInto(body, [{ at: body.length, text: `${text}\n`, apart: true }], lineEnd);
  const at = /^(?:\r?\n)*/.exec(body)?.[0].length ?? 0;
  return insertInto(body, [{ at, text: `${text}\n\n` }], lineEnd);
}

function reword(body: string, id: string, text: string, lineEnd: string): string {
  const bullet = bulletOf(body, id);
  if (bullet === undefined) throw new Error(`no bullet tells of ${id}`);
  if (says(bullet.text, text)) return body;
  const marks = MARKS.exec(body.slice(bullet.start, bullet.end))?.[0] ?? '';
  return `${body.slice(0, bullet.start)}- ${withLineEnds(text, lineEnd)}${marks}${body.slice(bullet.end)}`;
}

/** The first bullet gets the words and all ids; the others go. */
function merge(body: string, ids: readonly string[], text: string, lineEnd: string): string {
  const [first = '', ...others] = ids;
  const bullet = bulletOf(body, first);
  if (bullet === undefined) throw new Error(`no bullet tells of ${first}`);
  if (bullet.ids.join() === ids.join()) return reword(body, first, text, lineEnd);
  const words = `- ${withLineEnds(text, lineEnd)} ${idMark(ids)}`;
  const merged = `${body.slice(0, bullet.start)}${words}${body.slice(bullet.end)}`;
  return others.reduce((result, id) => withoutBullet(result, lastBulletOf(result, id)), merged);
}

function add(body: string, section: Section, text: string, lineEnd: string): string {
  const parsed = parseNoteBody(body);
  const found = parsed.sections.find((candidate) => candidate.section === section);
  if (found !== undefined && holds(body, parsed, found, text)) return body;
  return insertInto(body, [addition(body, parsed, section, text)], lineEnd);
}

/** Highlights and upgrade notes are told in words, all others in bullets. */
function addition(body: string, parsed: NoteBody, section: Section, text: string): Insertion {
  const inWords = section === 'highlights' || section === 'upgrade';
  const more = inWords ? text : `- ${text}`;
  const found = parsed.sections.find((candidate) => candidate.section === section);
  if (found === undefined) return newSection(body, parsed, section, more);
  return inWords ? behindWords(body, parsed, found, more) : behindBullets(body, found, more);
}

function holds(body: string, parsed: NoteBody, section: NoteSection, text: string): boolean {
  const { start, end } = spanOf(body, parsed, section);
  const lines = (words: string): string => `\n${withLineEnds(words, '\n')}\n`;
  const isTold = section.bullets.some((bullet) => says(bullet.text, text.replace(MARKS, '')));
  return isTold || lines(body.slice(start, end)).includes(lines(text));
}

/** True where both are the same words, however their lines end. */
function says(told: string, text: string): boolean {
  return withLineEnds(told, '\n') === withLineEnds(text, '\n');
}

function without(body: string, id: string): string {
  return withoutBullet(body, bulletOf(body, id));
}

/** Takes a bullet out with its line, and its section's heading where nothing else stands under it. */
function withoutBullet(body: string, bullet: NoteBullet | undefined): string {
  if (bullet === undefined) return body;
  const parsed = parseNoteBody(body);
  const section = parsed.sections.find(({ bullets }) => bullets.some(({ start }) => start === bullet.start));
  const alone = section !== undefined && section.bullets.length === 1 && section.prose === '';
  const start = alone ? spanOf(body, parsed, section).start : bullet.start;
  const rest = body.slice(bullet.end).replace(alone ? /^(?:\r?\n)+/ : /^\r?\n/, '');
  return `${body.slice(0, start)}${rest}`.replace(/(\r?\n)(?:\r?\n)+$/, '$1');
}

function bulletOf(body: string, id: string): NoteBullet | undefined {
  return bulletsOf(parseNoteBody(body)).find((bullet) => bullet.ids.includes(id));
}

/** Behind a merge the id stands twice: in the merged bullet and in its own one. */
function lastBulletOf(body: string, id: string): NoteBullet | undefined {
  return bulletsOf(parseNoteBody(body)).find((bullet) => bullet.ids.length === 1 && bullet.ids[0] === id);
}

function bulletsOf({ sections }: NoteBody): NoteBullet[] {
  return sections.flatMap((section) => section.bullets);
}
