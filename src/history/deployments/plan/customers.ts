import { joined } from '../../joined.ts';
import { compareVersions } from '../../version-order.ts';
import type { RollbackPlanInput } from './input.ts';
import type { RollbackStep } from './steps.ts';

/**
 * What the note for customers should say once the plan is carried out, in words that customers know. Empty where
 * nothing changes for them: no step, or an environment that they do not use.
 */
export function wordsForCustomers(
  { policy, environment, target, publicNames }: RollbackPlanInput,
  from: string | null,
  steps: readonly RollbackStep[],
): string {
  const used = policy.environments.some(({ id, production }) => id === environment && production);
  if (!used || steps.length === 0) return '';
  const names = new Set(steps.flatMap(({ module }) => publicNames.module(module) ?? []));
  const changed = names.size === 0 ? '' : ` This changes ${joined([...names])}.`;
  return `${outcome(publicNames.product, from, target)}${changed}`;
}

function outcome(product: string, from: string | null, target: string): string {
  if (from === null || from === target) return `${product} ${target} was put in place again.`;
  return compareVersions(target, from) > 0
    ? `${product} ${target} takes the place of ${from}.`
    : `${product} ${from} was withdrawn, and ${target} is in its place again.`;
}
