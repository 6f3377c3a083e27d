import { type DeployedModule, leadOf } from '../../../src/records/index.ts';
import type { Dossier } from '../../../src/verdict/dossier.ts';

/** The modules of a release with their versions and commits, by its tag or, before there is one, by its opening. */
export function releaseModules({ release, opening, policy, version }: Dossier): DeployedModule[] {
  const lead = leadOf(policy.data).id;
  const modules = release?.data.modules ?? opening?.data.modules ?? [];
  return modules.flatMap((module) => {
    if ('thirdParty' in module && module.thirdParty === true) return [];
    const ships = module.id === lead ? version : module.version;
    if (ships == null) return [];
    return [{ id: module.id, version: ships, ...(module.commit != null && { commit: module.commit }) }];
  });
}
