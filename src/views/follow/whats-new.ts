import type { Headline } from '../headlines.ts';
import { headlinesOf } from '../headlines.ts';
import type { ProductSource } from '../release-view.ts';
import { type VersionView, versionView } from '../timeline-view.ts';

/** A release on the small page that others put into theirs. */
export interface NewRelease {
  release: VersionView;
  headlines: Headline[];
}

const RELEASES = 5;
const HEADLINES = 2;

/** A product's last final releases with what matters most in them. */
export function whatsNew({ id, notes }: ProductSource): NewRelease[] {
  return notes
    .filter(({ note }) => !note.prerelease)
    .sort((a, b) => (a.note.date < b.note.date ? 1 : a.note.date > b.note.date ? -1 : 0))
    .slice(0, RELEASES)
    .map((record) => ({
      release: versionView(id, record),
      headlines: headlinesOf(record, HEADLINES),
    }));
}
