import type { Withdrawal } from './edit-notes.ts';
import type { NoteEdit } from './note-edit.ts';

/** What a release manager does to one note after the first harvest. */
export interface EditedNote {
  product: string;
  version: string;
  withdraw?: Withdrawal;
  edits: readonly NoteEdit[];
}

const OPENEBS: readonly EditedNote[] = [
  {
    product: 'openebs',
    version: '1.9.0',
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
    edits: [
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
    withdraw: {
      reason:
        'When several volumes of a pool are rebuilt at once, a replica can be called healthy too early and lose writes.',
      use: '1.11.1',
    },
    edits: [
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
];

const LITMUS: readonly EditedNote[] = [
  {
    product: 'litmus',
    version: '1.3',
    edits: [
      {
        do: 'reword',
        id: 'chaos-runner-1435',
        text: 'Probes of an experiment run one after the other, in the order in which they are written. Set `runMode: parallel` where they have to run side by side.',
      },
      {
        do: 'add',
        section: 'action',
        text: 'Give every user of the portal a role after the upgrade. Until then, everybody is a viewer.',
      },
    ],
  },
  {
    product: 'litmus',
    version: '1.4.1',
    edits: [
      {
        do: 'introduce',
        text: 'An emergency release for portals that people outside of your team can reach. It holds one fix and nothing else.',
      },
    ],
  },
];

const DIRECTOR: readonly EditedNote[] = [
  {
    product: 'director',
    version: '1.22.0',
    edits: [
      {
        do: 'merge',
        ids: ['director-api-650', 'director-web-918'],
        text: '**Capacity forecast:** Director looks ninety days ahead and says which pool will be full first. It needs a week of data before its first forecast.',
      },
      { do: 'remove', id: 'director-web-920' },
    ],
  },
  {
    product: 'director',
    version: '1.24.0',
    edits: [
      {
        do: 'merge',
        ids: ['director-api-671', 'director-web-930'],
        text: '**Search:** Claims are found by their labels, also from the search field.',
      },
    ],
  },
];

/** All of them, in no special order: no two notes are the same. */
export const EDITED_NOTES: readonly EditedNote[] = [...OPENEBS, ...LITMUS, ...DIRECTOR];
