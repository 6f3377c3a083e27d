const HELM_SOURCE = { repoURL: 'https://charts.example.org', chart: 'director' };

/** An entry of the history: deployment `id` of chart director, an hour after the one before. */
export function entry(id: number, version: string, more: object = {}): object {
  const hour = String(id % 24).padStart(2, '0');
  return {
    id,
    revision: version,
    source: { ...HELM_SOURCE, targetRevision: version },
    deployStartedAt: `2026-03-02T${hour}:00:00Z`,
    deployedAt: `2026-03-02T${hour}:01:30Z`,
    initiatedBy: { username: 'tomasz' },
    ...more,
  };
}

/** The last operation, a sync of chart director at an hour; what is given of the sync stands in it. */
export function operation(phase: string, hour: number, version: string, sync: object = {}): object {
  const time = (minutes: string) => `2026-03-02T${String(hour).padStart(2, '0')}:${minutes}Z`;
  const source = { ...HELM_SOURCE, targetRevision: version };
  return {
    phase,
    message: phase === 'Failed' ? 'one or more objects failed to apply' : '',
    startedAt: time('00:00'),
    ...(phase !== 'Running' && { finishedAt: time('01:30') }),
    operation: {
      initiatedBy: { username: 'tomasz' },
      sync: { revision: version, source, syncStrategy: { hook: {} }, ...sync },
    },
    syncResult: { revision: version, source },
  };
}

/** What the server of Argo CD makes of a rollback. */
export const ROLLBACK = { syncStrategy: { apply: {} } };

/** An application with a history, as kubectl prints it. */
export function application(name: string, history: object[], status: object = {}): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name, namespace: 'argocd' },
    spec: { source: { ...HELM_SOURCE, targetRevision: '1.27.0' } },
    status: { history, ...status },
  };
}
