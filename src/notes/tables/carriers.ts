import { silentCopies } from '../lineage.ts';
import type { PublicEntry } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import type { Descent } from './descent.ts';

/** An entry and the release whose note tells of it. */
export interface Telling {
  release: PublicRelease;
  entry: PublicEntry;
}

/** Every place where some changes are told of, by their ids: a table asks for few of all that there are. */
export function tellingsById(
  releases: readonly PublicRelease[],
  ids: Iterable<string>,
): ReadonlyMap<string, Telling[]> {
  const byId = new Map<string, Telling[]>();
  for (const id of ids) byId.set(id, []);
  for (const release of releases)
    for (const entry of release.entries) for (const id of entry.ids) byId.get(id)?.push({ release, entry });
  return byId;
}

/** Releases that have an entry when it is told of and as long as nobody took it back. */
export function carriersOfEntry(
  { release, entry }: Telling,
  byId: ReadonlyMap<string, Telling[]>,
  descent: Descent,
): ReadonlySet<string> {
  if (entry.ids.length === 0) return descent.grownFrom([release.version, ...entry.alsoIn]);
  const [first = new Set<string>(), ...more] = entry.ids.map((id) => carriersOf(id, byId, descent));
  return more.reduce((all, one) => all.intersection(one), first);
}

/** Releases that carry a change: what `carriedBy` says of one release, for all of them in one go. */
export function carriersOf(
  id: string,
  byId: ReadonlyMap<string, Telling[]>,
  descent: Descent,
): ReadonlySet<string> {
  const tellings = byId.get(id) ?? [];
  const repeated = new Set(tellings.map(({ release }) => release.version));
  const carriers = new Set<string>();
  for (const { release, entry } of tellings) {
    const copies = silentCopies(entry, id, (version) => repeated.has(version));
    const back = takenBackIn(entry, id, descent);
    for (const version of descent.grownFrom([release.version, ...copies]))
      if (!back.has(version)) carriers.add(version);
  }
  return carriers;
}

/** Releases that hold one that took the change back, and none that brought it again. */
function takenBackIn({ withdrawals }: PublicEntry, id: string, descent: Descent): ReadonlySet<string> {
  const fates = withdrawals.filter(({ ids }) => ids.includes(id));
  const back = new Set<string>();
  for (const [version, same] of Map.groupBy(fates, (fate) => fate.in)) {
    const again = descent.grownFrom(same.flatMap(({ restoredIn }) => restoredIn ?? []));
    for (const one of descent.grownFrom([version])) if (!again.has(one)) back.add(one);
  }
  return back;
}
