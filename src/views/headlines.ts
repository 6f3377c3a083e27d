import type { NoteSection } from '../markdown/note-body.ts';
import { renderLine } from '../markdown/render.ts';
import { SECTIONS, type Section } from '../records/sections.ts';

/** A section's first entry, in one line. */
export interface Headline {
  section: Section;
  heading: string;
  html: string;
}

/** Sections that nobody opens a page of news for. */
const QUIET: readonly Section[] = ['dependencies', 'maintenance'];

/** The first entries of a release by urgency, each in one line; at most `count`. */
export function headlinesOf(sections: readonly NoteSection[], count: number): Headline[] {
  const lines = SECTIONS.filter(({ id }) => !QUIET.includes(id)).flatMap(({ id, heading }) =>
    sections
      .filter((section) => section.section === id)
      .flatMap((section) => section.bullets)
      .slice(0, count)
      .map((bullet) => ({ section: id, heading, html: renderLine(firstParagraph(bullet.text)).html })),
  );
  return lines.slice(0, count);
}

function firstParagraph(markdown: string): string {
  return markdown.split(/\n\s*\n/)[0] ?? '';
}
