import type { SampleDeployment } from './sample-deployment.ts';

const PRODUCT = 'openebs';
const ACCOUNT = 'openebs-ci';

/** Customers install it themselves: it runs here only to be watched under load for weeks. */
export const OPENEBS_DEPLOYMENTS: readonly SampleDeployment[] = [
  {
    ...{ product: PRODUCT, environment: 'soak', release: '1.11.0', by: ACCOUNT },
    at: '2026-06-04T06:00:00+00:00',
    finished: '2026-06-04T06:12:00+00:00',
  },
  {
    ...{ product: PRODUCT, environment: 'soak', release: '1.10.1', by: 'vikram-nair' },
    at: '2026-06-09T08:30:00+00:00',
    finished: '2026-06-09T08:41:00+00:00',
    rollback: {
      because:
        'A replica was called healthy before it had caught up. 1.10.1 had never run here, and had to be built up.',
      trigger: ['incident', 'lost writes on two volumes'],
      decidedBy: 'vikram-nair',
      detected: '2026-06-08T22:15:00+00:00',
      restored: '2026-06-09T08:41:00+00:00',
      incident: 'https://incidents.example.org/INC-277',
      data: 'Two volumes were restored from the backup of the evening before.',
      bad: true,
    },
  },
  {
    ...{ product: PRODUCT, environment: 'soak', release: '1.11.1', by: ACCOUNT },
    at: '2026-06-12T06:00:00+00:00',
    finished: '2026-06-12T06:11:00+00:00',
  },
  {
    ...{ product: PRODUCT, environment: 'soak', release: '1.12.0', by: ACCOUNT },
    at: '2026-09-09T06:00:00+00:00',
    finished: '2026-09-09T06:20:00+00:00',
    outcome: 'failed',
    because: 'One of nine nodes did not come up.',
  },
];
