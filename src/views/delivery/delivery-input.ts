import type { DeliveryFacts } from '../../history/delivery/facts.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Environment, Policy } from '../../records/index.ts';

/** What the figures of a product in one environment are made of. */
export interface DeliveryInput {
  environment: Environment;
  /** The environment's deployments in the order of `deploymentTimeline`. */
  timeline: readonly DeploymentEvent[];
  facts: DeliveryFacts;
  policy: Pick<Policy, 'timeZone' | 'cadence' | 'freezes'>;
  /** Milliseconds: the moment that the page is of. */
  now: number;
}
