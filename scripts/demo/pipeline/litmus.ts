import type { PipelineHabits, PipelinePlan } from './plan.ts';

/** Pipelines of GitHub, four modules in one repository, no load test. */
export const LITMUS_PIPELINE: PipelineHabits = {
  product: 'litmus',
  server: 'github',
  scanner: 'trivy',
  sources: {
    litmus: { folder: 'experiments', end: '.go' },
    'litmus-portal': { folder: 'litmus-portal/src', end: '.tsx' },
    'chaos-operator': { folder: 'chaos-operator/pkg', end: '.go' },
    'chaos-runner': { folder: 'chaos-runner/pkg', end: '.go' },
  },
  account: 'litmus-ci',
  load: { metric: 'http_req_duration', limit: 500 },
  stages: ['clone', 'build', 'unit-tests', 'image-scan', 'push', 'chart', 'deploy', 'integration', 'sanity'],
};

/** Releases whose reports are kept. */
export const LITMUS_PLANS: readonly PipelinePlan[] = [
  {
    version: '1.4',
    beganAt: '2026-02-16T07:00:00+00:00',
    run: 611,
    modules: {
      litmus: { tests: 12 },
      'litmus-portal': { tests: 14, coverage: 58, found: '112 134' },
      'chaos-operator': { tests: 13, coverage: 66, found: '118 140' },
      'chaos-runner': { tests: 12, coverage: 61, found: '140' },
    },
    suite: 15,
    only: ['unit-tests', 'image-scan', 'integration'],
  },
  {
    version: '1.4.1',
    beganAt: '2026-02-20T11:20:00+00:00',
    run: 618,
    modules: {
      litmus: { tests: 12 },
      'litmus-portal': { tests: 16, coverage: 61, found: '112 134' },
      'chaos-operator': { tests: 13, coverage: 66, found: '118 140' },
      'chaos-runner': { tests: 12, coverage: 61, found: '140' },
    },
    suite: 15,
    only: ['build', 'unit-tests', 'image-scan', 'push'],
  },
  {
    version: '1.5',
    beganAt: '2026-03-16T06:45:00+00:00',
    run: 667,
    modules: {
      litmus: { tests: 14 },
      'litmus-portal': { tests: 18, coverage: 63, found: '134' },
      'chaos-operator': { tests: 16, coverage: 70, found: '118 140' },
      'chaos-runner': { tests: 15, coverage: 64, found: '140' },
    },
    suite: 18,
    trouble: [{ stage: 'chart', module: 'chaos-runner', is: 'missing' }],
  },
  {
    version: '1.6',
    beganAt: '2026-04-20T07:10:00+00:00',
    run: 724,
    modules: {
      litmus: { tests: 18 },
      'litmus-portal': { tests: 22, coverage: 67, found: '140' },
      'chaos-operator': { tests: 19, coverage: 74, found: '140' },
      'chaos-runner': { tests: 18, coverage: 71 },
    },
    suite: 23,
    trouble: [{ stage: 'unit-tests', module: 'chaos-runner', is: 'failed, then passed' }],
  },
];
