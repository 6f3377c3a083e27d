import { type Deployment, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { deploymentName, deploymentText } from '../../deployments/deployment-file.ts';
import { instant } from './invented.ts';
import { moduleCommit, type PlannedRelease, personFor } from './planned-release.ts';
import { imageOf, type LedgerFile } from './report-files.ts';

const MINUTE = 60_000;

/** What came to production: every fortieth release at the second attempt, every fiftieth was taken back within an hour. */
export function deploymentFiles(release: PlannedRelease, before: PlannedRelease | null): LedgerFile[] {
  const { place } = release;
  const failed = place % 40 === 11 ? [deployed(release, 5, 'failed')] : [];
  const all = [...failed, deployed(release, 20, 'succeeded')];
  if (place % 50 === 13 && before !== null) all.push(takenBack(release, before));
  return all.map(asFile);
}

function deployed(release: PlannedRelease, minutes: number, outcome: Deployment['outcome']): Deployment {
  const { product, version, at } = release;
  const began = at + minutes * MINUTE;
  const [start, end] = [instant(began), instant(began + 10 * MINUTE)];
  const by = personFor(release, 2);
  return {
    schema: SCHEMA_VERSION,
    product,
    environment: 'production',
    kind: 'deploy',
    version,
    at: start,
    finishedAt: end,
    outcome,
    modules: release.modules.map((module) => ({
      id: module.id,
      version,
      digest: imageOf(release, module),
      commit: moduleCommit(module),
    })),
    by,
    filedAt: end,
    sources: [{ kind: 'command', at: start, finishedAt: end, outcome, ranBy: by }],
  };
}

function takenBack(release: PlannedRelease, before: PlannedRelease): Deployment {
  const late = { ...before, at: release.at };
  const decidedBy = personFor(release, 2);
  const rollback = {
    from: release.version,
    decidedBy,
    trigger: { kind: 'metric', what: 'errors: 4 %' } as const,
  };
  return { ...deployed(late, 50, 'succeeded'), kind: 'rollback', rollback };
}

function asFile(deployment: Deployment): LedgerFile {
  const body = deployment.kind === 'rollback' ? 'Too many requests failed.' : '';
  return { path: `${deploymentName(deployment)}.md`, text: deploymentText(deployment, body) };
}
