import type { PublicEntry } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { urgencyOf } from './groups.ts';

/** An entry and the release whose note tells of it. */
export interface UpgradeEntry {
  version: string;
  entry: PublicEntry;
}

/** Which entries are wanted. */
export interface Wanted {
  /** Those with such an id, each change once. */
  id: (id: string) => boolean;
  /** Those of the entries without an id. */
  unnamed: (telling: UpgradeEntry) => boolean;
}

/**
 * The wanted entries in the order of the releases. Where several notes tell of a change, the one counts that asks
 * readers to do something, else the first.
 */
export function pickEntries(releases: readonly PublicRelease[], wanted: Wanted): UpgradeEntry[] {
  const tellings = releases.flatMap(({ version, entries }) =>
    entries
      .map((entry) => ({ version, entry }))
      .filter((telling) =>
        telling.entry.ids.length === 0 ? wanted.unnamed(telling) : telling.entry.ids.some(wanted.id),
      ),
  );
  const chosen = new Set<UpgradeEntry>();
  const told = new Set<string>();
  for (const telling of tellings.toSorted((a, b) => urgencyOf(a.entry) - urgencyOf(b.entry))) {
    const { ids } = telling.entry;
    if (ids.length > 0 && !ids.some((id) => wanted.id(id) && !told.has(id))) continue;
    for (const id of ids) told.add(id);
    chosen.add(telling);
  }
  return tellings.filter((telling) => chosen.has(telling));
}
