import type { Headline } from '../headlines.ts';
import { headlinesOf } from '../headlines.ts';
import { lastFinals } from '../last-finals.ts';
import type { ProductSource } from '../release-view.ts';
import type { VersionView } from '../timeline-view.ts';

/** A release on the small page that others put into theirs. */
export interface NewRelease {
  release: VersionView;
  headlines: Headline[];
}

const RELEASES = 5;
const HEADLINES = 2;

/** A product's last final releases with what matters most in them. */
export function whatsNew({ id, notes }: ProductSource): NewRelease[] {
  return lastFinals(id, notes, RELEASES).map(({ note, view }) => ({
    release: view,
    headlines: headlinesOf(note, HEADLINES),
  }));
}
