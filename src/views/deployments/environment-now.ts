import type { Drift } from '../../history/deployments/drift.ts';
import type { LastKnownGood } from '../../history/deployments/last-known-good.ts';
import type { RollbackPlan } from '../../history/deployments/rollback-plan.ts';
import type { RollbackEvent } from '../../history/deployments/rollbacks.ts';
import type { Running } from '../../history/deployments/running.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Environment, Policy } from '../../records/index.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import type { VersionSet } from '../version-link.ts';

/** Everything that is known of an environment at a moment. */
export interface EnvironmentNow {
  environment: Environment;
  /** The policy names it. Where it does not, only records do. */
  listed: boolean;
  /** In the order in which they began. */
  timeline: readonly DeploymentEvent[];
  running: Running;
  rollbacks: readonly RollbackEvent[];
  /** The newest release that is known to be good, be it the one that runs. */
  known: LastKnownGood;
  /** The newest one before what runs: what one would go back to. */
  back: LastKnownGood;
  /** How to go back to it; null where there is none. */
  plan: RollbackPlan | null;
}

/** An environment as a deployment's page asks about it: its history at least until that had settled. */
export type EnvironmentThen = Pick<EnvironmentNow, 'environment' | 'timeline' | 'rollbacks'>;

/** A product as a deployment's page asks about it. */
export interface ProductThen extends Pick<ProductEnvironments, 'product' | 'name' | 'policy' | 'versions'> {
  environments: readonly EnvironmentThen[];
}

/** What runs where of a product at a moment. */
export interface ProductEnvironments {
  product: string;
  /** As customers know it. */
  name: string;
  policy: Policy;
  /** Milliseconds. */
  now: number;
  /** In the policy's order; then those that only records know. */
  environments: readonly EnvironmentNow[];
  /** Between neighbours, as it is now. */
  drift: readonly Drift[];
  /** Releases that have a page for auditors. */
  versions: VersionSet;
  /** What the ledger says of a release now; null where it has no dossier. */
  verdictOf(version: string): Verdict['verdict'] | null;
}

/** An environment as people call it. */
export function environmentName({ id, name }: Environment): string {
  return name ?? id;
}
