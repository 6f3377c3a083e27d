import type { DeploymentOutcome } from '../../../src/records/index.ts';
import type { ArgoSource } from './argocd-source.ts';

/** A deployment in the history of an application, or the one that is not in it yet. */
export interface ArgoDeployment {
  /** Argo CD's number of it; of what did not succeed yet, the number that it would have. */
  id: number;
  /** When it began; null where that is not said. */
  at: string | null;
  finishedAt: string | null;
  outcome: DeploymentOutcome;
  sources: ArgoSource[];
  /** The user, as the server of Argo CD knows them: it may be an e-mail address. Null for Argo CD by itself. */
  username: string | null;
  /** Only of the last one does Argo CD say so. */
  isRollback: boolean;
  /** It is the last one, and the images of the application are its own. */
  isCurrent: boolean;
  /** Why it failed. */
  words: string;
}
