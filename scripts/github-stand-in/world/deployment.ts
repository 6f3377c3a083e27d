/** A deployment of a commit to an environment. */
export interface Deployment {
  /** Its number (GraphQL `databaseId`); null where it is too large for one. Default: made of where and when it was. */
  id?: number | null;
  /** Such as "production". */
  environment: string;
  /** The commit that was deployed. */
  commit: string;
  /** The branch or tag that was asked for; null where only a commit was. Default: null. */
  ref?: string | null;
  /** A login. Default: "deployer". */
  creator?: string;
  createdAt: string;
  /** Default: none. */
  description?: string;
  /** Default: "deploy". */
  task?: string;
  /** In the order of time. Default: none. */
  statuses?: DeploymentStatus[];
  /** What it is said to be now. Default: by its last status. */
  state?: 'ABANDONED' | 'ACTIVE' | 'DESTROYED' | 'INACTIVE';
}

/** What became of a deployment. */
export interface DeploymentStatus {
  state: 'ERROR' | 'FAILURE' | 'INACTIVE' | 'IN_PROGRESS' | 'PENDING' | 'QUEUED' | 'SUCCESS' | 'WAITING';
  at: string;
  /** A login. Default: the deployment's. */
  creator?: string;
  /** Default: none. */
  description?: string;
  /** Where the deployed thing can be seen. Default: none. */
  environmentUrl?: string;
  /** Where its output can be read. Default: none. */
  logUrl?: string;
}
