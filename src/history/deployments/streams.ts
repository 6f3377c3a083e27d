import type { Deployment } from '../../records/index.ts';

/** A deployment's number in a history that counts. */
export interface StreamPosition {
  /** The history: a release of Helm's, or an application of Argo CD's. */
  stream: string;
  number: number;
}

/**
 * The numbers that a deployment has. Helm's are told by its own history, or by whoever deployed, module by module: both
 * are the same history, for one release of Helm's deploys one module.
 */
export function streamPositions({ modules, sources }: Deployment): StreamPosition[] {
  const ofHelm = modules.flatMap(({ id, revision }) =>
    revision === undefined ? [] : [{ stream: `helm ${id}`, number: revision }],
  );
  const ofArgo = sources.flatMap((source) =>
    source.kind === 'argocd' ? [{ stream: `argocd ${source.application}`, number: source.id }] : [],
  );
  return [...ofHelm, ...ofArgo];
}
