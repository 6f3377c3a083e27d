import { bump, pull, type SamplePull } from '../pull-request.ts';

const PORTAL = { folder: 'litmus-portal' };
const OPERATOR = { folder: 'chaos-operator' };
const RUNNER = { folder: 'chaos-runner' };

/** Release 1.1. */
export const FOR_1_1: readonly SamplePull[] = [
  pull(1402, 'lin', 'feat(portal): draw a chaos workflow before it runs', PORTAL),
  pull(1404, 'tomasz', 'feat(operator): watch experiments in several namespaces', OPERATOR),
  pull(1405, 'ayo', 'fix(runner): pass on the exit code of a failed probe', RUNNER),
  pull(1407, 'sana', 'docs: first experiment in ten minutes'),
  pull(1408, 'meera-k', 'chore(operator): generate the clients anew', OPERATOR),
  pull(1410, 'diego', 'feat(charts): network latency for single ports'),
];

/** Release 1.2. */
export const FOR_1_2: readonly SamplePull[] = [
  pull(1415, 'lin', 'feat(portal): schedule workflows with cron expressions', {
    ...PORTAL,
    commits: [
      'feat(portal): cron field in the workflow form',
      'feat(portal): show the next five runs',
      'fix(portal): name the time zone next to every run',
    ],
    with: 'priya-s',
  }),
  pull(1417, 'ayo', 'feat(runner): probes that ask Prometheus', RUNNER),
  pull(1418, 'tomasz', 'perf(operator): list only pods that match the target labels', OPERATOR),
  pull(1420, 'diego', 'feat(charts): fill the disk of a node up to a given share'),
  pull(1421, 'jonas-b', 'fix(operator): clean up the experiments of a deleted engine', OPERATOR),
  bump(1422, 'react-router', '6.26.2', '6.28.0', PORTAL),
  bump(1425, 'react-router', '6.28.0', '6.30.1', PORTAL),
  pull(1426, 'lin', 'style(portal): one spacing scale', PORTAL),
  pull(1428, 'meera-k', 'ci: build images for arm64'),
];

/** What 1.2.1 was made for, on the main branch. */
export const URGENT_FOR_1_2_1: readonly SamplePull[] = [
  pull(1431, 'jonas-b', 'fix(operator): remove network rules when an experiment is aborted', {
    ...OPERATOR,
    body: 'The helper pod was deleted before it could clean up.\n\nCloses #1430',
  }),
];

/** Release 1.3, after the urgent fix. */
export const FOR_1_3: readonly SamplePull[] = [
  pull(1433, 'priya-s', 'feat(portal): teams with roles for owners, editors and viewers', PORTAL),
  pull(1435, 'ayo', 'feat(runner)!: probes run in the order in which they are written', {
    ...RUNNER,
    body: 'BREAKING CHANGE: probes no longer run side by side.\nSet `runMode: parallel` on experiments that rely on it.',
  }),
  pull(1436, 'diego', 'feat(charts): stop a whole availability zone'),
  pull(1438, 'tomasz', 'fix(operator): let two engines share a target', OPERATOR),
  pull(1439, 'sana', 'docs: what each experiment needs to be allowed'),
  pull(1441, 'lin', 'fix(portal): show every line of a long log', PORTAL),
  pull(1442, 'meera-k', 'test(runner): probes against a slow endpoint', RUNNER),
  bump(1443, 'k8s.io/api', '0.31.2', '0.32.0', OPERATOR),
];

/** The three that a bot tested and merged together. */
export const BATCH_FOR_1_4: readonly SamplePull[] = [
  pull(1447, 'ayo', 'Retry a probe with growing pauses', { ...RUNNER, branch: 'probe-retry' }),
  pull(1448, 'tomasz', 'Say why an engine was refused', { ...OPERATOR, branch: 'engine-refusal' }),
  pull(1449, 'lin', 'Filter workflows by the cluster that they ran on', {
    ...PORTAL,
    branch: 'workflow-filter',
  }),
];

/** The candidate of 1.4. */
export const FOR_1_4_RC1: readonly SamplePull[] = [
  pull(1451, 'priya-s', 'feat(portal): compare the resilience score of two runs', PORTAL),
  pull(1453, 'diego', 'feat(charts): slow down the disk of a single pod'),
  pull(1454, 'jonas-b', 'fix(operator): do not repeat finished experiments after a restart', OPERATOR),
  pull(1456, 'sana', 'feat(runner): beta support for probes in any language', RUNNER),
  pull(1457, 'lin', 'feat(portal): dark theme', PORTAL),
  pull(1459, 'meera-k', 'build(runner): static binaries', RUNNER),
];

/** Found in the candidate. */
export const FOR_1_4: readonly SamplePull[] = [
  pull(1463, 'ayo', 'fix(runner): leave retries out of the resilience score', RUNNER),
];

/** What 1.4.1 was made for, on the main branch. */
export const URGENT_FOR_1_4_1: readonly SamplePull[] = [
  pull(
    1466,
    'priya-s',
    'fix(portal): refuse workflow runs that viewers start through the API (CVE-2026-90011)',
    {
      ...PORTAL,
      body: 'The server trusted the role that the browser sent.',
    },
  ),
];

/** Release 1.5. */
export const FOR_1_5: readonly SamplePull[] = [
  pull(1469, 'tomasz', 'feat(operator): pause every experiment with one switch', OPERATOR),
  pull(1470, 'diego', 'feat(charts): DNS failures for chosen host names'),
  pull(1472, 'lin', 'feat(portal): export a run as a report for auditors', {
    ...PORTAL,
    commits: ['feat(portal): collect a run with its probes', 'feat(portal): print styles for the report'],
  }),
  pull(1473, 'sana', 'refactor(portal): one client for all API calls', PORTAL),
  pull(1475, 'ayo', 'feat(runner): steady-state check before and after every fault', RUNNER),
  pull(1476, 'jonas-b', 'fix(charts): keep memory stress within the limit of the container'),
  pull(1478, 'meera-k', 'chore(deps): refresh the base images'),
  pull(1479, 'tomasz', 'fix(operator): renew the webhook certificate in time', OPERATOR),
  pull(1481, 'priya-s', 'Deprecate workflows in the v1alpha1 format', PORTAL),
];

/** Release 1.6. */
export const FOR_1_6: readonly SamplePull[] = [
  pull(1485, 'diego', 'feat(charts): Redis failover and Kafka broker loss'),
  pull(1487, 'ayo', 'perf(runner): start probes without a pod of their own', RUNNER),
  pull(1488, 'tomasz', 'feat(operator): never touch namespaces that carry the label chaos=never', OPERATOR),
  pull(1490, 'lin', 'fix(portal): show the times of a run in the zone of the reader', PORTAL),
  pull(1491, 'priya-s', 'feat(portal): sign in with OpenID Connect', PORTAL),
  bump(1492, 'k8s.io/api', '0.32.0', '0.33.1', OPERATOR),
  bump(1494, 'axios', '1.7.7', '1.8.2', PORTAL),
  pull(1495, 'sana', 'feat!: remove the old command line client', {
    body: 'BREAKING CHANGE: `litmus-cli` is gone; `litmusctl` has all of its commands.',
  }),
  pull(1497, 'jonas-b', 'fix(runner): probe logs cut off at 64 KB', RUNNER),
  pull(1498, 'meera-k', 'docs: game days, step by step'),
];
