import { isPrerelease, parseVersion } from '../../src/history/version-order.ts';
import { guessPatterns, versionOfTag } from '../parse/tag-patterns.ts';
import type { Clone } from '../sources/git/client.ts';
import { commitsAdding, namesAt, taggedHistory, timedTags } from '../sources/git/tag-files.ts';
import { firstHolders } from './first-holders.ts';

/** The versions that a clone's tags name. */
export interface TaggedVersions {
  /** When a version was tagged, in seconds since 1970. */
  times: ReadonlyMap<string, number>;
  /** The commit that its tag leads to. */
  commits: ReadonlyMap<string, string>;
}

/** Reads which versions a clone has tags of. `patterns` are the product's; empty: they are guessed. */
export async function taggedVersions(
  clone: Clone,
  patterns: readonly string[],
  product: string,
): Promise<TaggedVersions> {
  const tags = await timedTags(clone);
  const own =
    patterns.length > 0
      ? patterns
      : guessPatterns(
          tags.map(({ name }) => name),
          [product],
        ).patterns;
  const versions = tags.flatMap(({ name, ...tag }) => {
    const version = versionOfTag(name, own);
    return version === null ? [] : [{ version, ...tag }];
  });
  return {
    times: new Map(versions.map(({ version, time }) => [version, time])),
    commits: new Map(versions.map(({ version, commit }) => [version, commit])),
  };
}

/**
 * The versions that brought each file: those whose tags hold it, and the commit that added it, and grew from no other
 * that does. One that a prerelease brought counts for its final version, as reno has it. `root` is the name of the
 * folder that all of them stand in, at any depth.
 */
export async function versionsBringing(
  clone: Clone,
  { commits }: TaggedVersions,
  files: readonly string[],
  root: string,
): Promise<Map<string, string[]>> {
  const { added, folders } = await additions(clone, new Set(files.map(nameOf)), root);
  const first = firstHolders(await taggedHistory(clone), commits, added);
  const held = new Map<string, Set<string>>();
  for (const version of new Set([...first.values()].flat()))
    held.set(version, await namesAt(clone, commits.get(version) ?? '', folders));
  const bringing = (name: string): string[] => {
    // A file of that name may have been there before, and gone by the time of the tag.
    const own = (first.get(name) ?? []).filter((version) => held.get(version)?.has(name) === true);
    return [...new Set(own.map((version) => finalOfPrerelease(version, commits)))];
  };
  return new Map(files.map((file) => [file, bringing(nameOf(file))]));
}

/** The commits that add each file by its name, and all folders that they add to. */
async function additions(
  clone: Clone,
  names: ReadonlySet<string>,
  root: string,
): Promise<{ added: Map<string, string[]>; folders: string[] }> {
  const added = new Map<string, string[]>();
  const folders = new Set<string>();
  for (const { id, files } of await commitsAdding(clone, root))
    for (const file of files.filter((each) => names.has(nameOf(each)))) {
      added.set(nameOf(file), [...(added.get(nameOf(file)) ?? []), id]);
      folders.add(file.slice(0, Math.max(0, file.lastIndexOf('/'))));
    }
  return { added, folders: [...folders] };
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function finalOfPrerelease(version: string, versions: ReadonlyMap<string, unknown>): string {
  if (!isPrerelease(version)) return version;
  const base = numbersOf(version);
  return [...versions.keys()].find((other) => !isPrerelease(other) && numbersOf(other) === base) ?? version;
}

/** "5.0.0" and "5.0" are one version's numbers. */
function numbersOf(version: string): string {
  return (parseVersion(version)?.numbers ?? []).join('.').replace(/(?:\.0)+$/, '');
}
