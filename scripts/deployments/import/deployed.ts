import { type DeployedModule, type Module, type Policy, VersionSchema } from '../../../src/records/index.ts';
import { known } from '../../parse/report/report-values.ts';
import type { ObservedDeployment } from '../observed.ts';
import type { KnownRelease, ModuleState, ReleaseOf } from './known-releases.ts';
import { deploysAll } from './module-of.ts';

/** One way in which a source names what it deployed. */
export interface Clue extends ModuleState {
  /** The sentence that versionFrom begins with: "Helm's revision 3 has chart director-1.26.3". */
  says: string;
}

/** What a source says of one deployment of a module. */
export interface Told {
  module: Module;
  /** The best one first. */
  clues: readonly Clue[];
  at: string;
  chart?: string | undefined;
  revision?: number | undefined;
  /** The module's commit, where the source itself names it: a tag may have been moved since. */
  commit?: string | undefined;
  /** Digests of images that run since, by module; absent where they are not known. */
  digests?: ReadonlyMap<string, string> | undefined;
}

/** What runs from then on. */
export type Deployed = Pick<ObservedDeployment, 'version' | 'versionFrom' | 'part' | 'modules'>;

/** Turns a source's clues into the product's version and its modules; null where nothing tells a version. */
export function deployedBy(told: Told, policy: Policy, releaseOf: ReleaseOf): Deployed | null {
  for (const clue of told.clues) {
    const release = releaseOf(told.module.id, clue, told.at);
    const deployed = release === null ? null : ofRelease(told, clue, release, policy);
    if (deployed !== null) return deployed;
  }
  const clue = told.clues.find(({ version }) => VersionSchema.safeParse(version).success);
  return clue?.version === undefined ? null : ofNoRelease(told, clue.says, clue.version, policy);
}

function ofRelease(told: Told, clue: Clue, release: KnownRelease, policy: Policy): Deployed | null {
  const modules = release.modules.flatMap((one) => {
    const isOwn = one.id === told.module.id;
    const version = one.version ?? (isOwn ? clue.version : undefined);
    if (version === undefined) return [];
    return [deployedModule({ id: one.id, version, commit: one.commit ?? undefined }, told)];
  });
  const own = modules.filter(({ id }) => id === told.module.id);
  if (own.length === 0) return null;
  const { version } = release;
  if (deploysAll(policy, told.module))
    return { version, versionFrom: `${clue.says}, which is release ${version}`, modules: sorted(modules) };
  const which = release.isLater
    ? 'the first release that has it, tagged later'
    : 'the newest release that has it by then';
  return { version, versionFrom: `${clue.says}; ${version} is ${which}`, part: true, modules: own };
}

/** Of a product of several modules only this one is known then. */
function ofNoRelease(told: Told, says: string, version: string, policy: Policy): Deployed {
  const isAll = policy.modules.length === 1;
  const versionFrom = `${says}; the ledger knows no release that has it`;
  const modules = [deployedModule({ id: told.module.id, version, commit: undefined }, told)];
  return { version, versionFrom, ...(!isAll && { part: true as const }), modules };
}

interface Standing {
  id: string;
  version: string;
  commit: string | undefined;
}

function deployedModule({ id, version, commit }: Standing, told: Told): DeployedModule {
  const isOwn = id === told.module.id;
  const digest = told.digests?.get(id);
  const { chart, revision, commit: deployed } = isOwn ? told : {};
  return { id, version, ...known({ digest, chart, revision, commit: deployed ?? commit }) };
}

function sorted(modules: readonly DeployedModule[]): DeployedModule[] {
  return [...modules].sort((a, b) => (a.id < b.id ? -1 : 1));
}
