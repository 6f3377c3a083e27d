import type { ReleaseReference } from '../../notes/tables/release-reference.ts';
import { shortDateOf, type TimeView } from '../time-view.ts';

/** A release as a table links to it. */
export interface ReleaseLink {
  version: string;
  href: string;
  date: TimeView;
  prerelease: boolean;
  withdrawn: boolean;
}

export function releaseLink(release: ReleaseReference): ReleaseLink {
  const { version, address, date, prerelease, withdrawn } = release;
  return { version, href: address, date: shortDateOf(date), prerelease, withdrawn };
}
