import type { Fault, Module } from '../../../src/records/index.ts';

/** A repository that modules of one product are in, and what was found there. */
export interface RepositoryFacts {
  product: string;
  /** Its modules, each with its place in the policy's list. */
  modules: readonly { module: Module; index: number }[];
  /** As the policy says it: a path or an address. */
  repository: string;
  /** The clone, or the mirror of an address. */
  folder: string;
  found: FoundRepository;
}

export type FoundRepository =
  | { is: 'missing' }
  /** An address that no harvest has fetched yet. */
  | { is: 'unfetched' }
  | { is: 'shallow' }
  | { is: 'unusable'; fault: Fault }
  | ({ is: 'open' } & OpenRepository);

/** A repository that can be read. */
export interface OpenRepository {
  tags: readonly string[];
  /** As the clone names them, those of a remote under its name. */
  branches: readonly string[];
  /** It lacks files, or folders too, until somebody asks for them. */
  partial: boolean;
  /** The address that it was cloned from. */
  origin: string | null;
  /** When it was last fetched, milliseconds since 1970; null where that cannot be told. */
  fetchedAt: number | null;
  /** The lead's chart at its newest release; null where this repository has none to look for. */
  chart: FoundChart | null;
}

/** What was found of the chart that holds a product together. */
export type FoundChart =
  | { is: 'there'; tag: string; dependencies: readonly string[] }
  | { is: 'missing'; tag: string }
  | { is: 'broken'; tag: string; says: string };
