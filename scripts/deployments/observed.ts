import type { Deployment, DeploymentSource } from '../../src/records/index.ts';

/** A file that tells of deployments, to be kept as evidence. */
export interface ToldBy {
  name: string;
  digest: string;
  bytes: Uint8Array;
}

/** A deployment as one source tells it. */
export interface ObservedDeployment
  extends Omit<
    Deployment,
    'schema' | 'filedAt' | 'sources' | 'at' | 'finishedAt' | 'outcome' | 'verdictThen'
  > {
  /** When it began, when it ended and how is told by the source. */
  source: DeploymentSource;
  /** The file that it is from, where it is from one. */
  toldBy?: ToldBy;
  /** Why, where the source says so. */
  body: string;
}

/** A line of a source that tells of no deployment, or of one that cannot be named: nothing is dropped silently. */
export interface NotTaken {
  /** "revision 4 of director", "deployment 1234". */
  what: string;
  because: string;
}
