import { bump, pull, type SamplePull } from '../pull-request.ts';

/** On the main branch after 1.10.0; the first two go to 1.10.1 too. */
export const FOR_1_11_0: readonly SamplePull[] = [
  pull(2890, 'jonas-b', 'fix(csi): restore snapshots of encrypted volumes'),
  pull(2892, 'lin', 'fix(ndm): memory leak in the udev listener'),
  pull(2897, 'priya-s', 'feat(metrics): storage cost for each namespace', {
    commits: ['metrics: add up capacity by namespace', 'metrics: leave out volumes that are being deleted'],
  }),
  pull(2899, 'meera-k', 'feat(cstor): pause and resume a replica rebuild'),
  pull(2901, 'tomasz', 'perf(cstor): rebuild several volumes of a pool at once', { how: 'merge' }),
  pull(2903, 'ayo', 'Set limits for concurrent snapshots', { how: 'merge' }),
  pull(2904, 'sana', 'feat(helm): run all pods with a read-only root file system'),
  pull(2906, 'jonas-b', 'fix(webhook): wait for a slow API server before a deletion is refused'),
  bump(2907, 'golang.org/x/crypto', '0.31.0', '0.35.0'),
  pull(2909, 'diego', 'Support Kubernetes 1.33', { how: 'merge' }),
  pull(2910, 'lin', 'drop python scripts', { how: 'rebase' }),
];

/** What 1.11.1 was made for. */
export const FOR_1_11_1: readonly SamplePull[] = [
  pull(2914, 'meera-k', 'fix(cstor): call a replica healthy only when its last block is copied', {
    body: 'Two volumes that were rebuilt at once shared one progress marker.\n\nFixes #2912',
  }),
  pull(2915, 'tomasz', 'test: compare every block after a parallel rebuild'),
];

/** On the way to 1.12.0. */
export const FOR_1_12_0_RC1: readonly SamplePull[] = [
  pull(2918, 'diego', 'feat(localpv): thin volumes on LVM groups', {
    commits: [
      'localpv: create thin pools on demand',
      'localpv: report the free space of thin pools\n\nThe scheduler needs it to place a claim.',
      'localpv: warn before a thin pool overflows',
    ],
    with: 'tomasz',
  }),
  pull(2920, 'priya-s', 'feat(metrics): alert rules and a dashboard come with the chart'),
  pull(2921, 'ayo', 'Rotate the certificates of the webhook without a restart', { how: 'merge' }),
  pull(2923, 'jonas-b', 'fix(csi): keep block volumes read-only after a failover'),
  pull(
    2925,
    'sana',
    'security: run the node agent without the SYS_ADMIN capability where no format is needed',
  ),
  pull(2926, 'lin', 'feat(ndm): take a failing disk out of service by an annotation'),
  bump(2928, 'k8s.io/client-go', '0.32.1', '0.33.2'),
  bump(2929, 'google.golang.org/grpc', '1.67.1', '1.69.2'),
  pull(2930, 'meera-k', 'perf(cstor): read-ahead for sequential restores', { how: 'merge' }),
  bump(2932, 'google.golang.org/grpc', '1.69.2', '1.71.0'),
  pull(2933, 'rosa-m', 'Remove the unused snapshot promoter', { how: 'merge' }),
  pull(2935, 'ayo', 'Deprecate the hostpath provisioner image', {
    body: 'The CSI driver does its work. It will be removed with 1.14.',
  }),
  pull(2936, 'diego', 'style: one formatter for all Go code'),
  pull(2938, 'jonas-b', 'fix: stop writing events for deleted volumes'),
];

/** Found in the candidate of 1.12.0. */
export const FOR_1_12_0: readonly SamplePull[] = [
  pull(2941, 'diego', 'fix(localpv): count a thin pool on two groups once'),
  pull(2942, 'sana', 'docs: thin volumes, and what to do when a pool is full'),
];
