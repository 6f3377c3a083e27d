import { sortByVersion } from './version-order.ts';

/** Those of some versions that come before a release in the order of versions, the nearest first. */
export function earlierVersions(versions: readonly string[], release: string): string[] {
  // Sorted with the release among them: each of many versions is taken apart once.
  const sorted = sortByVersion([...versions, release], (version) => version);
  return sorted.slice(0, sorted.indexOf(release)).reverse();
}
