import type { Commit } from './graph.ts';
import type { LandedChange } from './landed-changes.ts';
import type { ModuleHistory } from './module-history.ts';

/** Tells whether something that has a change has taken it back as well. */
export class Undoing {
  private readonly history: ModuleHistory;
  private reverts: Map<string, LandedChange[]> | undefined;

  constructor(history: ModuleHistory) {
    this.history = history;
  }

  /** True where the last word on a change is that it is taken back, of all that `has` is true for. */
  isTakenBack(id: string, landed: readonly LandedChange[], has: (commit: Commit) => boolean): boolean {
    const own = landed.flatMap(({ commits }) => commits).filter(has);
    return this.isUndone(id, Math.max(...own.map(({ order }) => order)), has);
  }

  /** Ids of all changes that something takes back, wherever that is. */
  targets(): Iterable<string> {
    this.reverts ??= this.revertsByTarget();
    return this.reverts.keys();
  }

  /** A revert takes nothing back where the change was brought again on top of it, whichever revert that names. */
  private isUndone(id: string, since: number, has: (commit: Commit) => boolean): boolean {
    const { graph } = this.history.repository;
    const later = this.revertsOf(id, since, has);
    const bringing = later
      .flatMap((revert) => this.revertsOf(this.history.idOf(revert), revert.landing.order, has))
      .filter((again) => !this.isUndone(this.history.idOf(again), again.landing.order, has));
    return later.some(({ landing }) => !bringing.some((again) => graph.reaches(again.landing, landing)));
  }

  private revertsOf(id: string, since: number, has: (commit: Commit) => boolean): LandedChange[] {
    this.reverts ??= this.revertsByTarget();
    return (this.reverts.get(id) ?? []).filter(({ landing }) => landing.order > since && has(landing));
  }

  private revertsByTarget(): Map<string, LandedChange[]> {
    const reverts = new Map<string, LandedChange[]>();
    for (const change of this.history.reverting())
      for (const target of this.history.targetsOf(change)) {
        const id = this.history.idOf(target);
        reverts.set(id, [...(reverts.get(id) ?? []), change]);
      }
    return reverts;
  }
}
