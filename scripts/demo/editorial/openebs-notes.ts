import type { EditedNote } from './edited-note.ts';

export const OPENEBS_NOTES: readonly EditedNote[] = [
  {
    product: 'openebs',
    version: '1.6.0',
    facts: { compatibility: { kubernetes: '1.24 to 1.29', helm: '3.8 or later' } },
  },
  {
    product: 'openebs',
    version: '1.7.0',
    entries: { 'openebs-2818': { removalIn: '1.10.0' } },
  },
  {
    product: 'openebs',
    version: '1.8.0',
    facts: { known: [{ id: 'known-1', module: 'openebs', found: '2026-04-20', fixedBy: 'openebs-2890' }] },
    edits: [
      {
        do: 'add',
        section: 'known',
        text: 'Snapshots of encrypted volumes cannot be restored: the new volume gets no key and stays empty. Nothing is lost, the snapshot itself is whole. Workaround: clone the volume and not its snapshot. {#known-1}',
      },
    ],
  },
  {
    product: 'openebs',
    version: '1.8.1',
    entries: { 'openebs-2841': { security: { severity: 'high' } } },
  },
  {
    product: 'openebs',
    version: '1.9.0',
    facts: { compatibility: { kubernetes: '1.26 to 1.31' } },
    entries: { 'openebs-2841': { security: { severity: 'high' } } },
    edits: [
      {
        do: 'introduce',
        text: [
          'This release brings backups to any bucket that speaks S3, and pools that tell their free space to the byte.',
          'Read *Action required* before you upgrade if a dashboard or an alert of yours looks at pool capacity.',
        ].join('\n'),
      },
      {
        do: 'reword',
        id: 'openebs-2845',
        text: 'Pools report their capacity in bytes. `status.capacity` was text such as `1.5T` and is now a number: change dashboards and alerts that read it **before** you upgrade. The new documentation page has both forms side by side.',
      },
      {
        do: 'reword',
        id: 'openebs-2846',
        text: 'Back up volumes to any bucket that speaks S3. Uploads that were interrupted resume where they stopped, and checksums are verified after a restore.',
      },
      { do: 'remove', id: 'openebs-2862' },
    ],
  },
  {
    product: 'openebs',
    version: '1.10.0',
    facts: {
      compatibility: { kubernetes: '1.28 to 1.32', helm: '3.12 or later' },
      updates: [
        {
          at: '2026-04-09T08:20:00+00:00',
          text: 'The migration job has to run while 1.9 is still installed. The note had said "before you upgrade" only.',
        },
      ],
    },
    entries: {
      'openebs-2872': { security: { severity: 'medium', since: '1.9.0' } },
      'openebs-2878': { removes: 'openebs-2818' },
    },
    edits: [
      {
        do: 'add',
        section: 'upgrade',
        text: 'Upgrade the chart first and the pools afterwards: `kubectl annotate cspc --all openebs.io/upgrade=1.10.0` starts with the first pool, and goes on with the next one when all of its replicas are healthy. A pool of four replicas takes about ten minutes. Volumes stay in use all the time.',
      },
      {
        do: 'introduce',
        text: [
          'Highlights:',
          '',
          '1. Pools upgrade **online**, one replica at a time, and stop by themselves when data would be at risk.',
          '2. The chart installs single components, so a cluster with Local PV alone needs three pods instead of eleven.',
        ].join('\n'),
      },
      {
        do: 'reword',
        id: 'openebs-2878',
        text: 'Storage pools of API version `v1alpha1` are no longer served. Run the migration job while 1.9 is still installed; it takes about a minute per pool and does not interrupt volumes.',
      },
      {
        do: 'merge',
        ids: ['openebs-2868', 'openebs-2870'],
        text: '**Node plugin and NDM:** Volume expansions finish after a restart of the node plugin, and hot-plugged disks are found without one.',
      },
      {
        do: 'reword',
        id: 'openebs-2874',
        text: 'Local PV volumes are placed by the scheduler alone again. Spreading them by free capacity, which came with 1.9.0, filled small nodes first when several claims were made at once.',
      },
    ],
  },
  {
    product: 'openebs',
    version: '1.11.0',
    facts: {
      compatibility: { kubernetes: '1.29 to 1.33' },
      known: [{ id: 'known-2', module: 'openebs', found: '2026-06-09', fixedBy: 'openebs-2914' }],
      updates: [
        { at: '2026-06-11T15:30:00+00:00', text: 'Withdrawn: replicas can lose writes. Use 1.11.1.' },
      ],
    },
    withdraw: {
      reason:
        'When several volumes of a pool are rebuilt at once, a replica can be called healthy too early and lose writes.',
      use: '1.11.1',
    },
    edits: [
      {
        do: 'add',
        section: 'known',
        text: 'When several volumes of a pool are rebuilt at once, a replica can be called healthy before its last block is copied, and lose writes. Workaround: set `spec.rebuild: paused` on all volumes of the pool but one, until 1.11.1 is installed. {#known-2}',
      },
      {
        do: 'reword',
        id: 'openebs-2901',
        text: 'Several volumes of a cStor pool are rebuilt at once.',
      },
    ],
  },
  {
    product: 'openebs',
    version: '1.11.1',
    edits: [
      {
        do: 'introduce',
        text: 'Upgrade from 1.11.0 at once. Clusters that never ran 1.11.0 are not affected.',
      },
    ],
  },
  {
    product: 'openebs',
    version: '1.9.1',
    entries: { 'openebs-2872': { security: { severity: 'medium', since: '1.9.0' } } },
  },
  {
    product: 'openebs',
    version: '1.12.0',
    facts: {
      known: [
        { id: 'known-3', module: 'openebs', found: '2026-09-16' },
        { id: 'known-4', module: 'openebs', since: '1.11.0', found: '2026-09-21' },
      ],
    },
    entries: { 'openebs-2925': { security: { severity: 'low' } }, 'openebs-2935': { removalIn: '1.14.0' } },
    edits: [
      {
        do: 'add',
        section: 'highlights',
        text: [
          '### Thin volumes for Local PV',
          '',
          'Volumes on LVM groups take only the room that is used, the scheduler knows what is free, and a warning comes before a pool overflows.',
          '',
          '### A dashboard that comes with the chart',
          '',
          '![Latency, throughput and capacity of three volumes over a day](1.12.0/dashboard.png)',
        ].join('\n'),
      },
      {
        do: 'add',
        section: 'known',
        text: 'A thin pool on more than 64 physical volumes tells its free space only after a restart of the node agent. Workaround: restart the agent of the node when you have added disks: `kubectl rollout restart ds/openebs-agent`. {#known-3}',
      },
      {
        do: 'add',
        section: 'known',
        text: 'The metric `openebs_namespace_cost` counts volumes twice whose storage class was renamed. {#known-4}',
      },
    ],
  },
];
