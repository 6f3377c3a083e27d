import type { EnvironmentTimeline } from '../history/deployments/drift.ts';
import type { Policy } from '../records/index.ts';
import type { Dossier } from '../verdict/dossier.ts';
import type { ReleaseClaims } from './claims.ts';

/** What has to be known of a release before its dossier is opened: the table of its commits tells it. */
export interface ReleaseOutline {
  /** When it was tagged. */
  date: string;
  /** The release that it was made on top of; null for the first. */
  previous: string | null;
  /** Every change whose commits it brings, those that no note tells of and those that were taken back included. */
  changes: readonly { id: string; module: string }[];
  /** Ids of the modules that moved with it. */
  moved: ReadonlySet<string>;
}

/** The records of a product, each read when something is asked of it. */
export interface ProductRecords extends ReleaseRecords {
  policy: Policy;
  /** The environments that are asked about. */
  environments: readonly EnvironmentTimeline[];
  /** All releases that have a dossier, in no order. */
  versions: readonly string[];
  /** What a dossier claims, in short; null for a release that the ledger does not know. */
  claimsOf(version: string): ReleaseClaims | null;
}

/** The records of single releases. */
export interface ReleaseRecords {
  /** Null for a release that the ledger does not know, and for one that was opened and not harvested. */
  outlineOf(version: string): ReleaseOutline | null;
  /** Null for a release that the ledger does not know. The moment of its judgement is of no account. */
  dossierOf(version: string): Dossier | null;
}

/** A release and those that it was made on top of, the newest first. A circle in broken records ends. */
export function* chainOf(
  version: string,
  { outlineOf }: Pick<ProductRecords, 'outlineOf'>,
): Generator<string> {
  const passed = new Set<string>();
  for (let next: string | null = version; next !== null && !passed.has(next); ) {
    passed.add(next);
    yield next;
    next = outlineOf(next)?.previous ?? null;
  }
}
