import type { Lineage } from '../lineage.ts';
import type { LineageRelease } from '../public-release.ts';
import { byHistory } from './plan-upgrade.ts';

/** The newest part of a release's history. */
export interface Walk {
  /** Newest first, the release itself among them. */
  releases: LineageRelease[];
  /** These, those that were left out, and those where it would have gone on. */
  seen: ReadonlySet<LineageRelease>;
  /** The newest release that it holds besides these; null where the history begins with these. */
  next: LineageRelease | null;
}

/**
 * Walks back from a release by its lineage, and no further than it must: past at most `count` releases, besides
 * prereleases whose final release was passed already. Those are left out.
 */
export function walkBack(lineage: Pick<Lineage, 'find'>, version: string, count: number): Walk {
  const releases: LineageRelease[] = [];
  const folded = new Set<string>();
  const ahead = new Set([lineage.find(version)].filter((release) => release !== undefined));
  const seen = new Set(ahead);
  for (let next = newestOf(ahead); next !== undefined; next = newestOf(ahead)) {
    if (releases.length === count && !folded.has(next.version)) return { releases, seen, next };
    ahead.delete(next);
    if (!folded.has(next.version)) releases.push(next);
    for (const prerelease of next.folds) folded.add(prerelease);
    for (const parent of next.parents.flatMap((one) => lineage.find(one) ?? []))
      if (!seen.has(parent)) {
        seen.add(parent);
        ahead.add(parent);
      }
  }
  return { releases, seen, next: null };
}

function newestOf(releases: ReadonlySet<LineageRelease>): LineageRelease | undefined {
  return [...releases].sort(byHistory).at(-1);
}

/** Of the releases of a walk those that one of them holds, itself among them. */
export function heldWithin(walk: ReadonlyMap<string, LineageRelease>, version: string): Set<string> {
  const held = new Set([version]);
  for (const next of held)
    for (const parent of walk.get(next)?.parents ?? []) if (walk.has(parent)) held.add(parent);
  return held;
}

/** The first release of a walk that another release grew from, at most `steps` releases back; null: none near. */
export function forkOf(
  lineage: Pick<Lineage, 'find'>,
  walk: ReadonlyMap<string, LineageRelease>,
  version: string,
  steps: number,
): string | null {
  const seen = new Set([version]);
  for (const next of seen) {
    if (walk.has(next)) return next;
    if (seen.size > steps) return null;
    for (const parent of lineage.find(next)?.parents ?? []) seen.add(parent);
  }
  return null;
}
