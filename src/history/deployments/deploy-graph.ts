import type { ModuleDependency, Policy } from '../../records/index.ts';
import { compareVersions, parseVersion } from '../version-order.ts';

/** Something that a module needs and does not have. */
export interface UnmetRequirement {
  module: string;
  version: string;
  /** The module that it needs. */
  needs: string;
  /** The lowest version that would do; null where any would. */
  atLeast: string | null;
  /** The version that is there; null where there is none. */
  has: string | null;
}

/**
 * In which order modules are deployed: each wave holds those that need only modules of waves before it, and so may be
 * deployed together. Within a wave they stand as in the policy.
 */
export function deploymentOrder({ modules }: Policy): string[][] {
  const waves: string[][] = [];
  const placed = new Set<string>();
  let left = modules;
  while (left.length > 0) {
    const free = left.filter(({ dependsOn = [] }) => dependsOn.every(({ module }) => placed.has(module)));
    const wave = free.length > 0 ? free : left;
    waves.push(wave.map(({ id }) => id));
    for (const { id } of wave) placed.add(id);
    left = left.filter(({ id }) => !placed.has(id));
  }
  return waves;
}

/** What a module needs at a version of it. Nothing for a module that the policy does not name. */
export function requirementsOf(moduleId: string, version: string, { modules }: Policy): ModuleDependency[] {
  const dependencies = modules.find(({ id }) => id === moduleId)?.dependsOn ?? [];
  return dependencies.filter((dependency) => holdsFor(dependency, version));
}

/** What the modules of an environment (version by id) need and do not have, in the order of the policy. */
export function unmetRequirements(modules: ReadonlyMap<string, string>, policy: Policy): UnmetRequirement[] {
  return policy.modules.flatMap(({ id, dependsOn = [] }) => {
    const version = modules.get(id) ?? null;
    return dependsOn.flatMap((needs) => unmet(id, version, needs, modules.get(needs.module) ?? null) ?? []);
  });
}

/**
 * What a module at a version (null where it is not there) misses of one that it may need; null where it misses nothing.
 */
function unmet(
  module: string,
  version: string | null,
  dependency: ModuleDependency,
  has: string | null,
): UnmetRequirement | null {
  if (version === null || !holdsFor(dependency, version)) return null;
  const { module: needs, atLeast = null } = dependency;
  if (has !== null && (atLeast === null || reaches(has, atLeast))) return null;
  return { module, version, needs, atLeast, has };
}

function holdsFor({ since }: ModuleDependency, version: string): boolean {
  return since === undefined || reaches(version, since);
}

/** "1.2" is as high as "1.2.0", though one comes before the other in a list. */
function reaches(version: string, bound: string): boolean {
  return compareVersions(version, bound) >= 0 || rank(version) === rank(bound);
}

function rank(version: string): string {
  const parts = parseVersion(version);
  if (parts === null) return version;
  return JSON.stringify([parts.numbers.join('.').replace(/(?:\.0)+$/, ''), parts.suffix]);
}
