/** A check run of an app, or a status in the older manner. */
export type Check = CheckRun | StatusContext;

/** A check run. */
export interface CheckRun {
  name: string;
  /** The app's name, null for one that is gone. Default: "GitHub Actions". */
  app?: string | null;
  /** Default: SUCCESS, and null while it has not completed. */
  conclusion?: CheckConclusion | null;
  /** Default: COMPLETED. */
  status?: 'COMPLETED' | 'IN_PROGRESS' | 'PENDING' | 'QUEUED' | 'REQUESTED' | 'WAITING';
  /** When it ended. Default: when its commit was committed. */
  at?: string;
  /** Its page. Default: a page under the repository. */
  url?: string;
}

/** How a check run ended. */
export type CheckConclusion =
  | 'ACTION_REQUIRED'
  | 'CANCELLED'
  | 'FAILURE'
  | 'NEUTRAL'
  | 'SKIPPED'
  | 'STALE'
  | 'STARTUP_FAILURE'
  | 'SUCCESS'
  | 'TIMED_OUT';

/** A commit status. */
export interface StatusContext {
  /** Its name, such as "ci/build". */
  context: string;
  /** Default: SUCCESS. */
  state?: 'ERROR' | 'EXPECTED' | 'FAILURE' | 'PENDING' | 'SUCCESS';
  /** A login; null for an account that is gone. Default: "ci-bot". */
  creator?: string | null;
  /** Default: when its commit was committed. */
  at?: string;
  /** The page that it leads to. Default: none. */
  url?: string;
  /** Default: none. */
  description?: string;
}
