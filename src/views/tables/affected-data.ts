import type { VersionOrder } from '../../notes/tables/affected.ts';
import type { SecurityFinding } from '../../notes/tables/security.ts';
import type { WeaknessSeverity } from '../../records/note.ts';
import { vulnerabilityPath } from '../paths.ts';
import { shortTitle } from './short-title.ts';

/** A vulnerability as the browser needs it. */
export interface AffectedRow {
  name: string;
  title: string;
  href: string;
  severity: WeaknessSeverity | null;
  fixedIn: string[];
  /** First and last place in `versions` of each stretch that has it. */
  affected: [number, number][];
}

/** Which releases have which vulnerabilities, in short: what a page asks in the browser. */
export interface AffectedData {
  /** All versions, oldest first, prereleases behind final ones. */
  versions: string[];
  vulnerabilities: AffectedRow[];
}

export function affectedData(
  product: string,
  findings: readonly SecurityFinding[],
  order: VersionOrder,
): AffectedData {
  const versions = [...order.finals, ...order.prereleases];
  return {
    versions,
    vulnerabilities: findings.map(({ row, weakness }) => {
      const [id] = row.ids;
      return {
        name: id ?? shortTitle(row.title, []),
        title: id === undefined ? '' : shortTitle(row.title, row.ids),
        href: id === undefined ? (row.fixes[0]?.address ?? '') : vulnerabilityPath(product, id),
        severity: row.severity,
        fixedIn: row.fixedIn.map(({ version }) => version),
        affected: stretchesOf(versions, weakness.affected),
      };
    }),
  };
}

function stretchesOf(versions: readonly string[], affected: ReadonlySet<string>): [number, number][] {
  const stretches: [number, number][] = [];
  for (const [place, version] of versions.entries()) {
    if (!affected.has(version)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === place - 1) last[1] = place;
    else stretches.push([place, place]);
  }
  return stretches;
}

/** Vulnerabilities that a release has; null where there is no such release. */
export function affecting(
  version: string,
  { versions, vulnerabilities }: AffectedData,
): AffectedRow[] | null {
  const place = versions.indexOf(version);
  if (place === -1) return null;
  return vulnerabilities.filter(({ affected }) =>
    affected.some(([from, to]) => from <= place && place <= to),
  );
}
