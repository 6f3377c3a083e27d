import { z } from 'zod';

/**
 * The sections of a note, in reading order: what must be done, what is dangerous, what is worth a look, then Keep a
 * Changelog's own order (https://keepachangelog.com/en/1.1.0/), what is still wrong, and last what customers need not
 * read. Highlights, upgrade notes and known issues are a person's: no harvest writes them.
 */
export const SECTIONS = [
  { id: 'action', heading: 'Action required' },
  { id: 'upgrade', heading: 'Upgrade notes' },
  { id: 'security', heading: 'Security' },
  { id: 'highlights', heading: 'Highlights' },
  { id: 'added', heading: 'Added' },
  { id: 'changed', heading: 'Changed' },
  { id: 'deprecated', heading: 'Deprecated' },
  { id: 'removed', heading: 'Removed' },
  { id: 'fixed', heading: 'Fixed' },
  { id: 'known', heading: 'Known issues' },
  { id: 'dependencies', heading: 'Dependencies' },
  { id: 'maintenance', heading: 'Maintenance' },
] as const;

export const SectionSchema = z.enum(SECTIONS.map((section) => section.id));
export type Section = z.infer<typeof SectionSchema>;

/** The heading that a section has in a note. */
export function headingOf(section: Section): string {
  return SECTIONS.find((candidate) => candidate.id === section)?.heading ?? section;
}

/** The section that a heading of a note names, whatever its case; null where it names none. */
export function sectionOf(heading: string): Section | null {
  const wanted = heading.trim().toLowerCase();
  return SECTIONS.find((section) => section.heading.toLowerCase() === wanted)?.id ?? null;
}
