import { bump, pull } from '../pull-request.ts';
import type { ReleaseDay } from './release-day.ts';

/** 14 to 18 September; there is none on the 16th, whose changes go out a day later. */
export const WEEK_TWO: readonly ReleaseDay[] = [
  {
    date: '2026-09-14',
    version: '1.23.0',
    promotion: 433,
    api: {
      version: '0.33.0',
      pulls: [
        pull(660, 'ayo', 'feat(backup): schedules for whole namespaces'),
        pull(661, 'tomasz', 'feat(alerts): send alerts to a webhook'),
        pull(662, 'meera-k', 'chore(api): generate the description of all endpoints'),
      ],
    },
    web: {
      version: '0.20.0',
      pulls: [
        pull(924, 'sana', 'feat(backup): form for schedules'),
        pull(925, 'lin', 'feat(tables): keep sorting and filters in the address'),
        pull(926, 'diego', 'fix(tables): open entries with a slash in their names'),
      ],
    },
    umbrella: [pull(431, 'priya-s', 'feat(chart): keep audit records for a year by default')],
  },
  {
    date: '2026-09-15',
    version: '1.23.1',
    promotion: 437,
    api: {
      version: '0.33.1',
      pulls: [
        pull(665, 'ayo', 'fix(backup): end a schedule when its namespace is deleted'),
        bump(666, 'github.com/redis/go-redis', '9.7.0', '9.7.3'),
      ],
    },
    agent: {
      version: '0.13.0',
      pulls: [
        pull(340, 'jonas-b', 'feat(agent): collect logs of storage pods on demand'),
        pull(341, 'diego', 'test(agent): a cluster that is offline for a week'),
      ],
    },
  },
  {
    date: '2026-09-17',
    version: '1.24.0',
    promotion: 442,
    api: {
      version: '0.34.0',
      pulls: [
        pull(669, 'meera-k', 'feat(teams)!: one role for each project', {
          body: 'BREAKING CHANGE: roles that were given for the whole account are read as roles in every project.\nCheck them after the upgrade and take back what is too much.',
        }),
        pull(670, 'tomasz', 'fix(alerts): call each webhook once'),
        pull(671, 'ayo', 'feat(search): find claims by their labels'),
        pull(672, 'sana', 'ci: scan images before they are pushed'),
      ],
    },
    web: {
      version: '0.21.0',
      pulls: [
        pull(929, 'lin', 'feat(teams): page for roles by project'),
        pull(930, 'sana', 'feat(search): labels in the search field'),
        pull(931, 'diego', 'perf(topology): draw only what is on the screen'),
        bump(932, 'vite', '5.4.14', '6.0.11'),
      ],
    },
    agent: {
      version: '0.13.1',
      pulls: [pull(344, 'jonas-b', 'fix(agent): upload logs with colours in them')],
    },
  },
  {
    date: '2026-09-18',
    version: '1.24.1',
    promotion: 446,
    web: {
      version: '0.21.1',
      pulls: [
        pull(935, 'lin', 'fix(teams): keep the last owner of a project'),
        pull(936, 'diego', 'style: one set of icons'),
      ],
    },
    umbrella: [pull(444, 'priya-s', 'fix(chart): stop an upgrade when a volume cannot be expanded')],
    charts: { kafka: '0.45.1' },
  },
];
