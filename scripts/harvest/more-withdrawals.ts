import { onlyBrings } from './account.ts';
import type { Withdrawal } from './across-releases.ts';
import { type AlsoIn, idsOf } from './also-in.ts';
import { type Fate, furtherFates, type Standing } from './fates.ts';
import type { LandedChange } from './landed-changes.ts';
import type { Lineage } from './lineage.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';
import type { TracedLine } from './traced-lines.ts';

/** A change that something takes back, wherever that is. */
interface Target {
  line: TracedLine;
  landed: LandedChange[];
  /** By release; made when it is asked for. */
  standings: Standing[] | null;
}

/**
 * Which releases took a change back beyond the one that its entry names first: those of other lines, and prereleases.
 * It follows from the commits that each release has, and is told where the entry is read for: in what grew from its
 * release, and in those that carry the change without telling it.
 */
export class MoreWithdrawals {
  private readonly releases: readonly HarvestedRelease[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly lineage: Lineage;
  private readonly also: AlsoIn;
  private readonly targets = new Map<string, Target>();

  constructor({ releases }: ProductHistory, lines: readonly TracedLine[], lineage: Lineage, also: AlsoIn) {
    this.releases = releases;
    this.places = new Map(releases.map(({ point }, place) => [point.version, place]));
    this.lineage = lineage;
    this.also = also;
    for (const line of lines) this.findTargets(line);
  }

  /** In release order; `first` is what the entry says already. */
  of({ point }: HarvestedRelease, id: string, first: Withdrawal | null): Withdrawal[] {
    const target = this.targets.get(id);
    if (target === undefined) return [];
    const standings = this.standingsOf(id, target);
    const [own, named] = [this.placeOf(point.version), first === null ? null : this.fateOf(first)];
    // Where commits and accounts see it in different ways, the accounts are what the notes tell.
    if (standings[own] !== 'stands' || (named !== null && standings[named.in] !== 'taken back')) return [];
    return furtherFates(
      this.readFor(own, id),
      (release) => standings[release] as Standing,
      named,
      this.lineage,
    ).map((fate) => this.withdrawalOf(fate));
  }

  /** The releases for which an entry is read. */
  private readFor(own: number, id: string): number[] {
    const carriers = [own, ...this.also.further(id)];
    return [...this.releases.keys()].filter(
      (release) =>
        release !== own &&
        carriers.some((carrier) => carrier === release || this.lineage.holds(release, carrier)),
    );
  }

  private standingsOf(id: string, target: Target): Standing[] {
    const { carriers, undoing } = target.line;
    const commits = target.landed.flatMap((landed) => landed.commits);
    target.standings ??= this.releases.map((_, release) => {
      if (!commits.some((commit) => carriers.has(release, commit))) return 'absent';
      const isTakenBack = undoing.isTakenBack(id, target.landed, (commit) => carriers.has(release, commit));
      return isTakenBack ? 'taken back' : 'stands';
    });
    return target.standings;
  }

  private findTargets(line: TracedLine): void {
    const ids = new Set(line.undoing.targets());
    if (ids.size === 0) return;
    for (const change of line.history.changes()) {
      if (onlyBrings(change) || !line.modules.has(line.history.moduleOf(change))) continue;
      for (const id of idsOf(change, line)) if (ids.has(id)) this.addLanded(id, line, change);
    }
  }

  private addLanded(id: string, line: TracedLine, change: LandedChange): void {
    const known = this.targets.get(id);
    if (known === undefined) this.targets.set(id, { line, landed: [change], standings: null });
    else known.landed.push(change);
  }

  private fateOf({ withdrawnIn, restoredIn }: Withdrawal): Fate {
    return {
      in: this.placeOf(withdrawnIn),
      restoredIn: restoredIn === null ? null : this.placeOf(restoredIn),
    };
  }

  private withdrawalOf({ in: taking, restoredIn }: Fate): Withdrawal {
    const versionOf = (place: number) => (this.releases[place] as HarvestedRelease).point.version;
    return {
      withdrawnIn: versionOf(taking),
      restoredIn: restoredIn === null ? null : versionOf(restoredIn),
    };
  }

  private placeOf(version: string): number {
    return this.places.get(version) as number;
  }
}
