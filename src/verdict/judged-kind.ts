import type { ReleaseKind } from '../records/index.ts';
import type { Dossier } from './dossier.ts';
import { standingEmergency } from './emergency-declaration.ts';
import { previousVersionOf, releaseKind, releaseKindOf } from './release-kind.ts';

/** The kind whose rules a release is held to: one that was declared an emergency wrongly is what its numbers say. */
export function judgedKind(dossier: Dossier): ReleaseKind {
  const kind = releaseKindOf(dossier);
  if (kind !== 'emergency' || standingEmergency(dossier) !== null) return kind;
  return releaseKind(dossier.version, previousVersionOf(dossier), dossier.policy.data, null);
}
