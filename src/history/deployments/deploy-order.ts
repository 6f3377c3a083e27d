import type { Policy } from '../../records/index.ts';
import { type UnmetRequirement, unmetRequirements } from './deploy-graph.ts';
import { moduleBefore, moduleOf } from './module-before.ts';
import { orderOfParts } from './part-order.ts';
import { placeOf } from './place.ts';
import type { DeploymentEvent } from './timeline.ts';
import type { DeploymentFinding } from './wording.ts';

/**
 * What a deployment did against the order of the modules: what was in use before what it needs, and requirements that
 * were unmet right after it. Only what began before it counts, so that later records do not change the judgement.
 */
export function orderFindings(
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  policy: Policy,
): DeploymentFinding[] {
  const place = placeOf(event, timeline);
  const texts = [
    ...orderOfParts(event, timeline, place, policy),
    ...leftUnmet(event, timeline, place, policy),
  ];
  return texts.map((text) => ({ text, record: event.record.path }));
}

/** What was amiss before and does not concern what was deployed is not this deployment's doing. */
function leftUnmet(
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  place: number,
  policy: Policy,
): string[] {
  const { outcome, part } = event.record.data;
  if (outcome !== 'succeeded') return [];
  const versions = policy.modules.flatMap(({ id }) => {
    const running = versionAfter(id, event, timeline, place);
    return running === undefined ? [] : [[id, running] as const];
  });
  const isTouched = (id: string) => part !== true || moduleOf(id, event) !== undefined;
  return unmetRequirements(new Map(versions), policy)
    .filter(({ module, needs }) => isTouched(module) || isTouched(needs))
    .map(unmetText);
}

function versionAfter(
  id: string,
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  place: number,
): string | undefined {
  const own = moduleOf(id, event)?.version;
  if (own !== undefined || event.record.data.part !== true) return own;
  return moduleBefore(id, timeline, place, event.settled)?.module.version;
}

function unmetText({ module, version, needs, atLeast, has }: UnmetRequirement): string {
  const lowest = atLeast === null ? needs : `${needs} ${atLeast} or later`;
  const there = has === null ? `no ${needs} runs` : `${needs} ${has} runs`;
  return `${module} ${version} needs ${lowest}, and after this deployment ${there}`;
}
