/** A release that somebody opened before its tag was there. */
export interface SampleOpening {
  product: string;
  version: string;
  at: string;
  by: string;
  because: string;
  due?: string;
  promotion?: number;
  scope?: string;
  emergency?: string;
}

const OPENEBS: readonly SampleOpening[] = [
  {
    product: 'openebs',
    version: '1.11.0',
    at: '2026-05-28T06:00:00+00:00',
    by: 'tomasz-zielinski',
    because:
      'Cheaper rebuilds, and costs by namespace. The candidate is released as it is when nothing is found in it.',
  },
  {
    product: 'openebs',
    version: '1.11.1',
    at: '2026-06-11T06:10:00+00:00',
    by: 'tomasz-zielinski',
    because: 'One fix: replicas of 1.11.0 may be called healthy too early (#2912). Nothing else comes along.',
    scope: 'openebs-2914,openebs-2915',
  },
  {
    product: 'openebs',
    version: '1.12.0-RC1',
    at: '2026-08-20T05:30:00+00:00',
    by: 'ayo-bello',
    because: 'The candidate for thin volumes on LVM groups.',
  },
  {
    product: 'openebs',
    version: '1.12.0',
    at: '2026-09-01T05:45:00+00:00',
    by: 'tomasz-zielinski',
    because: 'Thin volumes on LVM groups, and alert rules that come with the chart.',
  },
];

const LITMUS: readonly SampleOpening[] = [
  {
    product: 'litmus',
    version: '1.4.1',
    at: '2026-02-20T10:05:00+00:00',
    by: 'priya-shah',
    because:
      'Viewers can start workflows through the API. Portals that others can reach are open until they have this.',
    emergency: 'INC-214: workflows started by viewers (CVE-2026-90011)',
    scope: 'litmus-portal-1466',
  },
  {
    product: 'litmus',
    version: '1.5',
    at: '2026-03-09T06:00:00+00:00',
    by: 'priya-shah',
    because: 'One switch that pauses every experiment, and reports for auditors.',
  },
  {
    product: 'litmus',
    version: '1.6',
    at: '2026-04-15T05:30:00+00:00',
    by: 'priya-shah',
    because: 'Sign-in with OpenID Connect. The old command line client goes.',
    scope:
      'litmus-1485,litmus-1495,litmus-1498,chaos-operator-1488,chaos-operator-1492,chaos-runner-1497,litmus-portal-1490,litmus-portal-1491,litmus-portal-1494',
  },
];

const DIRECTOR: readonly SampleOpening[] = [
  directorDay('1.24.0', '2026-09-17', 442, 'One role for each project, and search by labels.'),
  directorDay(
    '1.24.1',
    '2026-09-18',
    446,
    'An upgrade stops when a volume cannot be expanded. Kafka moves to 0.45.1.',
  ),
  directorDay(
    '1.25.0',
    '2026-09-21',
    451,
    'Quiet hours, restores into another cluster, and back to how 1.24.0 upgraded.',
  ),
  {
    ...directorDay(
      '1.25.1',
      '2026-09-22',
      455,
      'Restores into another cluster stop at 99 percent: two fixes and nothing else.',
    ),
    emergency: 'INC-0922: restores of two customers stop at 99 percent',
  },
  directorDay(
    '1.26.0',
    '2026-09-23',
    459,
    'Storage costs by team. Tables of prices are migrated at the first start.',
  ),
  directorDay('1.26.1', '2026-09-24', 463, 'Costs of claims without a team, and Redis 20.6.3.'),
  directorDay(
    '1.26.2',
    '2026-09-25',
    467,
    'Currency in exports, and a limit for metrics that wait in the agent.',
  ),
];

/** Opened at half past nine in the morning by whoever is on duty. */
function directorDay(version: string, day: string, promotion: number, because: string): SampleOpening {
  const at = `${day}T04:00:00+00:00`;
  return { product: 'director', version, at, by: 'tomasz-zielinski', because, promotion };
}

/** Releases that were tagged since, in the order of their openings. */
export const OPENINGS: readonly SampleOpening[] = [...LITMUS, ...OPENEBS, ...DIRECTOR].sort((a, b) =>
  a.at < b.at ? -1 : 1,
);
