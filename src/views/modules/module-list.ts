import { deploymentOrder } from '../../history/deployments/deploy-graph.ts';
import { leadOf, type Module, type Policy } from '../../records/index.ts';
import { MODULES } from '../module-texts.ts';
import { needsOf } from './module-graph.ts';

/** A module in the order of deployment. */
export interface ListedModule {
  id: string;
  isLead: boolean;
  /** What it needs and what needs it: sentences. */
  sentences: string[];
}

/** Modules that may be deployed together. */
export interface ModuleStep {
  /** "Step 1". */
  title: string;
  modules: ListedModule[];
}

/** A product's modules, step by step. */
export function moduleSteps(policy: Policy): ModuleStep[] {
  return deploymentOrder(policy).map((wave, index) => ({
    title: MODULES.step(index + 1),
    modules: wave.map((id) => listedModule(id, policy)),
  }));
}

function listedModule(id: string, policy: Policy): ListedModule {
  const needing = policy.modules.filter((module) => needsOf(module.id, policy).includes(id));
  const neededBy = needing.map((module) => module.id).join(', ');
  return {
    id,
    isLead: policy.modules.length > 1 && leadOf(policy).id === id,
    sentences: [
      ...needSentences(policy.modules.find((module) => module.id === id)),
      ...(neededBy === '' ? [] : [MODULES.neededBy(neededBy)]),
    ],
  };
}

function needSentences(module: Module | undefined): string[] {
  const { id = '', dependsOn = [] } = module ?? {};
  if (dependsOn.length === 0) return [MODULES.needsNothing];
  return dependsOn.map((dependency) => `${MODULES.needs(id, dependency)}.`);
}
