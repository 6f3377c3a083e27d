import { bump, pull, type SamplePull } from '../pull-request.ts';

/** Fixes on the main branch that 1.8.1 gets as well. */
export const FIXES_AFTER_1_8_0: readonly SamplePull[] = [
  pull(2841, 'sana', 'fix(csi): check volume handles before they reach a shell (CVE-2026-90001)', {
    body: 'A crafted volume handle could run commands in the node plugin.',
  }),
  pull(2843, 'ayo', 'fix(jiva): finish a resize although one replica is offline'),
];

/** On the way to 1.9.0, before its first release candidate. */
export const FOR_1_9_0_RC1: readonly SamplePull[] = [
  pull(2845, 'meera-k', 'feat(cstor)!: report pool capacity in bytes', {
    body: [
      'Rounded gigabytes hid the last part of a full pool.',
      '',
      'BREAKING CHANGE: `status.capacity` of a pool is now a number of bytes.',
      'Dashboards and alerts that read it as text must be changed before the upgrade.',
    ].join('\n'),
  }),
  pull(2846, 'priya-s', 'feat: back up a volume to any bucket that speaks S3', {
    commits: [
      'add the bucket plugin',
      'resume an upload that was interrupted',
      'verify checksums after a restore',
    ],
    with: 'tomasz',
  }),
  pull(2848, 'lin', 'perf(ndm): scan only devices that changed since the last scan'),
  pull(2850, 'tomasz', 'Spread Local PV volumes by free capacity', { how: 'merge' }),
  pull(2851, 'jonas-b', 'fix(provisioner): keep claims of the same name in two namespaces apart'),
  pull(2853, 'ayo', 'fix flaky attach', { how: 'rebase' }),
  bump(2855, 'github.com/prometheus/client_golang', '1.20.4', '1.20.5'),
  pull(2856, 'sana', 'ci: keep the logs of failed storage runs for two weeks'),
  pull(2858, 'ayo', 'Deprecate Jiva volumes with a single controller', { how: 'merge' }),
];

/** Found in the first candidate of 1.9.0. */
export const FOR_1_9_0_RC2: readonly SamplePull[] = [
  pull(2860, 'jonas-b', 'fix(csi): unmount all volumes of a node that is drained'),
  pull(2861, 'lin', 'fix(ndm): do not panic on disks without a serial number'),
];

/** Found in the second. */
export const FOR_1_9_0: readonly SamplePull[] = [
  pull(2862, 'priya-s', 'docs: how to read pool capacity after the change of its unit'),
];

/** On the main branch after 1.9.0; three of them go to 1.9.1 too. */
export const FOR_1_10_0_RC1: readonly SamplePull[] = [
  pull(2864, 'meera-k', 'feat(cstor): upgrade pools online, one replica at a time', {
    commits: [
      'cstor: drain one replica before its image changes',
      'cstor: wait until the replica is in sync again',
      'cstor: stop the upgrade when a second replica is degraded',
    ],
    with: 'ayo',
  }),
  pull(2866, 'sana', 'feat(helm): install single components by switches in the chart values'),
  pull(2868, 'jonas-b', 'fix(csi): finish a volume expansion after the node plugin restarts'),
  pull(2870, 'lin', 'fix(ndm): find hot-plugged disks without a restart'),
  pull(2872, 'tomasz', 'security: verify the certificate of the backup bucket (CVE-2026-90002)', {
    body: 'Restores accepted any certificate when the bucket had an own authority.',
  }),
];

/** The second half of the way to 1.10.0. */
export const LATER_FOR_1_10_0_RC1: readonly SamplePull[] = [
  pull(2876, 'priya-s', 'Warn when a pool is fuller than 80 percent', { how: 'merge' }),
  pull(2878, 'ayo', 'feat!: remove the v1alpha1 storage pool API', {
    body: 'BREAKING CHANGE: storage pools of API version v1alpha1 are no longer served.\nMigrate them to v1 with the migration job before you upgrade.',
  }),
  pull(2880, 'meera-k', 'cstor: rebuild replicas from the nearest zone', {
    how: 'rebase',
    commits: ['cstor: learn the zone of every replica', 'cstor: rebuild replicas from the nearest zone'],
  }),
  bump(2882, 'k8s.io/client-go', '0.31.3', '0.31.4'),
  bump(2884, 'k8s.io/client-go', '0.31.4', '0.32.1'),
  pull(2885, 'sana', 'test: add node failure to the nightly storage suite'),
];

/** Found in the candidates of 1.10.0. */
export const FOR_1_10_0: readonly SamplePull[] = [
  pull(2887, 'meera-k', 'fix(cstor): let the online upgrade pass a pool with one replica'),
  pull(2888, 'sana', 'fix(helm): quote node selectors with numbers in them'),
];
