import {
  idMark,
  type NoteBody,
  type NoteBullet,
  type NoteSection,
  parseNoteBody,
} from '../../src/markdown/note-body.ts';
import { headingOf, SECTIONS, type Section } from '../../src/records/index.ts';

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
export function editBody(body: string, edit: NoteEdit, offered: ReadonlySet<string>): string {
  if (edit.do === 'introduce') return introduce(body, edit.text);
  if (edit.do === 'add') return add(body, edit.section, edit.text);
  const ids = edit.do === 'merge' ? edit.ids : [edit.id];
  const unknown = ids.find((id) => !offered.has(id));
  if (unknown !== undefined) throw new Error(`the harvest has put no change ${unknown} into this note`);
  if (edit.do === 'reword') return reword(body, edit.id, edit.text);
  if (edit.do === 'merge') return merge(body, edit.ids, edit.text);
  return bulletOf(body, edit.id) === undefined ? body : without(body, edit.id);
}

function introduce(body: string, text: string): string {
  const { intro } = parseNoteBody(body);
  if (intro.includes(text)) return body;
  if (intro !== '') throw new Error(`the note begins with other words: ${intro.split('\n')[0]}`);
  return body.replace(/^\n*/, (gap) => `${gap}${text}\n\n`);
}

function reword(body: string, id: string, text: string): string {
  const bullet = bulletOf(body, id);
  if (bullet === undefined) throw new Error(`no bullet tells of ${id}`);
  if (bullet.text === text) return body;
  const marks = MARKS.exec(body.slice(bullet.start, bullet.end))?.[0] ?? '';
  return `${body.slice(0, bullet.start)}- ${text}${marks}${body.slice(bullet.end)}`;
}

/** The first bullet gets the words and all ids; the others go. */
function merge(body: string, ids: readonly string[], text: string): string {
  const [first = '', ...others] = ids;
  const bullet = bulletOf(body, first);
  if (bullet === undefined) throw new Error(`no bullet tells of ${first}`);
  if (bullet.ids.join() === ids.join()) return reword(body, first, text);
  const merged = `${body.slice(0, bullet.start)}- ${text} ${idMark(ids)}${body.slice(bullet.end)}`;
  return others.reduce((result, id) => withoutBullet(result, lastBulletOf(result, id)), merged);
}

function add(body: string, section: Section, text: string): string {
  const found = parseNoteBody(body).sections.find((candidate) => candidate.section === section);
  if (found === undefined) return withNewSection(body, section, text);
  if (found.bullets.some((bullet) => bullet.text === text.replace(MARKS, '')) || found.prose === text)
    return body;
  return `${body.slice(0, found.end)}\n- ${text}${body.slice(found.end)}`;
}

/** Behind the last section that comes before it in the order of sections. */
function withNewSection(body: string, section: Section, text: string): string {
  const rank = (id: Section) => SECTIONS.findIndex((candidate) => candidate.id === id);
  const later = parseNoteBody(body).sections.find(
    (other) => other.section !== null && rank(other.section) > rank(section),
  );
  const block = `## ${headingOf(section)}\n\n${isBullet(section) ? `- ${text}` : text}\n`;
  if (later === undefined) return `${body.replace(/\n*$/, '\n\n')}${block}`;
  const at = body.search(new RegExp(`^## ${later.heading}$`, 'm'));
  return `${body.slice(0, at)}${block}\n${body.slice(at)}`;
}

/** Highlights and upgrade notes are prose. */
function isBullet(section: Section): boolean {
  return section !== 'highlights' && section !== 'upgrade';
}

function without(body: string, id: string): string {
  return withoutBullet(body, bulletOf(body, id));
}

/** Takes a bullet out with its line, and its section's heading where nothing else stands under it. */
function withoutBullet(body: string, bullet: NoteBullet | undefined): string {
  if (bullet === undefined) return body;
  const section = parseNoteBody(body).sections.find((candidate) => holds(candidate, bullet));
  const alone = section !== undefined && section.bullets.length === 1 && section.prose === '';
  const start = alone ? body.lastIndexOf('\n## ', bullet.start) + 1 : bullet.start;
  const rest = body.slice(bullet.end).replace(alone ? /^\n+/ : /^\n/, '');
  return `${body.slice(0, start)}${rest}`.replace(/\n{2,}$/, '\n');
}

function holds(section: NoteSection, bullet: NoteBullet): boolean {
  return section.bullets.some(({ start }) => start === bullet.start);
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
