import type { Deployment } from '../../records/index.ts';
import type { RecordedDeployment } from './timeline.ts';

/** What the ledger says of a release. */
export type VerdictWord = NonNullable<Deployment['verdictThen']>['verdict'];

/** What has to be known of releases to tell whether one may be put back. */
export interface KnownGoodFacts {
  /** Ids of the modules that are built here. Of others no stage reports, and no evidence can name their images. */
  modules: ReadonlySet<string>;
  /** Every rollback of the product, in whichever environment. */
  rollbacks: readonly RecordedDeployment[];
  /** Null for a release that the ledger does not know. Judging is dear: it is asked last, and of few. */
  verdictOf(version: string): VerdictWord | null;
  /** Digests that the stored stage reports of a release name for a module. */
  namedDigests(version: string, module: string): ReadonlySet<string>;
}
