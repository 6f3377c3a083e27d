import { deploymentOrder } from '../../history/deployments/deploy-graph.ts';
import type { Policy } from '../../records/index.ts';
import { MODULES } from '../module-texts.ts';
import type { TableView } from '../table-view.ts';
import { type ModuleGraph, moduleGraph } from './module-graph.ts';
import { type ModuleStep, moduleSteps } from './module-list.ts';
import { runningTable, sourcesTable } from './module-tables.ts';
import {
  type EnvironmentRecord,
  productionVersions,
  runningEnvironments,
  unmetNow,
} from './running-environments.ts';

/** What the page of a product's modules is made of. */
export interface ModulesInput {
  policy: Policy;
  environments: readonly EnvironmentRecord[];
  /** Milliseconds: the moment that the page is of. */
  now: number;
}

/** A product's modules: what they need of each other, in which order they are deployed, and what runs where. */
export interface ModulesView {
  /** The order in a sentence. */
  lead: string;
  /** Null where there is no order to draw. */
  graph: ModuleGraph | null;
  /** What the drawing means: sentences. */
  legend: string[];
  /** The list has no room beside the drawing. */
  isWide: boolean;
  /** Empty where there is no order. */
  steps: ModuleStep[];
  /** What runs without something that it needs: sentences. */
  unmet: string[];
  /** Null where no environment is known. */
  running: TableView | null;
  sources: TableView;
}

/** Up to here a drawing leaves room for the list beside it. */
const NARROW = 620;

/** What the page of a product's modules shows. */
export function modulesView({ policy, environments, now }: ModulesInput): ModulesView {
  const order = deploymentOrder(policy).flat();
  const running = runningEnvironments(environments, now);
  const production = productionVersions(running);
  const graph = moduleGraph(policy, production?.versions ?? new Map());
  return {
    lead: leadSentence(policy),
    graph,
    legend: [MODULES.arrows, ...(production === null ? [] : [MODULES.runs(production.name)])],
    isWide: graph !== null && graph.width > NARROW,
    steps: graph === null ? [] : moduleSteps(policy),
    unmet: unmetNow(running, policy),
    running: running.length === 0 ? null : runningTable(order, running, policy.timeZone),
    sources: sourcesTable(order, policy),
  };
}

function leadSentence(policy: Policy): string {
  const { length } = policy.modules;
  const steps = deploymentOrder(policy).length;
  if (length === 1) return MODULES.one;
  return steps === 1 ? MODULES.apart(length) : MODULES.ordered(length, steps);
}
