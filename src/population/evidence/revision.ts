import type { DeployedModule } from '../../records/index.ts';
import { hasDigest, type ShippingModule } from '../../verdict/shipping.ts';
import type { Proof, RevisionEvidence } from '../row.ts';
import type { DeployedRelease } from './deployed-release.ts';
import { runsFor } from './tests.ts';

/** Nothing is known of what ran. */
export const NO_REVISION: RevisionEvidence = {
  imageDeployed: null,
  imagesTested: [],
  imageMatches: 'unproven',
  commitDeployed: null,
  commitReleased: null,
};

/** The image and the commit of a module that run, against those that were tested and released. */
export function revisionOf(deployed: DeployedRelease, module: string): RevisionEvidence {
  const ran = deployedModule(deployed, module);
  const ships = deployed.homeOf(module)?.shipping.modules.get(module);
  return {
    imageDeployed: ran?.digest ?? null,
    imagesTested: imagesTested(deployed, module, ships),
    imageMatches: imageMatches(ran, ships),
    commitDeployed: ran?.commit ?? null,
    commitReleased: ships?.commits[0] ?? null,
  };
}

/** Whether a module that runs is what its release ships: by its image, its commit, or both. */
export function isReleased(deployed: DeployedRelease, module: string): Proof {
  const ran = deployedModule(deployed, module);
  const ships = deployed.homeOf(module)?.shipping.modules.get(module);
  if (ran === undefined || ships === undefined) return 'unproven';
  const proofs = [imageMatches(ran, ships), commitMatches(ran, ships)];
  if (proofs.includes('no')) return 'no';
  return proofs.includes('yes') ? 'yes' : 'unproven';
}

function deployedModule({ event }: DeployedRelease, module: string): DeployedModule | undefined {
  return event.record.data.modules.find(({ id }) => id === module);
}

function imageMatches(ran: DeployedModule | undefined, ships: ShippingModule | undefined): Proof {
  if (ran?.digest === undefined || ships === undefined || ships.images.length === 0) return 'unproven';
  return hasDigest(ships, ran.digest) ? 'yes' : 'no';
}

function commitMatches({ commit }: DeployedModule, { commits }: ShippingModule): Proof {
  if (commit === undefined || commits.length === 0) return 'unproven';
  return commits.includes(commit) ? 'yes' : 'no';
}

/** What the counted reports on the released commit call their image: not every name that it goes by as well. */
function imagesTested(
  deployed: DeployedRelease,
  module: string,
  ships: ShippingModule | undefined,
): string[] {
  const named = runsFor(deployed, module).flatMap(({ run }) => run.counts.data.digest ?? []);
  const own = named.filter((digest) => ships !== undefined && hasDigest(ships, digest));
  return [...new Set(own)].sort();
}
