import type { StageReport } from '../../records/index.ts';
import type { ScanEvidence, TestEvidence } from '../row.ts';
import type { DeployedRelease } from './deployed-release.ts';
import { type HeldRun, runsFor, testEvidence, withoutRun } from './tests.ts';

const DAY = 86_400_000;
const WORST_LAST: Record<TestEvidence['result'], number> = { passed: 0, unproven: 1, failed: 2 };

/** The scan of a module's image; where the whole release was scanned as well, the worse of the two. */
export function scanOf(deployed: DeployedRelease, module: string): ScanEvidence {
  const scans = runsFor(deployed, module)
    .filter(({ run }) => run.stage === 'image-scan')
    .map(scanEvidence)
    .sort((a, b) => WORST_LAST[b.result] - WORST_LAST[a.result]);
  return scans[0] ?? noScan(module);
}

/** Nobody can show that the image was scanned. */
export function noScan(module: string | null): ScanEvidence {
  return { ...withoutRun('image-scan', module), databaseAt: null, databaseAgeDays: null };
}

function scanEvidence(held: HeldRun): ScanEvidence {
  const { data } = held.run.counts;
  return {
    ...testEvidence(held),
    databaseAt: data.measured.databaseAt ?? null,
    databaseAgeDays: ageInDays(data),
  };
}

function ageInDays({ ranAt, measured: { databaseAt } }: StageReport): string | null {
  return databaseAt === undefined ? null : ((Date.parse(ranAt) - Date.parse(databaseAt)) / DAY).toFixed(1);
}
