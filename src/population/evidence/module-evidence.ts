import type { PopulationRow } from '../row.ts';
import type { DeployedRelease } from './deployed-release.ts';
import type { JudgedThen } from './judged-then.ts';
import { NO_APPROVAL, type ReleaseApproval, releaseApproval } from './release-approval.ts';
import { NO_REVISION, revisionOf } from './revision.ts';
import { noScan, scanOf } from './scan.ts';
import { overallResult, testsOf } from './tests.ts';

/** What a deployment shows of one module: the same for every change of it. */
export type ModuleEvidence = Pick<PopulationRow, 'tests' | 'testsResult' | 'scan' | 'revision'> & {
  approval: ReleaseApproval;
};

/** The evidence of a module as it was deployed. */
export function moduleEvidence(
  deployed: DeployedRelease,
  judged: JudgedThen | null,
  module: string,
): ModuleEvidence {
  const tests = testsOf(deployed, module);
  return {
    tests,
    testsResult: overallResult(tests),
    scan: scanOf(deployed, module),
    revision: revisionOf(deployed, module),
    approval: releaseApproval(deployed, judged, module),
  };
}

/** What is shown where nobody knows which module it was. */
export const NO_EVIDENCE: ModuleEvidence = {
  tests: [],
  testsResult: 'unproven',
  scan: noScan(null),
  revision: NO_REVISION,
  approval: NO_APPROVAL,
};
