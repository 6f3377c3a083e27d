import type { NoteBody, NoteSection } from '../markdown/note-body.ts';
import { definitionsOf, renderBlocks } from '../markdown/render.ts';
import { SECTIONS, type Section } from '../records/sections.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { type IssueContext, issueEntryView } from './issue-entry-view.ts';

/** A part of a release's page under one heading. */
export interface SectionView {
  /** Its anchor on the page. */
  id: string;
  heading: string;
  /** What the heading means; null for a heading of a person's own. */
  section: Section | null;
  proseHtml: string;
  entries: EntryView[];
}

/** The sections of a note by urgency. A person's own stay behind the section that they stand behind. */
export function sectionViews(
  body: NoteBody,
  context: Omit<IssueContext, 'definitions' | 'claim'>,
): SectionView[] {
  const definitions = definitionsOf(body.intro, ...body.sections.map((section) => section.prose));
  const claim = claimOnce(new Set([...context.entries.keys(), ...context.known.keys()]));
  return sectionsByUrgency(body.sections).map((section, index) => ({
    id: section.section ?? `part-${index + 1}`,
    heading: section.heading,
    section: section.section,
    proseHtml: renderBlocks(section.prose, { level: 3, definitions, images: context.images }),
    entries: section.bullets.map((bullet) =>
      (section.section === 'known' ? issueEntryView : entryView)(bullet, { ...context, definitions, claim }),
    ),
  }));
}

/** The order in which a note's sections are read; each stands once, and none is empty. */
export function sectionsByUrgency(sections: readonly NoteSection[]): NoteSection[] {
  return byUrgency(joined(sections)).filter(
    (section) => section.bullets.length > 0 || section.prose.trim() !== '',
  );
}

/** An id that a person wrote twice, or made up, must not become an anchor twice, or one of the page's own. */
function claimOnce(ids: ReadonlySet<string>): (id: string) => boolean {
  const claimed = new Set<string>();
  return (id) => {
    const free = ids.has(id) && !claimed.has(id);
    claimed.add(id);
    return free;
  };
}

/** A section that stands twice becomes one. */
function joined(sections: readonly NoteSection[]): NoteSection[] {
  const result: NoteSection[] = [];
  for (const section of sections) {
    const before = result.find(
      (candidate) => section.section !== null && candidate.section === section.section,
    );
    if (before === undefined) result.push({ ...section, bullets: [...section.bullets] });
    else {
      before.bullets.push(...section.bullets);
      before.prose = `${before.prose}\n\n${section.prose}`.trim();
    }
  }
  return result;
}

function byUrgency(sections: readonly NoteSection[]): NoteSection[] {
  const rank = (section: Section): number => SECTIONS.findIndex((candidate) => candidate.id === section);
  let behind = 0;
  const ranked = sections.map((section) => {
    if (section.section !== null) behind = rank(section.section);
    return { section, rank: section.section === null ? behind + 0.5 : behind };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map((item) => item.section);
}
