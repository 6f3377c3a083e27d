import { compareVersions } from '../../history/version-order.ts';
import type { Lineage } from '../lineage.ts';

/** A question that can be answered: from one release to another that is not the same. */
export interface UpgradePlan {
  kind: 'upgrade';
  from: string;
  to: string;
  /** They were asked for the other way round. */
  swapped: boolean;
  /** Releases that the target holds and the source does not, oldest first. */
  gained: string[];
  /** Releases that the source holds and the target does not: the lines parted. Oldest first. */
  lost: string[];
  /** Releases whose notes answer the question. */
  needed: string[];
}

/** What is asked, put right where it can be. */
export type UpgradeQuestion =
  | UpgradePlan
  | { kind: 'same'; version: string }
  | { kind: 'unknown'; version: string };

/** Which releases lie between two, by their history: so that hotfix branches come out true. */
export function planUpgrade(lineage: Lineage, from: string, to: string): UpgradeQuestion {
  const unknown = [from, to].find((version) => lineage.find(version) === undefined);
  if (unknown !== undefined) return { kind: 'unknown', version: unknown };
  if (from === to) return { kind: 'same', version: to };
  const swapped = isBackwards(lineage, from, to);
  return swapped ? between(lineage, to, from, true) : between(lineage, from, to, false);
}

function isBackwards(lineage: Lineage, from: string, to: string): boolean {
  if (lineage.holds(to, from)) return false;
  return lineage.holds(from, to) || compareVersions(from, to) > 0;
}

function between(lineage: Lineage, from: string, to: string, swapped: boolean): UpgradePlan {
  const [before, after] = [lineage.heldBy(from), lineage.heldBy(to)];
  const gained = inOrder(lineage, after.difference(before));
  const lost = inOrder(lineage, before.difference(after));
  const own = [...gained, ...lost];
  const related = own.flatMap((version) => relatedTo(lineage, version));
  // Why the source was withdrawn stands in its own note.
  const reasons = lineage.find(from)?.withdrawn === true ? [from] : [];
  const needed = [...new Set([...own, ...related, ...reasons])].filter((version) => lineage.find(version));
  return { kind: 'upgrade', from, to, swapped, gained, lost, needed };
}

/** Other releases whose notes tell what this one carries, or what it did with what they brought. */
function relatedTo(lineage: Lineage, version: string): string[] {
  const release = lineage.find(version);
  return release === undefined ? [] : [...release.borrows, ...release.folds, ...release.revises];
}

function inOrder(lineage: Lineage, versions: ReadonlySet<string>): string[] {
  const known = [...versions].flatMap((version) => lineage.find(version) ?? []);
  return known.sort(byHistory).map(({ version }) => version);
}

interface Dated {
  version: string;
  date: string;
}

/** Releases of one history in the order in which they came: by date, then by version. */
export function byHistory(a: Dated, b: Dated): number {
  if (a.date !== b.date)
    return Date.parse(a.date) - Date.parse(b.date) || compareVersions(a.version, b.version);
  return compareVersions(a.version, b.version);
}
