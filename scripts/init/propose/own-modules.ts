import { compareVersions, isPrerelease } from '../../../src/history/version-order.ts';
import { type TagFamily, tagFamilies } from '../../parse/tag-patterns.ts';
import type { RepositoryFacts } from '../facts.ts';
import { slugOf } from '../slug.ts';
import { counted } from './counted.ts';
import { nameInPrefix } from './tags.ts';

/** A part of a repository that has tags of its own. */
export interface OwnModule {
  id: string;
  /** Its folder. */
  path: string;
  /** Its namings of tags, the newest first. */
  patterns: string[];
  because: string;
}

const NOT_SHIPPED =
  /(?:^|\/)(?:tests?|testdata|fixtures|examples?|playground|docs?|vendor|node_modules)(?:\/|$)/i;

/** Parts of a repository that are released by themselves: namings of tags that begin with the name of a folder. */
export function ownModules({ tags, files }: Pick<RepositoryFacts, 'tags' | 'files'>): OwnModule[] {
  if (files === null) return [];
  const folders = foldersOf(files);
  const families = tagFamilies(tags.map(({ name }) => name)).filter(isLiving);
  const found = families.flatMap((family) => moduleOf(family, folders) ?? []);
  const byPath = Map.groupBy(found, ({ path }) => path);
  return [...byPath.values()].map(joined);
}

/** The naming of a part's tags may have changed: "portal@1.0.0", then "portal-v2.0.0". */
function joined(same: readonly FamilyOfModule[]): OwnModule {
  const [largest, ...others] = same.toSorted((a, b) => b.family.tags.length - a.family.tags.length);
  const { id, path, family } = largest as FamilyOfModule;
  const also = others.filter(
    (other) => !other.family.versions.some((version) => family.versions.includes(version)),
  );
  const kept = [family, ...also.map((other) => other.family)].sort((a, b) =>
    compareVersions(newestOf(b), newestOf(a)),
  );
  const tags = kept.reduce((sum, one) => sum + one.tags.length, 0);
  const [newest = family] = kept;
  const because = `${counted(tags, 'tag')} such as ${newest.prefix}${newestOf(newest)} name the folder ${path}`;
  return { id, path, patterns: kept.map(({ prefix }) => `${prefix}{version}`), because };
}

function newestOf({ versions }: TagFamily): string {
  return versions.at(-1) ?? '';
}

interface FamilyOfModule {
  id: string;
  path: string;
  family: TagFamily;
}

function isLiving({ versions }: TagFamily): boolean {
  return versions.length >= 2 && versions.some((version) => !isPrerelease(version));
}

function moduleOf(family: TagFamily, folders: readonly string[]): FamilyOfModule | null {
  const name = nameInPrefix(family.prefix);
  const id = name === null ? null : slugOf(name.split('/').at(-1) ?? '');
  if (name === null || id === null) return null;
  const exact = folders.find((folder) => folder === name);
  const path = exact ?? folders.find((folder) => folder.split('/').at(-1) === name.split('/').at(-1));
  return path === undefined ? null : { id, path, family };
}

/** Folders down to the fourth level, the shallowest first. */
function foldersOf(files: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/').slice(0, -1);
    for (let depth = 1; depth <= Math.min(parts.length, 4); depth += 1)
      folders.add(parts.slice(0, depth).join('/'));
  }
  const shipped = [...folders].filter((folder) => !NOT_SHIPPED.test(folder) && !folder.startsWith('.'));
  return shipped.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
}
