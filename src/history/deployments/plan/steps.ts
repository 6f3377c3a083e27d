import type { Policy } from '../../../records/index.ts';
import type { RunningModule } from '../running.ts';
import { streamPositions } from '../streams.ts';
import type { DeploymentEvent } from '../timeline.ts';
import { type Move, orderedMoves } from './moves.ts';
import type { Situation } from './situation.ts';

/** One module to put back. */
export interface RollbackStep {
  /** From 1. */
  order: number;
  module: string;
  version: string;
  /** Null where nobody recorded it. */
  digest: string | null;
  /** The chart's version. */
  chart: string | null;
  /** What to give to `helm rollback`; null where Helm's history has no such number, or not any more. */
  revision: number | null;
  /** The record of the deployment that these are from. */
  record: string;
}

/** A module that the target does not have. */
export interface Removal {
  module: string;
  /** The step before which it has to go; one more than there are where it is last. */
  beforeStep: number;
}

/** What to do, in order. */
export interface PlannedSteps {
  steps: RollbackStep[];
  removals: Removal[];
}

/** The way from what runs to the target; nothing where the target is not known. */
export function plannedSteps(
  situation: Situation,
  timeline: readonly DeploymentEvent[],
  moment: number,
  policy: Policy,
): PlannedSteps {
  const steps: RollbackStep[] = [];
  const removals: Removal[] = [];
  for (const { module } of orderedMoves(movesOf(situation), policy)) {
    const goal = situation.target?.modules.get(module);
    if (goal === undefined) removals.push({ module, beforeStep: steps.length + 1 });
    else steps.push(stepTo(goal, steps.length + 1, revisionOf(goal, situation, timeline, moment)));
  }
  return { steps, removals };
}

/** Nothing to do. */
export function isEmpty({ steps, removals }: PlannedSteps): boolean {
  return steps.length + removals.length === 0;
}

/** A module of which nobody knows for certain what runs is put back like one that differs: it does no harm. */
function movesOf({ running, target, uncertainModules }: Situation): Move[] {
  if (target === null) return [];
  const ids = new Set([...running.modules.keys(), ...target.modules.keys(), ...uncertainModules]);
  return [...ids]
    .filter((id) => uncertainModules.has(id) || differs(running.modules.get(id), target.modules.get(id)))
    .map((module) => ({
      module,
      from: running.modules.get(module)?.module.version ?? null,
      to: target.modules.get(module)?.module.version ?? null,
    }));
}

/** An image that nobody recorded is not known to be the same as one that somebody did. */
function differs(now: RunningModule | undefined, goal: RunningModule | undefined): boolean {
  return now?.module.version !== goal?.module.version || now?.module.digest !== goal?.module.digest;
}

function stepTo({ module, event }: RunningModule, order: number, revision: number | null): RollbackStep {
  const { id, version, digest = null, chart = null } = module;
  return { order, module: id, version, digest, chart, revision, record: event.record.path };
}

/** Helm forgets its numbers where a module was taken away, or its environment spawned again. */
function revisionOf(
  { module, event }: RunningModule,
  { running }: Situation,
  timeline: readonly DeploymentEvent[],
  moment: number,
): number | null {
  const { id, revision } = module;
  if (revision === undefined || !running.modules.has(id)) return null;
  const since = timeline.slice(timeline.indexOf(event) + 1).filter(({ began }) => began <= moment);
  return since.some((later) => beginsAnew(later, id, revision)) ? null : revision;
}

function beginsAnew({ record: { data } }: DeploymentEvent, module: string, revision: number): boolean {
  if (data.kind === 'migrate') return data.outcome !== 'failed';
  return streamPositions(data).some(
    ({ stream, number }) => stream === `helm ${module}` && number <= revision,
  );
}
