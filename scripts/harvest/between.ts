import { sumOfFates } from '../../src/history/editor-decisions.ts';
import type { CommitFate, ConservationSum } from '../../src/records/index.ts';
import { type Account, accountFor } from './account.ts';
import type { HarvestedRelease, ProductHistory } from './product-history.ts';

/** Accounts for what one release has and another, earlier or not, has not: `since..release` in every module. */
export function accountBetween(
  history: ProductHistory,
  since: HarvestedRelease,
  release: HarvestedRelease,
): Account {
  const [from, to] = [history.releases.indexOf(since), history.releases.indexOf(release)];
  const accounts = history.repositories.flatMap((repository) => {
    const byTips = Map.groupBy(repository.modules, ({ id }) => tipIds(history, id, from, to));
    return [...byTips.values()].map((modules) => {
      const [first] = modules;
      const tips = history.tips.get(first?.id ?? '') ?? [];
      const tip = tips[to]?.commit ?? null;
      const without = tips[from]?.commit ?? null;
      const range = tip === null ? [] : repository.graph.range(tip, without === null ? [] : [without]);
      const ids = new Set(modules.map(({ id }) => id));
      const own = range.filter((commit) =>
        ids.has(repository.history.moduleOf(repository.history.changeOf(commit))),
      );
      return accountFor(own, repository.history, history.policy);
    });
  });
  return {
    changes: accounts.flatMap(({ changes }) => changes),
    takingBack: accounts.flatMap(({ takingBack }) => takingBack),
    fates: () => accounts.flatMap(({ fates }) => fates()),
  };
}

function tipIds(history: ProductHistory, module: string, from: number, to: number): string {
  const tips = history.tips.get(module) ?? [];
  return `${tips[from]?.commit?.id} ${tips[to]?.commit?.id}`;
}

/** A sum and the rows that it adds up. */
export interface Conservation {
  sum: ConservationSum;
  fates: CommitFate[];
}

/** Adds up rows. */
export function conservationOf(fates: CommitFate[]): Conservation {
  return { sum: sumOfFates(fates), fates };
}
