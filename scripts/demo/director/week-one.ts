import { bump, pull } from '../pull-request.ts';
import type { ReleaseDay } from './release-day.ts';

/** 7 to 11 September. */
export const WEEK_ONE: readonly ReleaseDay[] = [
  {
    date: '2026-09-07',
    version: '1.21.0',
    promotion: 412,
    api: {
      version: '0.31.0',
      pulls: [
        pull(640, 'meera-k', 'feat(clusters): import a cluster with one command'),
        pull(641, 'tomasz', 'feat(alerts): group alerts by volume'),
        pull(643, 'ayo', 'fix(login): keep a session open while somebody works in it'),
      ],
    },
    web: {
      version: '0.18.0',
      pulls: [
        pull(910, 'lin', 'feat(topology): show pools, replicas and claims in one map'),
        pull(911, 'sana', 'fix(charts): draw the capacity chart although a series is empty'),
      ],
    },
    agent: {
      version: '0.12.0',
      pulls: [pull(330, 'jonas-b', 'feat(metrics): collect the latency of every volume')],
    },
    umbrella: [pull(410, 'priya-s', 'feat(chart): node selectors for every component')],
  },
  {
    date: '2026-09-08',
    version: '1.21.1',
    promotion: 416,
    api: {
      version: '0.31.1',
      pulls: [
        pull(646, 'tomasz', 'fix(alerts): keep alerts muted after a restart'),
        bump(647, 'github.com/redis/go-redis', '9.6.1', '9.7.0'),
      ],
    },
    web: {
      version: '0.18.1',
      pulls: [
        pull(914, 'lin', 'fix(topology): the map jumps while data loads'),
        pull(915, 'sana', 'docs: keyboard shortcuts'),
      ],
    },
  },
  {
    date: '2026-09-09',
    version: '1.22.0',
    promotion: 420,
    api: {
      version: '0.32.0',
      pulls: [
        pull(650, 'meera-k', 'feat(reports): capacity forecast for the next ninety days', {
          commits: [
            'feat(reports): daily totals of every pool',
            'feat(reports): forecast from totals',
            'test(reports): seasons and gaps',
          ],
          with: 'ayo',
        }),
        pull(651, 'ayo', 'perf(search): answer from an index, not from every cluster'),
      ],
    },
    web: {
      version: '0.19.0',
      pulls: [
        pull(918, 'lin', 'feat(reports): page with the capacity forecast'),
        pull(919, 'diego', 'fix(login): return to the page that asked for the login'),
        bump(920, 'vite', '5.4.10', '5.4.14'),
      ],
    },
    agent: {
      version: '0.12.1',
      pulls: [pull(333, 'jonas-b', 'fix(metrics): continue counters when a node reboots')],
    },
  },
  {
    date: '2026-09-10',
    version: '1.22.1',
    promotion: 424,
    umbrella: [
      pull(422, 'priya-s', 'fix(chart): place Kafka brokers on different nodes'),
      bump(423, 'redis', '20.1.0', '20.2.1', { folder: 'charts/director' }),
    ],
    charts: { redis: '20.2.1' },
  },
  {
    date: '2026-09-11',
    version: '1.22.2',
    promotion: 428,
    api: {
      version: '0.32.1',
      pulls: [
        pull(654, 'tomasz', 'fix(alerts): name the cluster in mails, not its id'),
        pull(655, 'meera-k', 'refactor(store): one pool of connections'),
        pull(656, 'sana', 'security: refuse tokens of deleted users at once (CVE-2026-90021)', {
          body: 'Tokens are now checked against the user at every call.',
        }),
      ],
    },
    agent: {
      version: '0.12.2',
      pulls: [
        pull(336, 'jonas-b', 'perf(agent): send metrics in batches'),
        pull(337, 'diego', 'fix(agent): retry when the connection is refused'),
      ],
    },
  },
];
