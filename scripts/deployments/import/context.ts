import type { Policy } from '../../../src/records/index.ts';
import type { NotTaken, ObservedDeployment } from '../observed.ts';
import type { ReleaseOf } from './known-releases.ts';

/** What a source's words are held against. */
export interface ImportContext {
  product: string;
  policy: Policy;
  /** The environment's id in the policy. */
  environment: string;
  releaseOf: ReleaseOf;
}

/** What a source told: deployments, and what is none or cannot be named. */
export interface Observations {
  observed: ObservedDeployment[];
  notTaken: NotTaken[];
}
