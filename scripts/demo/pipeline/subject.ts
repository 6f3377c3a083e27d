import { DossierReader } from '../../store/dossier-reader.ts';
import { LedgerReader } from '../../store/read.ts';
import type { ChartPart } from '../reports/chart.ts';
import { chartParts } from './chart-parts.ts';
import type { PipelineHabits, PipelinePlan } from './plan.ts';

/** A module as the pipeline builds it. */
export interface PipelineModule {
  id: string;
  version: string;
  commit: string;
  /** The commit that the release before shipped; null for the first one. */
  before: string | null;
}

/** What the pipeline is told of a release. */
export interface PipelineSubject {
  habits: PipelineHabits;
  plan: PipelinePlan;
  /** The lead module first. */
  modules: readonly PipelineModule[];
  /** What was tested in pre-production, where that is another commit than the lead's. */
  staging: string | null;
  /** Charts that others make. */
  parts: readonly ChartPart[];
}

/** Reads what was harvested of a release, or what it was opened with. */
export function pipelineSubject(
  content: string,
  habits: PipelineHabits,
  plan: PipelinePlan,
): PipelineSubject {
  const { product } = habits;
  const release = new LedgerReader(content).release(product, plan.version);
  const { promotion } = release ?? {};
  const named = release?.modules ?? openedModules(content, product, plan.version);
  return {
    habits,
    plan,
    modules: named.flatMap(({ id, version, commit, previous }) =>
      commit === null
        ? []
        : [{ id, commit, version: version ?? plan.version, before: previous?.commit ?? null }],
    ),
    staging: promotion?.sameTree === true ? promotion.staging : null,
    parts: chartParts(product, plan.version),
  };
}

function openedModules(content: string, product: string, release: string) {
  const opening = new DossierReader(content, product, release).opening();
  if (opening === null) throw new Error(`${product} ${release} was neither harvested nor opened`);
  return (opening.data.modules ?? []).map(({ id, version = null, commit = null }) => ({
    ...{ id, version, commit },
    previous: null,
  }));
}
