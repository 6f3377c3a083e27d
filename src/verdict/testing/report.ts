import {
  type Stage,
  type StageReport,
  type StageReportInput,
  StageReportSchema,
} from '../../records/index.ts';
import type { Recorded } from '../dossier.ts';
import { API, at, COMMITS, DIGESTS, digestOf, FOLDER, LEAD, PRODUCT, VERSION } from './constants.ts';

const MEASURED: Partial<Record<Stage, StageReportInput['measured']>> = {
  'unit-tests': {
    tests: { passed: 120, failed: 0, errored: 0, skipped: 2 },
    coverage: { lines: { covered: 850, total: 1000 } },
  },
  'image-scan': {
    vulnerabilities: [{ id: 'CVE-2026-0001', severity: 'low', in: 'zlib' }],
    databaseAt: at('01:00'),
  },
  integration: { tests: { passed: 40, failed: 0, errored: 0, skipped: 0 } },
};

/** Stages that look at what was built, and name its digest. */
const OF_IMAGE: ReadonlySet<Stage> = new Set(['build', 'image-scan', 'push']);

/** A full attempt that passed; without a module it is of the whole release. */
export function report(
  stage: Stage,
  module: string | null,
  more: Partial<StageReportInput> = {},
): Recorded<StageReport> {
  const isOfApi = module === API;
  const digest = isOfApi ? DIGESTS.api : DIGESTS.lead;
  const data = StageReportSchema.parse({
    schema: 1,
    product: PRODUCT,
    version: VERSION,
    stage,
    ...(module === null ? {} : { module }),
    attempt: 1,
    full: true,
    commit: isOfApi ? COMMITS.api : COMMITS.release,
    ...(OF_IMAGE.has(stage) ? { digest } : {}),
    ranAt: at('06:00'),
    filedAt: at('06:10'),
    filedBy: 'jenkins',
    result: 'passed',
    measured: MEASURED[stage] ?? {},
    evidence: [{ digest: digestOf('ee'), name: 'report.xml', format: 'junit' }],
    ...more,
  });
  const name = [stage, data.module, data.attempt].filter((part) => part !== undefined).join('-');
  return { path: `${FOLDER}/stages/${name}.md`, data };
}

/** One report of each stage for each module that moved, and the integration tests of the whole. */
export function allReports(): Recorded<StageReport>[] {
  const stages = ['build', 'unit-tests', 'image-scan', 'push'] as const;
  return [
    ...[LEAD, API].flatMap((module) => stages.map((stage) => report(stage, module))),
    report('integration', null),
  ];
}
