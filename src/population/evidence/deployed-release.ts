import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import { asOf } from '../../verdict/as-of.ts';
import type { Dossier } from '../../verdict/dossier.ts';
import { remembered } from '../../verdict/remembered.ts';
import { type Shipping, shippingOf } from '../../verdict/shipping.ts';
import { chainOf, type ReleaseRecords } from '../product-records.ts';

/** A release as it was known at the moment of a deployment. */
export interface KnownThen {
  dossier: Dossier;
  shipping: Shipping;
}

/** A deployment, and what was known of its release when it began. */
export interface DeployedRelease {
  event: DeploymentEvent;
  /** Null for a release that the ledger has no dossier of. */
  release: KnownThen | null;
  /**
   * The release whose reports and votes speak of a module as it was deployed: the last one up to the deployed that moved
   * it. Null where none is known.
   */
  homeOf(module: string): KnownThen | null;
}

/** Opens the dossiers of a deployment, each once and none before it is asked for. */
export function deployedRelease(event: DeploymentEvent, records: ReleaseRecords): DeployedRelease {
  const { version, at } = event.record.data;
  const known = remembered((each): KnownThen | null => {
    const dossier = records.dossierOf(each);
    return dossier === null ? null : knownThen(asOf(dossier, at));
  });
  return {
    event,
    get release() {
      return known(version);
    },
    homeOf: (module) => {
      const home = homeVersion(version, module, records);
      return home === null ? null : known(home);
    },
  };
}

function knownThen(dossier: Dossier): KnownThen {
  return { dossier, shipping: shippingOf(dossier) };
}

/** A module that never moved is what the deployed release says of it. */
function homeVersion(version: string, module: string, records: ReleaseRecords): string | null {
  const { outlineOf } = records;
  if (outlineOf(version) === null) return version;
  for (const each of chainOf(version, records)) if (outlineOf(each)?.moved.has(module)) return each;
  return null;
}
