import type { SampleDeployment } from './sample-deployment.ts';

const PRODUCT = 'litmus';
const SRE = 'priya-shah';

/** The hosted portal: not every release, and not always in the right order. */
export const LITMUS_DEPLOYMENTS: readonly SampleDeployment[] = [
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.4', by: SRE, withoutImages: true },
    at: '2026-02-17T06:10:00+00:00',
    finished: '2026-02-17T06:22:00+00:00',
  },
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.4.1', by: SRE },
    at: '2026-02-20T15:40:00+00:00',
    finished: '2026-02-20T15:49:00+00:00',
  },
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.5', by: SRE, part: ['litmus-portal'] },
    at: '2026-03-17T06:05:00+00:00',
    finished: '2026-03-17T06:09:00+00:00',
    because: 'The portal first, so that people see something.',
  },
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.5', by: SRE },
    part: ['chaos-operator', 'chaos-runner', 'litmus'],
    at: '2026-03-17T06:20:00+00:00',
    finished: '2026-03-17T06:31:00+00:00',
    because: 'Asked for by management before everybody had voted.',
  },
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.5', by: SRE },
    at: '2026-07-06T04:30:00+00:00',
    finished: '2026-07-06T06:10:00+00:00',
    migrated: { from: 'gke-europe-1', to: 'gke-europe-2', keptUntil: '2026-07-20' },
    because:
      'The old cluster could not be upgraded any more. It was kept for two weeks, with its traffic mirrored.',
  },
  {
    ...{ product: PRODUCT, environment: 'hosted', release: '1.6', by: SRE },
    at: '2026-08-31T06:00:00+00:00',
    finished: '2026-08-31T06:14:00+00:00',
  },
];
