import type { DeploymentEvent } from '../deployments/timeline.ts';
import type { DeliveryFacts } from './facts.ts';

/** Deployments that an incident forced, and the deployments that they mended. */
export interface Unplanned {
  /** Deployments of emergency releases, until one has succeeded: to deploy it once more is ordinary work. */
  deployments: ReadonlySet<DeploymentEvent>;
  /** By a deployment: the first one of an emergency release that followed it. */
  after: ReadonlyMap<DeploymentEvent, DeploymentEvent>;
}

/**
 * The deployments of emergency releases. The one that each followed is the last deployment of another release before
 * it: what that had brought could not wait for the next planned release.
 */
export function unplannedDeployments(
  timeline: readonly DeploymentEvent[],
  facts: Pick<DeliveryFacts, 'isUnplanned'>,
): Unplanned {
  const deployments = new Set(firstOnes(timeline).filter((event) => facts.isUnplanned(versionOf(event))));
  const after = new Map<DeploymentEvent, DeploymentEvent>();
  let last: DeploymentEvent | undefined;
  let ofAnother: DeploymentEvent | undefined;
  for (const event of timeline.filter(isDeploy)) {
    if (last !== undefined && versionOf(last) !== versionOf(event)) ofAnother = last;
    last = event;
    if (ofAnother === undefined || !deployments.has(event) || after.has(ofAnother)) continue;
    after.set(ofAnother, event);
  }
  return { deployments, after };
}

/** Deployments of each release up to the first one that succeeded. */
function firstOnes(timeline: readonly DeploymentEvent[]): DeploymentEvent[] {
  const there = new Set<string>();
  return timeline.filter((event) => {
    if (!isDeploy(event) || there.has(versionOf(event))) return false;
    if (event.record.data.outcome === 'succeeded') there.add(versionOf(event));
    return true;
  });
}

function isDeploy({ record }: DeploymentEvent): boolean {
  return record.data.kind === 'deploy';
}

function versionOf({ record }: DeploymentEvent): string {
  return record.data.version;
}
