import type { Module } from '../../../src/records/index.ts';
import type { Clone } from '../../sources/git/client.ts';
import type { Commit, CommitGraph } from '../graph.ts';
import type { PlatformFacts } from './facts.ts';

/** What the platform knows of one repository, and a way to ask for more. */
export interface Platform {
  facts: PlatformFacts;
  /** Whether only some may read the repository; null where that is not known. */
  isPrivate: boolean | null;
  /** Asks for what telling and recording the changes of these landings needs. */
  ask(landings: readonly Commit[], graph: CommitGraph): Promise<void>;
}

/** Where a harvest learns what no message says. */
export interface PlatformSource {
  /** The platform of a clone that holds these modules; null where none is known or asked. */
  open(modules: readonly Module[], clone: Clone): Promise<Platform | null>;
}

/** Nothing but the clones. */
export const NO_PLATFORM: PlatformSource = { open: async () => null };
