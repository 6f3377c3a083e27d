import type { VersionView } from './timeline-view.ts';

/** What stands beside a release: a few versions around it, the next and the previous one. */
export interface Neighbours {
  nearby: VersionView[];
  newer: VersionView | null;
  older: VersionView | null;
}

/** Versions on each side of the one that is read. */
const AROUND = 5;

/** The versions around the one at a place, newest first; prereleases only where one is read. */
export function neighboursOf(versions: readonly VersionView[], place: number): Neighbours {
  const isShown = ({ prerelease }: VersionView): boolean =>
    versions[place]?.prerelease === true || !prerelease;
  const newer = nearest(versions, place, -1, isShown).reverse();
  const line = [...newer, ...versions.slice(place, place + 1), ...nearest(versions, place, 1, isShown)];
  const at = newer.length;
  const from = Math.max(0, Math.min(at - AROUND, line.length - 2 * AROUND - 1));
  return {
    nearby: line.slice(from, from + 2 * AROUND + 1),
    newer: line[at - 1] ?? null,
    older: line[at + 1] ?? null,
  };
}

/** The next ones in a direction, as many as can be beside a version: a page never looks through all of them. */
function nearest(
  versions: readonly VersionView[],
  place: number,
  step: 1 | -1,
  isShown: (version: VersionView) => boolean,
): VersionView[] {
  const found: VersionView[] = [];
  for (let at = place + step; at >= 0 && at < versions.length && found.length < 2 * AROUND; at += step) {
    const version = versions[at];
    if (version !== undefined && isShown(version)) found.push(version);
  }
  return found;
}
