import type { PublicEntry } from '../../public-entry.ts';
import type { PublicRelease } from '../../public-release.ts';
import { entry, history } from './releases.ts';
import type { World, WorldRelease } from './world.ts';

/** How notes are written about a history. */
export interface Manner {
  /** Finals leave out what the note of an earlier final that they do not hold tells of the same commit. */
  borrowing: boolean;
  /** How many changes share a bullet. */
  together: number;
}

/** Changes by release. */
type Ids = Map<WorldRelease, Set<string>>;

/** What notes tell, and what else is new in a release without being told there. */
interface Telling {
  releases: readonly WorldRelease[];
  told: Ids;
  borrowed: Ids;
}

/** The notes that would be written about a history: each tells what is in its release and in none that it grew from. */
export function notesOf(world: World, { borrowing, together }: Manner): PublicRelease[] {
  const telling: Telling = { releases: world.releases, told: new Map(), borrowed: new Map() };
  for (const release of world.releases) {
    const news = [...release.has].filter((id) => isNews(id, release, telling));
    const lent = new Set(
      borrowing && !release.prerelease ? news.filter((id) => isLent(id, release, world, telling)) : [],
    );
    telling.borrowed.set(release, lent);
    telling.told.set(release, new Set(news).difference(lent));
  }
  return history(...world.releases.map((release) => noteOf(release, telling, together)));
}

/** A final release repeats what its prereleases told of; what they told is its own from then on. */
function isNews(id: string, release: WorldRelease, telling: Telling): boolean {
  const spoken = release.held.filter((other) => isNewIn(id, other, telling));
  if (!release.prerelease) return !spoken.some((other) => !other.prerelease);
  const folded = new Set(release.held.flatMap(foldsOf));
  return !spoken.some((other) => !folded.has(other));
}

function isNewIn(id: string, release: WorldRelease, { told, borrowed }: Telling): boolean {
  return told.get(release)?.has(id) === true || borrowed.get(release)?.has(id) === true;
}

function isLent(
  id: string,
  { reaches, held }: WorldRelease,
  world: World,
  { releases, told }: Telling,
): boolean {
  const own = [...reaches].filter((at) => world.commits[at]?.brings === id);
  const lenders = releases.filter(
    (other) => !other.prerelease && !held.includes(other) && told.get(other)?.has(id) === true,
  );
  return lenders.some((other) => own.some((at) => other.reaches.has(at)));
}

/** Prereleases since the final releases before. */
function foldsOf({ prerelease, held }: WorldRelease): WorldRelease[] {
  if (prerelease) return [];
  const finals = held.filter((other) => !other.prerelease);
  return held.filter((other) => other.prerelease && !finals.some((final) => final.held.includes(other)));
}

function noteOf(
  release: WorldRelease,
  telling: Telling,
  together: number,
): Parameters<typeof history>[number] {
  const parents = lowest(release.held, (one, other) => other.held.includes(one)).map(
    ({ version }) => version,
  );
  const ids = [...(telling.told.get(release) ?? [])];
  const bullets = Array.from({ length: Math.ceil(ids.length / together) }, (_, at) =>
    bulletOf(ids.slice(at * together, (at + 1) * together), release, telling),
  );
  const line = [release.version, parents.join(', ')].filter((part) => part !== '').join(' < ');
  return [line, bullets, { folds: foldsOf(release).map(({ version }) => version) }];
}

function bulletOf(ids: readonly string[], release: WorldRelease, telling: Telling): PublicEntry {
  const others = new Map(ids.map((id) => [id, othersWith(id, release, telling)]));
  const versions = (all: readonly WorldRelease[]) => all.map(({ version }) => version);
  return entry(ids.join(' '), {
    alsoIn: [...new Set([...others.values()].flatMap(versions))],
    alsoInById: Object.fromEntries([...others].map(([id, same]) => [id, versions(same)])),
    withdrawals: [...others].flatMap(([id, same]) => {
      const borrowers = same.filter((other) => telling.told.get(other)?.has(id) !== true);
      return fatesOf(id, [release, ...borrowers], telling);
    }),
  });
}

/** Finals that have the change by a way of their own. */
function othersWith(id: string, release: WorldRelease, telling: Telling): WorldRelease[] {
  return telling.releases.filter(
    (other) =>
      other !== release &&
      !other.prerelease &&
      !other.held.includes(release) &&
      !foldsOf(other).includes(release) &&
      isNewIn(id, other, telling),
  );
}

/** The first releases of each line that lack what one of the carriers has, and the first that have it again. */
function fatesOf(
  id: string,
  carriers: readonly WorldRelease[],
  { releases }: Telling,
): PublicEntry['withdrawals'] {
  const grew = releases.filter(({ held }) => carriers.some((carrier) => held.includes(carrier)));
  const without = first(grew.filter(({ has }) => !has.has(id)));
  return without.flatMap((taker) => {
    const again = first(releases.filter(({ held, has }) => held.includes(taker) && has.has(id)));
    const versions = again.length === 0 ? [null] : again.map(({ version }) => version);
    return versions.map((restoredIn) => ({ ids: [id], in: taker.version, restoredIn }));
  });
}

function first(releases: readonly WorldRelease[]): WorldRelease[] {
  return lowest(releases, (one, other) => one.held.includes(other));
}

function lowest<Item>(items: readonly Item[], isBelow: (one: Item, other: Item) => boolean): Item[] {
  return items.filter((one) => !items.some((other) => other !== one && isBelow(one, other)));
}
