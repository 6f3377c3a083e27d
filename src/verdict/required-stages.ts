import type { Stage } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { judgedKind } from './judged-kind.ts';

/**
 * Stages that the policy asks for of this kind of release. An emergency needs those that the policy names for one, not
 * the usual ones. Null where the policy is silent.
 */
export function requiredStages(dossier: Dossier): readonly Stage[] | null {
  const { stages, emergency } = dossier.policy.data;
  const kind = judgedKind(dossier);
  const usual = kind === 'emergency' ? emergency.stages : stages.default;
  return stages[kind] ?? usual ?? null;
}
