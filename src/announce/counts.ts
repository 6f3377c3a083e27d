import type { Section } from '../records/sections.ts';
import { TEXTS } from '../views/texts.ts';
import type { AnnouncedSection, Announcement } from './announcement.ts';

/** What a release holds, in a line: "1 action required, 3 added, 1 known issue". */
export function headlineCounts({ sections }: Announcement): string {
  const counts = sections
    .filter(({ items }) => items.length > 0)
    .map((section) => TEXTS.announce.counts(section.items.length, wordOf(section)));
  return counts.length === 0 ? TEXTS.release.empty : counts.join(', ');
}

/** Most headings read well behind any number; some name several things. */
function wordOf({ section, heading, items }: AnnouncedSection): string {
  const single: Partial<Record<Section, string>> = TEXTS.announce.single;
  const word = items.length === 1 && section !== null ? single[section] : undefined;
  return word ?? heading.toLowerCase();
}
