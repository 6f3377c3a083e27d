import type { EditedNote } from './edited-note.ts';

export const LITMUS_NOTES: readonly EditedNote[] = [
  {
    product: 'litmus',
    version: '1.1',
    facts: { compatibility: { kubernetes: '1.26 to 1.30' } },
  },
  {
    product: 'litmus',
    version: '1.2',
    facts: {
      known: [
        { id: 'known-1', module: 'chaos-operator', found: '2025-12-11', fixedBy: 'chaos-operator-1431' },
      ],
    },
    edits: [
      {
        do: 'add',
        section: 'known',
        text: 'Network rules stay on a node when a network experiment is aborted, and slow down everything on it. Workaround: restart the node, or remove the rules as the documentation shows. {#known-1}',
      },
    ],
  },
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
    entries: { 'litmus-portal-1466': { security: { severity: 'critical' } } },
    edits: [
      {
        do: 'introduce',
        text: 'An emergency release for portals that people outside of your team can reach. It holds one fix and nothing else.',
      },
    ],
  },
  {
    product: 'litmus',
    version: '1.5',
    facts: { compatibility: { kubernetes: '1.28 to 1.32' } },
    entries: {
      'litmus-portal-1466': { security: { severity: 'critical' } },
      'litmus-portal-1481': { removalIn: '1.8' },
    },
  },
  {
    product: 'litmus',
    version: '1.6',
    facts: { compatibility: { kubernetes: '1.29 to 1.33' } },
  },
];
