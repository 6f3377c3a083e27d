import type { Module, Policy } from '../../src/records/index.ts';
import { type Account, accountFor, type ReleasedChange } from './account.ts';
import type { Commit } from './graph.ts';
import type { LoadedRepository } from './load.ts';
import type { ModuleTip } from './module-tips.ts';
import { claimRanges } from './release-order.ts';

/** Modules of one repository that stand at the same commits in every release, with their ranges. */
export interface RangeGroup {
  repository: LoadedRepository;
  modules: Module[];
  /** By place in the list of releases that was asked for. */
  ranges: Commit[][];
}

/** A module's tips over a list of releases. */
export type TipsByModule = Map<string, ModuleTip[]>;

/**
 * Gives every commit of every module to the first of the releases that reaches it. `places` are the releases
 * that count, as indexes into each module's tips.
 */
export function groupRanges(
  repositories: readonly LoadedRepository[],
  tips: TipsByModule,
  places: readonly number[],
): RangeGroup[] {
  return repositories.flatMap((repository) =>
    alike(repository.modules, tips, places).map((modules) => {
      const first = tips.get(modules[0]?.id ?? '') ?? [];
      const ranges = claimRanges(
        repository.graph,
        places.map((place) => first[place]?.commit ?? null),
      );
      return { repository, modules, ranges: ranges.map((range) => onlyModules(range, modules, repository)) };
    }),
  );
}

/** Modules that stand at the same commits in the releases that count. */
export function alike(modules: readonly Module[], tips: TipsByModule, places: readonly number[]): Module[][] {
  const groups = new Map<string, Module[]>();
  for (const module of modules) {
    const key = places.map((place) => tips.get(module.id)?.[place]?.commit?.id ?? '').join();
    groups.set(key, [...(groups.get(key) ?? []), module]);
  }
  return [...groups.values()];
}

/** In a repository whose modules move apart, each one's range holds only its own commits. */
function onlyModules(range: Commit[], modules: readonly Module[], repository: LoadedRepository): Commit[] {
  if (modules.length === repository.modules.length) return range;
  const ids = new Set(modules.map((module) => module.id));
  return range.filter((commit) => ids.has(repository.history.moduleOf(repository.history.changeOf(commit))));
}

/** Accounts for one release's ranges in every repository. */
export function accountRelease(groups: readonly RangeGroup[], place: number, policy: Policy): Account {
  const accounts = groups.map((group) =>
    accountFor(group.ranges[place] ?? [], group.repository.history, policy),
  );
  return {
    changes: accounts.flatMap((account) => account.changes),
    takingBack: accounts.flatMap((account) => account.takingBack),
    fates: () => accounts.flatMap((account) => account.fates()),
  };
}

/** True where two accounts of a change hold the same commits. */
export function sameCommits(left: ReleasedChange, right: ReleasedChange): boolean {
  return (
    left.landing === right.landing &&
    left.commits.length === right.commits.length &&
    left.commits.every((commit, index) => commit === right.commits[index])
  );
}
