import type { TagRef } from '../sources/git/refs.ts';

/** A tag as a repository has it. */
export type TagFact = Pick<TagRef, 'name' | 'kind' | 'target'>;

/** What a branch went through itself, along first parents. */
export interface LineFact {
  /** Names of tags on it. */
  tagged: readonly string[];
  /** The first lines of its merges, the newest first. */
  merges: readonly string[];
}

/** Everything that a clone shows of how its project works: what proposals are made from. */
export interface RepositoryFacts {
  /** As a person calls it: "openebs". */
  name: string;
  /** The module's name, where it was given as MODULE=PATH. */
  module: string | null;
  /** Its folder, absolute. */
  folder: string;
  /** The address that it is a mirror of; null for a clone that a person keeps. */
  address: string | null;
  /** "owner/name" on GitHub, where its "origin" tells. */
  github: string | null;
  /** Its "origin" is on another host: handles in its files are none of GitHub's. */
  elsewhere: boolean;
  tags: readonly TagFact[];
  /** Names without the remote, each once. */
  branches: readonly string[];
  /** The branch that HEAD names, or the first of the usual ones. */
  head: string | null;
  /** By branch, for those that releases may be cut from. */
  lines: ReadonlyMap<string, LineFact>;
  /** Paths of all files as the main branch has them; null where the clone does not hold them. */
  files: readonly string[] | null;
  /** What the files say that tell of pipelines, charts and people, by path. */
  texts: ReadonlyMap<string, string>;
}

/** Something that is proposed, with why in one sentence that reads on after "because". */
export interface Proposed<Value> {
  value: Value;
  because: string;
}
