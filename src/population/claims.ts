import { digestsIn } from '../verdict/digest-groups.ts';
import type { Dossier } from '../verdict/dossier.ts';
import { ownPullRequest } from '../verdict/own-pull-request.ts';
import { type Shipped, shippedBy } from '../verdict/rollback-facts.ts';
import { type StageRun, stageRuns } from '../verdict/stage-runs.ts';

/** What a dossier claims that other records have to bear out, in short: while they do, it need not be opened. */
export interface ReleaseClaims {
  /** Ids of the changes that were approved for it. */
  scope: readonly string[];
  /** Ids of the changes that have a record. */
  recorded: readonly string[];
  /** Those of them whose pull request the platform does not call merged. */
  unmerged: readonly string[];
  /** How many of its commits no rule accounts for. */
  unresolved: number;
  /** Digests of each image that was pushed for it. */
  pushes: readonly (readonly string[])[];
  shipped: Shipped;
}

/** The claims of a dossier: plain data. */
export function claimsOf(dossier: Dossier): ReleaseClaims {
  const { opening, changes, fates, stages } = dossier;
  return {
    scope: opening?.data.scope ?? [],
    recorded: changes.map(({ data }) => data.id),
    unmerged: changes.filter(isUnmerged).map(({ data }) => data.id),
    unresolved: fates.filter(({ disposition }) => disposition === 'unresolved').length,
    pushes: pushRuns(stages).flatMap(({ attempts }) => attempts.map(({ data }) => digestsIn(data))),
    shipped: shippedBy(dossier),
  };
}

/** Answers by opening each dossier. */
export function claimsFrom(
  dossierOf: (version: string) => Dossier | null,
): (version: string) => ReleaseClaims | null {
  return (version) => {
    const dossier = dossierOf(version);
    return dossier && claimsOf(dossier);
  };
}

/** A change without a pull request of its own is judged by its approval, not by this. */
export function isUnmerged({ data }: Dossier['changes'][number]): boolean {
  const pull = ownPullRequest(data);
  return pull !== null && pull.state !== 'merged';
}

/** Runs that pushed images. */
export function pushRuns(stages: Dossier['stages']): StageRun[] {
  return stageRuns(stages).filter(({ stage }) => stage === 'push');
}
