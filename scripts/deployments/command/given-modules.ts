import {
  type DeployedModule,
  DigestSchema,
  Fault,
  type Policy,
  VersionSchema,
} from '../../../src/records/index.ts';
import { knownModule } from '../../dossier/known-module.ts';

const FORM = /^([^=]+)=([^@#]+)(?:@([^@#]+))?(?:#([^@#]+))?$/;

/** Reads `ID=VERSION[@DIGEST][#REVISION]`, one for each module. Throws a Fault that says what to write. */
export function givenModules(texts: readonly string[], policy: Policy): DeployedModule[] {
  const modules = texts.map((text) => givenModule(text, policy));
  const ids = modules.map(({ id }) => id);
  const again = ids.find((id, index) => ids.indexOf(id) !== index);
  if (again !== undefined)
    throw new Fault(`--module names ${again} twice`, { hint: 'An environment runs one version of it.' });
  return modules;
}

function givenModule(text: string, policy: Policy): DeployedModule {
  const [, id, version = '', digest, revision] = FORM.exec(text) ?? [];
  if (id === undefined)
    throw new Fault(`--module ${text}: expected ID=VERSION[@DIGEST][#REVISION]`, {
      hint: `For example ${policy.modules[0]?.id}=1.4.0@sha256:…#7, with Helm's revision behind "#".`,
    });
  knownModule(id, policy);
  if (!VersionSchema.safeParse(version).success)
    throw new Fault(`--module ${text}: "${version}" is no version`, { hint: 'Write one such as 1.9.0.' });
  return {
    id,
    version,
    ...(digest !== undefined && { digest: knownDigest(text, digest) }),
    ...(revision !== undefined && { revision: knownRevision(text, revision) }),
  };
}

function knownDigest(text: string, digest: string): string {
  if (DigestSchema.safeParse(digest).success) return digest;
  throw new Fault(`--module ${text}: expected a digest such as "sha256:…" with 64 hex digits`, {
    hint: "What runs is told by: kubectl get pods -o jsonpath='{..imageID}'",
  });
}

function knownRevision(text: string, revision: string): number {
  if (/^[1-9]\d{0,8}$/.test(revision)) return Number(revision);
  throw new Fault(`--module ${text}: "${revision}" is no revision of Helm's`, {
    hint: 'They count from 1: helm history NAME.',
  });
}

/** Modules as they are known, with what was given in the place of what it contradicts. */
export function withGiven(
  known: readonly DeployedModule[],
  given: readonly DeployedModule[],
): DeployedModule[] {
  const byId = new Map(known.map((module) => [module.id, module]));
  for (const module of given) {
    const before = byId.get(module.id);
    byId.set(module.id, before?.version === module.version ? { ...before, ...module } : module);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
