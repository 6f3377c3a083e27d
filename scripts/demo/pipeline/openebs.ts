import type { Stage } from '../../../src/records/index.ts';
import type { PipelineHabits, PipelinePlan } from './plan.ts';

/** Pipelines of GitHub, one module, volumes under load. */
export const OPENEBS_PIPELINE: PipelineHabits = {
  product: 'openebs',
  server: 'github',
  scanner: 'grype',
  sources: { openebs: { folder: 'pkg', end: '.go' } },
  account: 'openebs-ci',
  load: { metric: 'volume_write_duration', limit: 40 },
  stages: [
    'clone',
    'build',
    'unit-tests',
    'image-scan',
    'push',
    'chart',
    'deploy',
    'validation',
    'integration',
    'load',
    'sanity',
  ],
};

/** What was kept before everything was. */
const FIRST_KEPT: readonly Stage[] = ['unit-tests', 'image-scan', 'integration', 'load'];
const OF_A_CANDIDATE: readonly Stage[] = [
  'clone',
  'build',
  'unit-tests',
  'image-scan',
  'push',
  'integration',
  'load',
];

/** Releases whose reports are kept. Coverage rises; writes get slower with parallel rebuilds, and again with thin volumes. */
export const OPENEBS_PLANS: readonly PipelinePlan[] = [
  {
    version: '1.9.0',
    beganAt: '2026-02-06T06:10:00+00:00',
    run: 1180,
    modules: { openebs: { tests: 18, coverage: 64, found: '107 112 123 140' } },
    suite: 14,
    load: 16,
    only: FIRST_KEPT,
  },
  {
    version: '1.10.0',
    beganAt: '2026-04-06T05:40:00+00:00',
    run: 1322,
    modules: { openebs: { tests: 22, coverage: 69, found: '107 123 129 140' } },
    suite: 17,
    load: 17,
    only: FIRST_KEPT,
  },
  {
    version: '1.11.0',
    beganAt: '2026-06-02T06:20:00+00:00',
    run: 1427,
    modules: { openebs: { tests: 26, coverage: 72, found: '123 129 140 146' } },
    suite: 21,
    load: 22,
    trouble: [{ stage: 'integration', is: 'failed, then passed in part' }],
  },
  {
    version: '1.11.1',
    beganAt: '2026-06-11T11:20:00+00:00',
    run: 1441,
    modules: { openebs: { tests: 29, coverage: 74, found: '123 140 146' } },
    suite: 24,
    load: 21,
    trouble: [{ stage: 'integration', is: 'failed, then passed' }],
  },
  {
    version: '1.12.0-RC1',
    beganAt: '2026-08-25T07:30:00+00:00',
    run: 1533,
    modules: { openebs: { tests: 33, coverage: 75, found: '107 140 146' } },
    suite: 26,
    load: 24,
    only: OF_A_CANDIDATE,
    trouble: [
      { stage: 'image-scan', module: 'openebs', is: 'of the release before' },
      { stage: 'integration', is: 'of nothing named' },
    ],
  },
  {
    version: '1.12.0',
    beganAt: '2026-09-08T08:15:00+00:00',
    run: 1561,
    modules: { openebs: { tests: 36, coverage: 76, found: '101 107 140' } },
    suite: 28,
    load: 31,
    trouble: [{ stage: 'sanity', is: 'missing' }],
  },
];
