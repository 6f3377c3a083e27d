import { headingOf, type Section } from '../../../src/records/index.ts';
import { withoutMarks } from './note-marks.ts';

/** A text of a file of its own, and where it goes. */
export interface NotedChange {
  /** Null for words that come before all sections. */
  section: Section | string | null;
  text: string;
}

/** A note's body of texts that were kept one by one: words in front, then a bullet each under their sections. */
export function bodyOfNotes(notes: readonly NotedChange[], order: readonly string[]): string {
  const intro = notes.filter(({ section }) => section === null).map(({ text }) => text.trim());
  const sections = Map.groupBy(
    notes.filter(({ section }) => section !== null),
    ({ section }) => section ?? '',
  );
  const named = [...sections.keys()].sort((a, b) => rank(a, order) - rank(b, order) || (a < b ? -1 : 1));
  const blocks = named.map((section) => {
    const bullets = (sections.get(section) ?? []).map(({ text }) => bulletOf(text));
    return `## ${headingOf(section as Section)}\n\n${bullets.join('\n')}`;
  });
  const body = [...intro, ...blocks].join('\n\n');
  return body === '' ? '' : withoutMarks(`${body}\n`);
}

function rank(section: string, order: readonly string[]): number {
  const at = order.indexOf(section);
  return at < 0 ? order.length : at;
}

/** Further lines are indented, so that they stay in their bullet. */
export function bulletOf(text: string): string {
  const lines = text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
  return lines
    .map((line, index) => (index === 0 ? `- ${line.trim()}` : line === '' ? '' : `  ${line}`))
    .join('\n');
}
