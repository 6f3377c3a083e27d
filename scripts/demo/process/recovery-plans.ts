/** A plan for the case that a release fails, as somebody filled it in. */
export interface SampleRecovery {
  product: string;
  version: string;
  /** The release that is put back. */
  previous: string;
  onCall: readonly string[];
  /** Steps after the previous release was put back, or before. */
  steps: readonly string[];
  special: string;
  irreversible?: true;
  stateful?: readonly string[];
}

const STATEFUL = ['strimzi-kafka-operator', 'redis'];
const DIRECTOR = { product: 'director', onCall: ['sre', 'priya-shah'], stateful: STATEFUL } as const;
const OPENEBS = { product: 'openebs', onCall: ['sre'] } as const;
const LITMUS = { product: 'litmus', onCall: ['priya-shah', 'qa'] } as const;
const QUEUES = 'Kafka and Redis stay at their versions; queues are not emptied by a roll back.';

/** All of them. The release that is open today has only its template. */
export const RECOVERY_PLANS: readonly SampleRecovery[] = [
  {
    ...DIRECTOR,
    version: '1.24.0',
    previous: '1.23.1',
    steps: ['Tell administrators that roles are those of the whole account again.'],
    special: `Roles by project are read from a new table. ${QUEUES}`,
  },
  {
    ...DIRECTOR,
    version: '1.24.1',
    previous: '1.24.0',
    steps: [
      'Put the Strimzi operator back to 0.45.0 before the charts, and wait until all brokers are in sync.',
    ],
    special: 'Kafka moves to 0.45.1: brokers restart one by one. Redis stays.',
  },
  { ...DIRECTOR, version: '1.25.0', previous: '1.24.0', steps: [], special: QUEUES },
  {
    ...DIRECTOR,
    version: '1.25.1',
    previous: '1.25.0',
    steps: ['Stop restores that are under way; they can be begun again.'],
    special: QUEUES,
  },
  {
    ...DIRECTOR,
    version: '1.26.0',
    previous: '1.25.1',
    steps: ['Restore the table of prices from the backup that the upgrade job takes before it migrates it.'],
    special: `Prices are migrated when the server starts, and 1.25.1 cannot read them after that. ${QUEUES}`,
    irreversible: true,
  },
  {
    ...DIRECTOR,
    version: '1.26.1',
    previous: '1.26.0',
    steps: [
      'Put Redis back to 20.2.1 first: its new files cannot be read by the old one, so its volume is restored from the snapshot of the same morning.',
    ],
    special: 'Redis moves to 20.6.3. Sessions are lost when it is put back. Kafka stays.',
    irreversible: true,
  },
  { ...DIRECTOR, version: '1.26.2', previous: '1.26.1', steps: [], special: QUEUES },
  {
    ...OPENEBS,
    version: '1.11.0',
    previous: '1.10.1',
    steps: ['Let rebuilds that are under way end before the control plane is put back.'],
    special: 'None.',
  },
  {
    ...OPENEBS,
    version: '1.11.1',
    previous: '1.10.1',
    steps: ['Never put 1.11.0 back: its parallel rebuilds lose writes.'],
    special: 'Replicas that were rebuilt with 1.11.0 are compared block by block after the upgrade.',
  },
  {
    ...OPENEBS,
    version: '1.12.0-RC1',
    previous: '1.11.1',
    steps: ['Delete test clusters; candidates are not put back.'],
    special: 'None.',
  },
  {
    ...OPENEBS,
    version: '1.12.0',
    previous: '1.11.1',
    steps: ['Thin pools cannot be read by 1.11.1: restore their volumes from a snapshot on a thick pool.'],
    special: 'Thin pools are new. Whoever has made one cannot go back without a copy of its volumes.',
    irreversible: true,
  },
  { ...LITMUS, version: '1.4.1', previous: '1.4', steps: [], special: 'None.' },
  {
    ...LITMUS,
    version: '1.5',
    previous: '1.4.1',
    steps: ['Turn the switch that pauses every experiment before anything else is touched.'],
    special: 'None.',
  },
  {
    ...LITMUS,
    version: '1.6',
    previous: '1.5',
    steps: ['Sign-in falls back to the passwords of 1.5, which are kept for a month.'],
    special: 'Tokens of the old command line client end with the upgrade and do not come back.',
  },
];
