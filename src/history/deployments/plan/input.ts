import type { Policy } from '../../../records/index.ts';
import type { KnownGoodFacts } from '../known-good-facts.ts';
import type { DeploymentEvent } from '../timeline.ts';

/** What a release's recovery plan says. */
export interface RecoveryFacts {
  /** Something in the release cannot be taken back. */
  irreversible: boolean;
  /** Stateful third-party parts that the plan speaks of, by name. */
  stateful: readonly string[];
  record: string;
}

/** A part of a release that others build. */
export interface PartFacts {
  name: string;
  /** Null where it is not told. */
  version: string | null;
  /** It keeps data, which an earlier version may not be able to read. */
  stateful: boolean;
  /** The record that names it. */
  record: string;
}

/** What customers know things by. */
export interface PublicNames {
  product: string;
  /** Null for a module that customers do not know. */
  module(id: string): string | null;
}

/** What a rollback plan is made of. */
export interface RollbackPlanInput {
  policy: Policy;
  /** The environment's id, and what was deployed to it. */
  environment: string;
  timeline: readonly DeploymentEvent[];
  /** Milliseconds. */
  moment: number;
  /** The release to go to. */
  target: string;
  /** All releases of the product. */
  versions: readonly string[];
  facts: KnownGoodFacts;
  /** Null for a release without a recovery plan. */
  recoveryOf(version: string): RecoveryFacts | null;
  /** Null where nobody knows what parts a release has. */
  partsOf(version: string): readonly PartFacts[] | null;
  publicNames: PublicNames;
}
