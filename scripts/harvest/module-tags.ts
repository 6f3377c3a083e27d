import { sortByVersion } from '../../src/history/version-order.ts';
import type { Module } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import type { Refs, TagRef } from '../sources/git/refs.ts';
import type { Commit, CommitGraph } from './graph.ts';

/** A tag of a module: the version that it names and where it leads. */
export interface ModuleTag {
  version: string;
  tag: TagRef;
  commit: Commit;
}

/** Each module's own tags, the highest version first. */
export function tagsByModule(
  refs: Refs,
  modules: readonly Module[],
  graph: CommitGraph,
): Map<string, ModuleTag[]> {
  return new Map(modules.map((module) => [module.id, tagsOfModule(refs, module, graph)]));
}

function tagsOfModule(refs: Refs, module: Module, graph: CommitGraph): ModuleTag[] {
  const tags = refs.tags.flatMap((tag) => {
    const version = versionOfTag(tag.name, module.tags);
    const commit = graph.find(tag.target);
    return version === null || commit === undefined ? [] : [{ version, tag, commit }];
  });
  return sortByVersion(tags, (tag) => tag.version).reverse();
}
