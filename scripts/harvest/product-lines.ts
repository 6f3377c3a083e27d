import type { Line } from './lineage.ts';
import type { ModuleHistory } from './module-history.ts';
import type { ProductHistory } from './product-history.ts';
import { alike } from './ranges.ts';

/** The modules of one repository that stand at the same commits in every release. */
export interface ProductLine extends Line {
  history: ModuleHistory;
  /** Their ids. */
  modules: ReadonlySet<string>;
}

/** A product's histories, the lead module's first. */
export function productLines({ repositories, releases, tips }: ProductHistory): ProductLine[] {
  return repositories.flatMap(({ graph, history, modules }) =>
    alike(modules, tips, [...releases.keys()]).map((same) => ({
      graph,
      history,
      modules: new Set(same.map(({ id }) => id)),
      tips: (tips.get(same[0]?.id ?? '') ?? []).map(({ commit }) => commit),
    })),
  );
}
