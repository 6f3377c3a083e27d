import type { DeprecationRow, DeprecationState, DeprecationTable } from '../../notes/tables/deprecations.ts';
import { type ListPages, settledPages } from '../paging/settled-pages.ts';
import { TEXTS } from '../texts.ts';
import { ROOM, weightOf } from './pages.ts';
import { type ReleaseLink, releaseLink } from './release-link.ts';

/** Something that was announced to go, as a page shows it. */
export interface DeprecationView {
  html: string;
  href: string;
  title: string;
  announcedIn: ReleaseLink;
  planned: string | null;
  removedIn: ReleaseLink[];
  state: DeprecationState;
}

/** All deprecations as pages, the newest announcement first. */
export function deprecationPages({ rows }: DeprecationTable): ListPages<DeprecationView[]> {
  return settledPages(
    rows.map(viewOf),
    ROOM,
    ({ html, removedIn }) => 24 + 2 * Math.min(removedIn.length, 5) + weightOf(html),
  );
}

/** What the table says where it has no rows. */
export function noDeprecations({ since }: DeprecationTable): string {
  return since === null ? TEXTS.tables.noReleases : TEXTS.tables.deprecations.empty(since);
}

function viewOf({ release, entry, removedIn, state }: DeprecationRow): DeprecationView {
  return {
    html: entry.html,
    href: entry.address,
    title: entry.title,
    announcedIn: releaseLink(release),
    planned: entry.removalIn,
    removedIn: removedIn.map(releaseLink),
    state,
  };
}
