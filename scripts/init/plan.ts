import type { Stage } from '../../src/records/index.ts';
import type { PatternGuess } from '../parse/tag-patterns.ts';
import type { RepositoryFacts } from './facts.ts';

/** A module as it is proposed, before its tags and branches are settled. */
export interface ModuleDraft {
  id: string;
  facts: RepositoryFacts;
  /** The folder of the repository that is the module; null for all of it. */
  path: string | null;
  /** Its own naming of tags, where the repository has several. */
  patterns: string[] | null;
  /** Namings of its parts, which are none of its own. */
  ofParts: readonly string[];
  /** Why it is a module. */
  because: string;
}

/** A product as it is proposed. */
export interface ProductDraft {
  id: string;
  because: string;
  modules: ModuleDraft[];
  /** The module whose tags are the product's releases. */
  lead: string;
  leadBecause: string;
}

/** A module as the policy will have it, each value with why. */
export interface PlannedModule {
  id: string;
  /** Its clone, and the address where that is a mirror. */
  folder: string;
  address: string | null;
  github: string | null;
  path: string | null;
  branch: string | null;
  staging: string | null;
  tags: string[];
  ignored: PatternGuess['ignored'];
  /** The folder of the chart that holds the product together; the lead's alone. */
  chart: string | null;
  /** One sentence for each field that has one. */
  because: Partial<Record<'id' | 'branch' | 'staging' | 'tags' | 'chart', string>>;
}

/** Somebody who holds a role, by a handle on GitHub. */
export interface PlannedHolder {
  handle: string;
  /** The modules that it is for; null for all. */
  modules: string[] | null;
}

/** A role, and who holds it. */
export interface PlannedRole {
  id: string;
  people: PlannedHolder[];
  because: string;
}

/** Everything that a policy and a product's page are written from. */
export interface PlannedProduct {
  id: string;
  name: string;
  summary: string;
  website: string | null;
  /** Customers may follow links into the repositories. */
  publicLinks: boolean;
  timeZone: string;
  versioning: 'semver' | 'major-minor';
  annotatedTags: boolean;
  lead: string;
  modules: PlannedModule[];
  releaseBranches: string[];
  stages: Stage[];
  roles: PlannedRole[];
  /** The day from which on roles are held. */
  since: string;
  /** Charts in it that others build. */
  parts: string[];
  because: Readonly<Record<string, string | undefined>>;
}
