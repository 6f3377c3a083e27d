import type { NoteBullet } from '../markdown/note-body.ts';
import { renderLine } from '../markdown/render.ts';
import type { Note, NoteEntry } from '../records/note.ts';
import { SECTIONS, type Section } from '../records/sections.ts';
import { shownFates } from './entry-view.ts';
import type { NoteSource } from './release-view.ts';

/** A section's first entry, in one line. */
export interface Headline {
  section: Section;
  heading: string;
  html: string;
}

/** Sections that nobody opens a page of news for. */
const QUIET: readonly Section[] = ['dependencies', 'maintenance'];

/** The first entries of a release by urgency, each in one line; at most `count`. What was taken back is no news. */
export function headlinesOf({ note, body }: NoteSource, count: number): Headline[] {
  const gone = takenBack(note);
  const stands = ({ ids }: NoteBullet): boolean => ids.length === 0 || ids.some((id) => !gone.has(id));
  const lines = SECTIONS.filter(({ id }) => !QUIET.includes(id)).flatMap(({ id, heading }) =>
    body.sections
      .filter((section) => section.section === id)
      .flatMap((section) => section.bullets.filter(stands))
      .slice(0, count)
      .map((bullet) => ({ section: id, heading, html: renderLine(firstParagraph(bullet.text)).html })),
  );
  return lines.slice(0, count);
}

/** Ids of entries that a later release took back, and none brought again. */
function takenBack({ entries }: Note): ReadonlySet<string> {
  const isGone = (entry: NoteEntry): boolean =>
    shownFates(entry).some(({ restoredIn }) => restoredIn === undefined);
  return new Set(entries.filter(isGone).map(({ id }) => id));
}

function firstParagraph(markdown: string): string {
  return markdown.split(/\n\s*\n/)[0] ?? '';
}
