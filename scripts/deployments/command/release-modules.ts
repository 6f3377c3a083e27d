import { earlierVersions } from '../../../src/history/earlier-versions.ts';
import {
  type DeployedModule,
  leadOf,
  type Opening,
  type Policy,
  type Release,
} from '../../../src/records/index.ts';
import { DossierReader } from '../../store/dossier-reader.ts';
import type { LedgerReader } from '../../store/read.ts';
import { withGiven } from './given-modules.ts';

/**
 * The modules of a release with their versions and commits. Before it has a tag, its opening names those that move; the
 * others stay as the newest release before it has them. None for a release that the ledger does not know.
 */
export function releaseModules(reader: LedgerReader, product: string, version: string): DeployedModule[] {
  const { policy } = reader.knownPolicy(product);
  const release = reader.release(product, version);
  if (release !== null) return deployable(release.modules, policy, version);
  const opening = new DossierReader(reader.content, product, version).opening();
  if (opening === null) return [];
  const before = newestBefore(reader, product, version);
  const known = before === null ? [] : deployable(before.modules, policy, before.version);
  return withGiven(known, deployable(opening.data.modules ?? [], policy, version));
}

function newestBefore(reader: LedgerReader, product: string, version: string): Release | null {
  for (const earlier of earlierVersions(reader.versions(product), version)) {
    const release = reader.release(product, earlier);
    if (release !== null) return release;
  }
  return null;
}

type NamedModule = Release['modules'][number] | NonNullable<Opening['modules']>[number];

/** The lead's version is the release's own; third-party parts come with its chart. */
function deployable(modules: readonly NamedModule[], policy: Policy, release: string): DeployedModule[] {
  const lead = leadOf(policy).id;
  return modules.flatMap((module) => {
    const version = module.id === lead ? release : module.version;
    if (version == null || ('thirdParty' in module && module.thirdParty === true)) return [];
    return [{ id: module.id, version, ...(module.commit != null && { commit: module.commit }) }];
  });
}
