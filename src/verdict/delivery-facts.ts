import type { DeliveredChange, DeliveryFacts } from '../history/delivery/facts.ts';
import type { Change } from '../records/index.ts';
import { type DeclaringDossier, standingEmergency } from './emergency-declaration.ts';
import { remembered } from './remembered.ts';

/** What is asked of a change. */
export type LandedChange = Pick<Change, 'id' | 'module' | 'landedAt'>;

/** Where releases are read, each only when something is asked of it. */
export interface DeliverySource {
  /** Null for a release that was neither harvested nor opened. */
  dossierOf(version: string): DeclaringDossier | null;
  /** The changes of a harvested release, those among them that stand in the dossiers of its prereleases. */
  changesOf(version: string): readonly LandedChange[];
}

/** Answers what metrics of delivery ask about a product's releases. */
export function deliveryFacts(source: DeliverySource): DeliveryFacts {
  const dossierOf = remembered(source.dossierOf);
  const releaseOf = (version: string) => dossierOf(version)?.release?.data ?? null;
  const emergencyOf = (version: string) => {
    const dossier = dossierOf(version);
    return dossier === null ? null : standingEmergency(dossier);
  };
  return {
    changesOf: remembered((version) =>
      releaseOf(version) === null ? [] : source.changesOf(version).map(delivered),
    ),
    previousOf: (version) => releaseOf(version)?.previous ?? null,
    isUnplanned: (version) => emergencyOf(version) !== null,
    declaredAt: (version) => {
      const emergency = emergencyOf(version);
      return emergency === null ? null : Date.parse(emergency.declaredAt);
    },
  };
}

function delivered({ id, module, landedAt }: LandedChange): DeliveredChange {
  return { id, module, committedAt: Date.parse(landedAt) };
}
