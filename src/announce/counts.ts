import { TEXTS } from '../views/texts.ts';
import type { Announcement } from './announcement.ts';

/** What a release holds, in a line: "1 action required, 3 added, 2 fixed". */
export function headlineCounts({ sections }: Announcement): string {
  const counts = sections
    .filter(({ items }) => items.length > 0)
    .map(({ heading, items }) => TEXTS.announce.counts(items.length, heading.toLowerCase()));
  return counts.length === 0 ? TEXTS.release.empty : counts.join(', ');
}
