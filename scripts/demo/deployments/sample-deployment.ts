import type { DeploymentOutcome } from '../../../src/records/index.ts';

/** One deployment of the sample, as somebody typed it. */
export interface SampleDeployment {
  product: string;
  environment: string;
  release: string;
  /** When it began; the command is typed a minute after its end. */
  at: string;
  finished?: string;
  outcome?: DeploymentOutcome;
  /** Percent and time of day, in UTC. */
  steps?: readonly (readonly [weight: number, time: string])[];
  by: string;
  /** Helm's revision of the lead module's release. */
  revision?: number;
  /** Only these modules, in versions of their own. */
  part?: readonly string[];
  /** Nobody noted which images ran. */
  withoutImages?: true;
  because?: string;
  migrated?: { from: string; to: string; keptUntil: string };
  rollback?: SampleRollback;
}

/** Why it was a rollback. */
export interface SampleRollback {
  because: string;
  trigger?: readonly [kind: 'metric' | 'incident' | 'person', what: string];
  decidedBy?: string;
  detected?: string;
  restored?: string;
  incident?: string;
  data?: string;
  bad?: boolean;
  publicReason?: string;
}
