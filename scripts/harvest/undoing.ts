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

  /** A revert that is itself taken back takes nothing back. */
  private isUndone(id: string, since: number, has: (commit: Commit) => boolean): boolean {
    this.reverts ??= this.revertsByTarget();
    const later = (this.reverts.get(id) ?? []).filter(({ landing }) => landing.order > since && has(landing));
    return later.some((revert) => !this.isUndone(this.history.idOf(revert), revert.landing.order, has));
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
