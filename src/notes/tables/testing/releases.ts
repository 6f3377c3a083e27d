import type { PublicEntry, PublicSecurity } from '../../public-entry.ts';
import type { PublicRelease } from '../../public-release.ts';
import { entry, issue, release } from '../../testing/releases.ts';

export { entry, issue, release };

/** Releases that grew from each other in the order given, the newest first as pages get them. */
export function line(...oldestFirst: PublicRelease[]): PublicRelease[] {
  const grown = oldestFirst.map((one, place) => {
    const before = oldestFirst[place - 1];
    const parents = one.parents.length > 0 || before === undefined ? one.parents : [before.version];
    return { ...one, parents, date: `2026-02-${String(place + 1).padStart(2, '0')}T10:00:00+00:00` };
  });
  return grown.reverse();
}

/** An entry that fixes a vulnerability. */
export function fix(
  id: string,
  security: Partial<PublicSecurity> = {},
  more: Partial<PublicEntry> = {},
): PublicEntry {
  const all = { ids: ['CVE-2026-1000'], severity: null, since: null, ...security };
  return entry(id, { section: 'security', heading: 'Security', security: all, ...more });
}

/** An entry's later fate: taken back, and perhaps brought again. */
export function takenBack(id: string, version: string, restoredIn: string | null = null) {
  return { withdrawals: [{ ids: [id], in: version, restoredIn }] };
}
