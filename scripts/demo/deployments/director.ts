import type { SampleDeployment } from './sample-deployment.ts';

const PRODUCT = 'director';
const ACCOUNT = 'director-ci';
const SRE = 'tomasz-zielinski';

/** A day of September 2026 and a time in UTC, as records write it. */
function on(day: number, time: string): string {
  return `2026-09-${String(day).padStart(2, '0')}T${time}:00+00:00`;
}

/** Put into pre-production in the morning, to be tested there. */
function tested(release: string, day: number, time: string): SampleDeployment {
  const [hour = '', minute = ''] = time.split(':');
  const end = `${hour}:${String(Number(minute) + 7).padStart(2, '0')}`;
  return {
    ...{ product: PRODUCT, environment: 'pre-prod', release, by: ACCOUNT },
    at: on(day, time),
    finished: on(day, end),
  };
}

/** Released in the afternoon, step by step. */
function released(
  release: string,
  day: number,
  revision: number,
  first: string,
  last: string,
): SampleDeployment {
  return {
    ...{ product: PRODUCT, environment: 'production', release, by: SRE, revision },
    at: on(day, first),
    finished: on(day, last),
    steps: [
      [10, `${first.slice(0, 3)}40`],
      [50, `${first.slice(0, 3)}48`],
      [100, last],
    ],
  };
}

/** From the day on which deployments are recorded by whoever makes them. Before, only Helm knows. */
export const DIRECTOR_DEPLOYMENTS: readonly SampleDeployment[] = [
  tested('1.23.1', 15, '07:20'),
  tested('1.24.0', 17, '07:15'),
  {
    ...{ product: PRODUCT, environment: 'pre-prod', release: '1.23.1', by: SRE },
    at: on(17, '10:40'),
    finished: on(17, '10:46'),
    rollback: {
      because:
        'The search of 1.24.0 takes three times as long under load. The release is not going out today.',
      trigger: ['person', 'sana-qureshi, after the load test'],
      decidedBy: SRE,
      detected: on(17, '10:12'),
      restored: on(17, '10:46'),
      bad: true,
    },
  },
  {
    ...{ product: PRODUCT, environment: 'pre-prod', release: '1.24.0', by: SRE },
    at: on(17, '12:30'),
    finished: on(17, '12:37'),
    rollback: {
      because: '1.24.0 is back for the night, so that the slow queries can be traced.',
      trigger: ['person', 'meera-krishnan, to trace the queries'],
      decidedBy: SRE,
      bad: false,
    },
  },
  tested('1.24.1', 18, '07:22'),
  tested('1.25.0', 21, '07:12'),
  released('1.25.0', 21, 35, '11:35', '12:05'),
  tested('1.25.1', 22, '07:32'),
  {
    ...{ product: PRODUCT, environment: 'production', release: '1.25.1', by: SRE, revision: 36 },
    at: on(22, '11:33'),
    finished: on(22, '11:43'),
    outcome: 'failed',
    because: 'The hook that migrates schedules waited for a lock and gave up.',
  },
  {
    ...{ product: PRODUCT, environment: 'production', release: '1.25.1', by: SRE, revision: 37 },
    at: on(22, '11:47'),
    finished: on(22, '11:56'),
    because: 'Again, with the nightly report stopped.',
  },
  tested('1.26.0', 23, '07:12'),
  tested('1.26.1', 24, '07:17'),
  released('1.26.1', 24, 38, '11:34', '11:58'),
  {
    ...{ product: PRODUCT, environment: 'production', release: '1.25.1', by: SRE, revision: 39 },
    at: on(24, '12:31'),
    finished: on(24, '12:38'),
    rollback: {
      because: `Every twentieth request ended in an error from 12:05 on: the API asks the agent for a field that agents of
customers do not have yet. Agents are upgraded by customers, so that going forward would have taken days.`,
      trigger: ['metric', 'share of 5xx: 4.1 % against 1 %'],
      decidedBy: SRE,
      detected: on(24, '12:12'),
      restored: on(24, '12:38'),
      incident: 'https://incidents.example.org/INC-318',
      data: 'Schedules that were saved in between are kept. Their new field is ignored by 1.25.1.',
      bad: true,
      publicReason: 'Requests could fail while an agent of an earlier version was connected.',
    },
  },
  tested('1.26.2', 25, '07:12'),
  released('1.26.2', 25, 40, '11:36', '12:02'),
  tested('1.26.3', 28, '08:22'),
  {
    ...{ product: PRODUCT, environment: 'staging', release: '1.26.2', by: ACCOUNT },
    at: on(24, '13:05'),
    finished: on(24, '13:09'),
  },
  {
    ...{ product: PRODUCT, environment: 'staging', release: '1.26.3', by: ACCOUNT },
    at: on(28, '04:40'),
    finished: on(28, '04:45'),
  },
  {
    ...{ product: PRODUCT, environment: 'staging', release: '1.26.3', by: ACCOUNT },
    at: on(28, '09:54'),
    outcome: 'running',
    part: ['director-web=0.23.3-rc.1'],
    because: 'A first look at the new front page.',
  },
];
