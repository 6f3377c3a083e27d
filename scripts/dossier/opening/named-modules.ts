import path from 'node:path';
import type { z } from 'zod';
import {
  DigestSchema,
  Fault,
  leadOf,
  type Module,
  ObjectIdSchema,
  type OpenedModuleSchema,
  type Policy,
  SlugSchema,
  VersionSchema,
} from '../../../src/records/index.ts';
import { knownModule } from '../known-module.ts';

/** A module as a release is opened with it. */
export type OpenedModule = z.infer<typeof OpenedModuleSchema>;

/** What modules are held against. */
export interface ModuleReading {
  policy: Policy;
  /** The release's own version, which the lead module has. */
  version: string;
  /** The content folder, from which the clones' paths count. */
  content: string;
}

/** Reads `ID=VERSION@COMMIT[@DIGEST]`, one for each module. Throws a Fault that says what to write. */
export function readModules(texts: readonly string[], reading: ModuleReading): OpenedModule[] {
  return onlyOnce(
    texts.map((text) => readModule(text, reading)),
    '--module',
  );
}

/** Reads `NAME=VERSION` of parts that others build, by the names of their charts. */
export function readThirdParties(texts: readonly string[], { policy }: ModuleReading): OpenedModule[] {
  const parts = texts.map((text): OpenedModule => {
    const [, id = '', version = ''] = /^([^=]+)=([^=@]+)$/.exec(text) ?? [];
    if (!SlugSchema.safeParse(id).success || !VersionSchema.safeParse(version).success)
      throw new Fault(`--third-party ${text}: expected NAME=VERSION`, { hint: 'For example kafka=0.45.0.' });
    if (policy.modules.some((module) => module.id === id))
      throw new Fault(`--third-party ${text}: ${id} is a module that is built here`, {
        hint: `Write --module ${id}=VERSION@COMMIT.`,
      });
    return { id, version, thirdParty: true };
  });
  return onlyOnce(parts, '--third-party');
}

function readModule(text: string, reading: ModuleReading): OpenedModule {
  const [, id = '', version = '', commit = '', digest] =
    /^([^=]+)=([^@]+)@([^@]+)(?:@([^@]+))?$/.exec(text) ?? [];
  if (id === '')
    throw new Fault(`--module ${text}: expected ID=VERSION@COMMIT[@DIGEST]`, {
      hint: `For example ${leadOf(reading.policy).id}=1.4.0@$(git rev-parse HEAD).`,
    });
  const module = knownModule(id, reading.policy, 'A part that others build is --third-party NAME=VERSION.');
  requireVersion(module, version, reading);
  requireDigest(text, digest);
  return {
    id,
    version,
    commit: fullCommit(commit, module, reading),
    ...(digest !== undefined && { digest }),
  };
}

function requireVersion({ id }: Module, version: string, { policy, version: release }: ModuleReading): void {
  if (!VersionSchema.safeParse(version).success)
    throw new Fault(`--module ${id}: "${version}" is no version`, { hint: 'Write one such as 1.9.0.' });
  if (id === leadOf(policy).id && version !== release)
    throw new Fault(`--module ${id}=${version}: its tag makes the release, which is opened as ${release}`, {
      hint: `Write --module ${id}=${release}@COMMIT, or --release ${version}.`,
    });
}

/** Votes are bound to it: what is short today may be another commit tomorrow. */
function fullCommit(commit: string, { id, repository }: Module, { content }: ModuleReading): string {
  const isNumber = /^\d+$/.test(commit);
  if (!isNumber && ObjectIdSchema.safeParse(commit).success) return commit;
  const clone = path.resolve(content, repository);
  const what = isNumber ? 'is a number' : /^[0-9a-f]{4,39}$/i.test(commit) ? 'is abbreviated' : 'is none';
  throw new Fault(`--module ${id}: expected a commit's 40 lower-case hex digits, and "${commit}" ${what}`, {
    hint: `In full it is told by: git -C ${clone} rev-parse '${commit.replaceAll("'", '')}^{commit}'`,
  });
}

function requireDigest(text: string, digest: string | undefined): void {
  if (digest === undefined || DigestSchema.safeParse(digest).success) return;
  throw new Fault(`--module ${text}: expected a digest such as "sha256:…" with 64 hex digits`, {
    hint: "An image's digest in a registry is told by: docker image inspect --format '{{.RepoDigests}}' IMAGE",
  });
}

function onlyOnce(modules: OpenedModule[], option: string): OpenedModule[] {
  const ids = modules.map(({ id }) => id);
  const again = ids.find((id, index) => ids.indexOf(id) !== index);
  if (again === undefined) return modules;
  throw new Fault(`${option} names ${again} twice`, { hint: 'Write it once.' });
}
