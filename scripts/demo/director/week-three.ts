import { bump, pull } from '../pull-request.ts';
import type { ReleaseDay } from './release-day.ts';

/** 21 to 25 September. */
export const WEEK_THREE: readonly ReleaseDay[] = [
  {
    date: '2026-09-21',
    version: '1.25.0',
    promotion: 451,
    api: {
      version: '0.35.0',
      pulls: [
        pull(676, 'ayo', 'feat(backup): restore into another cluster'),
        pull(677, 'tomasz', 'feat(alerts): quiet hours'),
        pull(678, 'meera-k', 'fix(reports): include pools of the current week in the forecast'),
      ],
    },
    web: {
      version: '0.22.0',
      pulls: [
        pull(940, 'sana', 'feat(backup): choose the cluster for a restore'),
        pull(941, 'lin', 'feat(alerts): calendar for quiet hours'),
        pull(942, 'diego', 'fix(a11y): name every button that shows only an icon'),
      ],
    },
    agent: {
      version: '0.14.0',
      pulls: [
        pull(347, 'jonas-b', 'feat(agent): work behind a proxy'),
        pull(348, 'diego', 'chore: smaller base image'),
      ],
    },
    umbrella: [pull(449, 'priya-s', 'feat(chart): memory limits by size of the installation')],
  },
  {
    date: '2026-09-22',
    version: '1.25.1',
    promotion: 455,
    api: {
      version: '0.35.1',
      pulls: [
        pull(681, 'ayo', 'fix(backup): take node names of the new cluster in a restore'),
        pull(682, 'tomasz', 'fix quiet hours across midnight'),
      ],
    },
    web: {
      version: '0.22.1',
      pulls: [pull(945, 'sana', 'fix(backup): restore progress stuck at 99 percent')],
    },
  },
  {
    date: '2026-09-23',
    version: '1.26.0',
    promotion: 459,
    api: {
      version: '0.36.0',
      pulls: [
        pull(686, 'meera-k', 'feat(costs): share of every team in storage costs'),
        pull(687, 'ayo', 'deps: move to the new client of Kafka'),
        pull(688, 'tomasz', 'Deprecate the v1 alert endpoints', {
          body: 'They keep working until the end of the year.',
        }),
      ],
    },
    web: {
      version: '0.23.0',
      pulls: [
        pull(948, 'lin', 'feat(costs): page for storage costs by team'),
        pull(949, 'diego', 'feat(theme): high contrast'),
        pull(950, 'sana', 'test: restore from start to end in a browser'),
      ],
    },
    agent: {
      version: '0.14.1',
      pulls: [
        pull(351, 'jonas-b', 'fix(agent): trust the certificates of the proxy'),
        bump(352, 'google.golang.org/grpc', '1.69.2', '1.71.0'),
      ],
    },
  },
  {
    date: '2026-09-24',
    version: '1.26.1',
    promotion: 463,
    api: {
      version: '0.36.1',
      pulls: [pull(691, 'meera-k', 'fix(costs): count claims without a team once')],
    },
    umbrella: [
      pull(461, 'priya-s', 'fix(chart): leave alert rules out where monitoring is off'),
      bump(462, 'redis', '20.2.1', '20.6.3', { folder: 'charts/director' }),
    ],
    charts: { redis: '20.6.3' },
  },
  {
    date: '2026-09-25',
    version: '1.26.2',
    promotion: 467,
    web: {
      version: '0.23.1',
      pulls: [
        pull(953, 'lin', 'fix(costs): write the currency into the export'),
        pull(954, 'diego', 'perf: load charts only when they are seen'),
      ],
    },
    agent: {
      version: '0.14.2',
      pulls: [pull(355, 'jonas-b', 'fix(agent): memory limit for metrics that wait for the server')],
    },
  },
];
