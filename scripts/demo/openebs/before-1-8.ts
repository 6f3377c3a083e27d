import { bump, pull, type SamplePull } from '../pull-request.ts';

/** Release 1.6.0. */
export const FOR_1_6_0: readonly SamplePull[] = [
  pull(2781, 'tomasz', 'Add node affinity to Local PV hostpath volumes', { how: 'merge' }),
  pull(2783, 'ayo', 'feat(jiva): report replica rebuild progress as a Prometheus metric'),
  pull(2786, 'lin', 'fix(ndm): ignore loop devices when no filter is configured'),
  pull(2788, 'priya-s', 'docs: explain how to size a cStor pool'),
  pull(2790, 'meera-k', 'feat(cstor): take snapshots on a schedule', {
    commits: [
      'add schedule to the snapshot policy\n\nCron expressions are read in the time zone of the cluster.',
      'keep the newest snapshots only',
      'review comments',
    ],
    with: 'lin',
  }),
  pull(2792, 'jonas-b', 'fix: use three replicas when the storage class names no count'),
  pull(2794, 'lin', 'fix ndm build on arm64', { how: 'rebase', commits: ['fix ndm build on arm64 (#2791)'] }),
];

/** Release 1.7.0. */
export const FOR_1_7_0: readonly SamplePull[] = [
  pull(2801, 'meera-k', 'feat(cstor): add a disk to a running pool without draining its node', {
    how: 'merge',
    commits: [
      'cstor: accept a new block device in the pool claim',
      'cstor: expand the pool when the device is attached',
      'cstor: say in the claim status which disks are in use',
    ],
  }),
  pull(2803, 'kofi-m', 'Allow a node selector for each storage pool claim', { how: 'merge' }),
  pull(2805, 'ayo', 'fix(jiva): start a replica again after an unclean node shutdown', {
    body: 'The replica kept a lock file that nobody removed.\n\nFixes #2770',
  }),
  bump(2806, 'golang.org/x/net', '0.30.0', '0.31.0'),
  pull(2808, 'lin', 'feat(ndm): show the wear level of NVMe drives on block devices', {
    subject: 'ndm: wear level of NVMe drives',
  }),
  pull(2809, 'priya-s', 'perf(cstor): skip checksums of zeroed blocks while a replica rebuilds'),
  pull(2811, 'jonas-b', 'fix(provisioner): honour the file system type for thin volumes'),
  pull(2812, 'nadia-w', 'Set a priority class for data plane pods', { how: 'merge' }),
  bump(2814, 'golang.org/x/net', '0.31.0', '0.32.0'),
  pull(2815, 'sana', 'ci: run the storage suite on Kubernetes 1.31'),
  bump(2816, 'golang.org/x/net', '0.32.0', '0.33.0'),
  pull(2818, 'ayo', 'Deprecate the v1alpha1 storage pool API', {
    body: 'It keeps working until 1.10. The v1 API has the same fields.',
  }),
  pull(2819, 'meera-k', 'refactor(cstor): split the pool manager from the volume manager'),
];

/** On the way to 1.8.0, before its release candidate. */
export const FOR_1_8_0_RC1: readonly SamplePull[] = [
  pull(2823, 'tomasz', 'feat(localpv): provision volumes on raw block devices', {
    commits: [
      'localpv: accept volumeMode Block',
      'localpv: wipe the device when its volume is deleted\n\nOnly the first and the last megabyte: a whole disk takes hours.',
      'localpv: refuse a device that carries a partition table\n\nCo-authored-by: Hanna Weiss <hanna@storage.example>',
    ],
    with: 'jonas-b',
  }),
  pull(2824, 'meera-k', 'feat(cstor): clone a volume from a snapshot in another namespace'),
  pull(2826, 'lin', 'fix(ndm): read the serial number again when a disk is replaced'),
  pull(2827, 'ayo', 'feat(metrics): latency histograms for every volume'),
  pull(2829, 'priya-s', 'Encrypt replication traffic between cStor replicas', { how: 'merge' }),
  pull(2830, 'jonas-b', 'fix(webhook): refuse a claim that is smaller than its snapshot'),
  pull(2832, 'sana', 'docs: list the ports that a firewall must let through'),
];

/** Found while 1.8.0 was a candidate. */
export const FOR_1_8_0: readonly SamplePull[] = [
  pull(2834, 'meera-k', 'fix(cstor): find the disks of a pool when their paths change after a reboot'),
  pull(2835, 'tomasz', 'fix typo in the uninstall hook [skip ci]', { how: 'rebase' }),
];
