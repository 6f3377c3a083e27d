import { compareVersions } from './version-order.ts';

/** Those of some versions that come before a release in the order of versions, the nearest first. */
export function earlierVersions(versions: readonly string[], release: string): string[] {
  return versions
    .filter((version) => compareVersions(version, release) < 0)
    .sort((a, b) => compareVersions(b, a));
}
