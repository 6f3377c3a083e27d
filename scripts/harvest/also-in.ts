import { compareVersions } from '../../src/history/version-order.ts';
import { onlyBrings } from './account.ts';
import { lowestOf } from './carriers.ts';
import type { LandedChange } from './landed-changes.ts';
import type { Lineage } from './lineage.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import type { TracedLine } from './traced-lines.ts';

/** A change that several releases got by ways of their own: as a copy, or since none of them grew from another. */
interface SpreadChange {
  line: TracedLine;
  landed: LandedChange[];
}

/**
 * Which other releases carry the changes of a release. A change is told where history has it first; whatever grew from
 * there has it without a word. Told are the others: those that tell it themselves, and the first ones that have its
 * commits and grew from none of them.
 */
export class AlsoIn {
  private readonly releases: readonly HarvestedRelease[];
  private readonly places: ReadonlyMap<HarvestedRelease, number>;
  private readonly lineage: Lineage;
  private readonly spread = new Map<string, SpreadChange>();
  /** By change: the releases that tell it. */
  private readonly homes = new Map<string, number[]>();

  constructor({ releases }: ProductHistory, lines: readonly TracedLine[], lineage: Lineage) {
    this.releases = releases;
    this.places = new Map(releases.map((release, place) => [release, place]));
    this.lineage = lineage;
    for (const line of lines) this.findSpread(line);
    for (const [release, { account }] of releases.entries())
      for (const { id, fate } of account.changes)
        if (fate.became === 'published' && this.spread.has(id)) pushTo(this.homes, id, release);
  }

  /** Versions of the other releases that carry a change of one, in order. */
  versions(release: HarvestedRelease, id: string): string[] {
    if (!this.spread.has(id)) return [];
    const own = this.places.get(release) as number;
    const homes = this.homes.get(id) ?? [];
    const tellItself = homes.filter((home) => home !== own && this.isTold(home, own));
    return [...tellItself, ...this.further(id)]
      .map((other) => (this.releases[other] as HarvestedRelease).point.version)
      .sort(compareVersions);
  }

  /** What grew from a release has its changes; a final one speaks for its prereleases. */
  private isTold(home: number, own: number): boolean {
    const [there, here] = [this.releases[home], this.releases[own]] as [HarvestedRelease, HarvestedRelease];
    if (this.lineage.holds(home, own) || here.foldedInto === there.point) return false;
    return !there.point.prerelease || (there.foldedInto === null && !this.lineage.holds(own, home));
  }

  /** The first releases that carry a change of others without telling it. */
  further(id: string): number[] {
    const spread = this.spread.get(id);
    if (spread === undefined) return [];
    const { landed } = spread;
    const { carriers, undoing } = spread.line;
    const homes = this.homes.get(id) ?? [];
    const having = landed.flatMap(({ commits }) => commits.flatMap((commit) => carriers.of(commit)));
    const tookBack = (release: number): boolean =>
      undoing.isTakenBack(id, landed, (commit) => carriers.has(release, commit));
    const first = furtherCarriers(having, homes, this.lineage);
    const without = first.filter(tookBack);
    if (without.length === 0) return first;
    const grown = [...this.places.values()].filter((release) =>
      without.some((other) => this.lineage.holds(release, other)),
    );
    const again = [...first, ...grown].filter((release) => !tookBack(release));
    return furtherCarriers(again, homes, this.lineage);
  }

  private findSpread(line: TracedLine): void {
    const once = new Map<string, LandedChange>();
    for (const change of line.history.changes()) {
      if (onlyBrings(change) || !line.modules.has(line.history.moduleOf(change))) continue;
      const isSpread = !line.carriers.isOne(change.commits);
      for (const id of idsOf(change, line)) {
        const other = once.get(id);
        if (other === undefined) once.set(id, change);
        if (other !== undefined || isSpread) this.addSpread(id, line, [other ?? change, change]);
      }
    }
  }

  private addSpread(id: string, line: TracedLine, landed: readonly LandedChange[]): void {
    const known = this.spread.get(id)?.landed ?? [];
    this.spread.set(id, { line, landed: [...new Set([...known, ...landed])] });
  }
}

/** Of the releases that have some of a change's commits those that neither are one of its homes nor grew from one. */
export function furtherCarriers(
  having: readonly number[],
  homes: readonly number[],
  lineage: Lineage,
): number[] {
  const others = having.filter(
    (release) => !homes.includes(release) && !homes.some((home) => lineage.holds(release, home)),
  );
  return lowestOf(others, lineage);
}

/** The ids that releases know a landing by: several where it carries several pull requests. */
export function idsOf(change: LandedChange, { history }: TracedLine): string[] {
  const own = history.idOf(change);
  if (change.moreNumbers.length === 0) return [own];
  const module = history.moduleOf(change);
  return [own, ...change.moreNumbers.map((number) => `${module}-${number}`)];
}

function pushTo<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}
