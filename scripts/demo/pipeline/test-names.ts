interface Suite {
  /** What is tested. */
  parts: readonly string[];
  /** What is expected of each. */
  words: readonly string[];
}

const SUITES: Readonly<Record<string, Suite>> = {
  director: {
    parts: ['values', 'node selectors', 'memory limits', 'brokers', 'alert rules', 'upgrade hooks'],
    words: ['render', 'keep their defaults', 'refuse what cannot be'],
  },
  'director-api': {
    parts: ['alerts', 'reports', 'teams', 'backups', 'searches', 'quiet hours', 'costs', 'clusters'],
    words: [
      'answer in pages',
      'refuse a viewer',
      'survive a restart',
      'keep their order',
      'name the cluster',
    ],
  },
  'director-web': {
    parts: ['maps', 'tables', 'forms', 'calendars', 'cost pages', 'search fields', 'themes'],
    words: ['draw an empty list', 'keep filters in the address', 'work by keyboard', 'say what failed'],
  },
  'director-agent': {
    parts: ['metrics', 'logs', 'proxies', 'uploads', 'counters'],
    words: ['retry with pauses', 'stay below their limit', 'go on after a restart', 'say who they are'],
  },
  'director suite': {
    parts: [
      'installation',
      'upgrade',
      'backup and restore',
      'alerting',
      'capacity forecast',
      'costs by team',
    ],
    words: ['on one node', 'on three nodes', 'with a proxy', 'after loss of a node', 'with two clusters'],
  },
  openebs: {
    parts: [
      'cstor pool',
      'cstor replica',
      'jiva volume',
      'localpv',
      'ndm',
      'csi driver',
      'webhook',
      'exporter',
    ],
    words: ['starts', 'is deleted', 'comes back after power loss', 'reports errors', 'is upgraded online'],
  },
  'openebs suite': {
    parts: ['database on cstor', 'database on jiva', 'database on localpv', 'snapshot', 'backup', 'upgrade'],
    words: [
      'on three nodes',
      'with one node lost',
      'with a full pool',
      'with two rebuilds',
      'with encryption',
    ],
  },
  litmus: {
    parts: ['network latency', 'disk fill', 'zone loss', 'DNS failure', 'memory stress', 'broker loss'],
    words: ['is injected', 'is cleaned up', 'stays in its namespace'],
  },
  'litmus-portal': {
    parts: ['workflow editor', 'schedule', 'team role', 'report', 'sign-in', 'run list'],
    words: ['shows what is stored', 'refuses a viewer', 'works by keyboard', 'keeps its filters'],
  },
  'chaos-operator': {
    parts: ['engine', 'experiment', 'webhook', 'switch', 'namespace label'],
    words: ['is reconciled', 'is deleted in order', 'says why it was refused', 'survives a restart'],
  },
  'chaos-runner': {
    parts: ['probe', 'retry', 'steady state', 'log', 'score'],
    words: ['is measured', 'passes on its exit code', 'ends in time', 'is written in full'],
  },
  'litmus suite': {
    parts: ['pod delete', 'network loss', 'disk fill', 'node drain', 'probe chain', 'abort'],
    words: ['on one node', 'on three nodes', 'with a quota', 'under load'],
  },
};

/** The first cases of a suite: a later release has those of an earlier one, and more. */
export function caseNames(suite: string, count: number): string[] {
  const { parts, words } = SUITES[suite] ?? { parts: [suite], words: ['works'] };
  const all = words.flatMap((word) => parts.map((part) => `${part} › ${part} ${word}`));
  if (count > all.length) throw new Error(`the sample has ${all.length} cases of ${suite}, not ${count}`);
  return all.slice(0, count);
}
