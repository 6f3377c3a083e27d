import type { Stage } from '../../../src/records/index.ts';
import type { PipelineHabits, PipelinePlan } from './plan.ts';

/** Jenkins, four repositories, every afternoon. */
export const DIRECTOR_PIPELINE: PipelineHabits = {
  product: 'director',
  server: 'jenkins',
  scanner: 'trivy',
  sources: {
    'director-api': { folder: 'pkg', end: '.go' },
    'director-web': { folder: 'src', end: '.tsx' },
    'director-agent': { folder: 'agent', end: '.go' },
  },
  account: 'director-ci',
  load: { metric: 'http_req_duration', limit: 500 },
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
    'observability',
  ],
};

/** In the first week of recording, before every stage had a report. */
const FIRST_RECORDED: readonly Stage[] = ['unit-tests', 'image-scan', 'integration', 'load'];
/** What an emergency waits for, and the suite beside it. */
const IN_AN_EMERGENCY: readonly Stage[] = [
  'clone',
  'build',
  'unit-tests',
  'image-scan',
  'push',
  'integration',
];

/** How far the release of today is. */
const SO_FAR: readonly Stage[] = [
  'clone',
  'build',
  'unit-tests',
  'image-scan',
  'push',
  'chart',
  'deploy',
  'validation',
  'integration',
];

/** The last two weeks. The console's coverage falls and recovers; the search of 1.24.0 made everything slow. */
export const DIRECTOR_PLANS: readonly PipelinePlan[] = [
  {
    version: '1.23.0',
    beganAt: '2026-09-14T06:40:00+00:00',
    run: 2201,
    modules: {
      director: { tests: 9 },
      'director-api': { tests: 25, coverage: 78, found: '107 112 123 140' },
      'director-web': { tests: 13, coverage: 68, found: '134 140' },
    },
    suite: 18,
    load: 288,
    only: FIRST_RECORDED,
  },
  {
    version: '1.23.1',
    beganAt: '2026-09-15T06:40:00+00:00',
    run: 2209,
    modules: {
      director: { tests: 9 },
      'director-api': { tests: 26, coverage: 78, found: '107 112 123 140' },
      'director-agent': { tests: 12, coverage: 71, found: '118 140' },
    },
    suite: 18,
    load: 294,
    only: FIRST_RECORDED,
  },
  {
    version: '1.24.0',
    beganAt: '2026-09-17T06:35:00+00:00',
    run: 2224,
    modules: {
      director: { tests: 10 },
      'director-api': { tests: 28, coverage: 77, found: '107 112 118 123 140' },
      'director-web': { tests: 14, coverage: 66, found: '134 140' },
      'director-agent': { tests: 13, coverage: 72, found: '118 140' },
    },
    suite: 20,
    load: 437,
  },
  {
    version: '1.24.1',
    beganAt: '2026-09-18T06:40:00+00:00',
    run: 2231,
    modules: {
      director: { tests: 10, found: '140' },
      'director-web': { tests: 15, coverage: 66, found: '134 140' },
    },
    suite: 20,
    load: 391,
    trouble: [{ stage: 'deploy', is: 'failed, then passed' }],
  },
  {
    version: '1.25.0',
    beganAt: '2026-09-21T06:30:00+00:00',
    run: 2246,
    modules: {
      director: { tests: 12, found: '140' },
      'director-api': { tests: 31, coverage: 79, found: '107 118 123 140' },
      'director-web': { tests: 17, coverage: 69, found: '134' },
      'director-agent': { tests: 15, coverage: 75, found: '140' },
    },
    suite: 23,
    load: 346,
    trouble: [{ stage: 'unit-tests', module: 'director-api', is: 'failed, then passed' }],
  },
  {
    version: '1.25.1',
    beganAt: '2026-09-22T06:50:00+00:00',
    run: 2255,
    modules: {
      director: { tests: 12, found: '140' },
      'director-api': { tests: 32, coverage: 79, found: '107 118 123 140' },
      'director-web': { tests: 17, coverage: 69, found: '134' },
    },
    suite: 23,
    only: IN_AN_EMERGENCY,
  },
  {
    version: '1.26.0',
    beganAt: '2026-09-23T06:30:00+00:00',
    run: 2263,
    modules: {
      director: { tests: 13, found: '140' },
      'director-api': { tests: 35, coverage: 80, found: '107 123 140' },
      'director-web': { tests: 18, coverage: 70, found: '134' },
      'director-agent': { tests: 16, coverage: 76, found: '140' },
    },
    suite: 26,
    load: 318,
    trouble: [
      { stage: 'image-scan', module: 'director-web', is: 'without a database date' },
      { stage: 'unit-tests', module: 'director-agent', is: 'without tests' },
    ],
  },
  {
    version: '1.26.1',
    beganAt: '2026-09-24T06:35:00+00:00',
    run: 2270,
    modules: {
      director: { tests: 14 },
      'director-api': { tests: 36, coverage: 81, found: '123 140' },
    },
    suite: 27,
    load: 305,
  },
  {
    version: '1.26.2',
    beganAt: '2026-09-25T06:30:00+00:00',
    run: 2278,
    modules: {
      director: { tests: 14 },
      'director-web': { tests: 19, coverage: 72 },
      'director-agent': { tests: 17, coverage: 78, found: '140' },
    },
    suite: 28,
    load: 283,
    trouble: [{ stage: 'clone', is: 'failed, then passed' }],
  },
  {
    version: '1.26.3',
    beganAt: '2026-09-28T07:40:00+00:00',
    run: 2286,
    modules: {
      director: { tests: 14 },
      'director-api': { tests: 37, coverage: 81, found: '123 140' },
      'director-web': { tests: 20, coverage: 72 },
    },
    suite: 29,
    only: SO_FAR,
    trouble: [{ stage: 'integration', is: 'failed, then passed in part' }],
  },
];
