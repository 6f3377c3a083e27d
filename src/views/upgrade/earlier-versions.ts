import type { VersionView } from '../timeline-view.ts';

/** Versions in a release's own form: who runs an older one chooses on the page itself. */
const CHOICES = 40;

/** Final versions below the one at a place, the newest first: so they come. */
export function earlierVersions(versions: readonly VersionView[], place: number): string[] {
  const earlier: string[] = [];
  for (let at = place + 1; at < versions.length && earlier.length < CHOICES; at += 1) {
    const one = versions[at];
    if (one !== undefined && !one.prerelease) earlier.push(one.version);
  }
  return earlier;
}
