import { z } from 'zod';
import { VersionSchema } from '../../records/values.ts';
import { type PublicIssue, PublicIssueSchema } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { AffectedSchema, affectedOf, type VersionOrder, versionOrder } from './affected.ts';
import { carriersOf, type Telling, tellingsById } from './carriers.ts';
import { type Descent, descentOf } from './descent.ts';
import { fixedInOf } from './fixed-in.ts';
import { latestRelease, ReleaseReferenceSchema, referencesOf, referenceTo } from './release-reference.ts';

/** Something that is known to be wrong. */
export const KnownIssueRowSchema = z.strictObject({
  release: ReleaseReferenceSchema.describe('The release whose note tells of it.'),
  issue: PublicIssueSchema.describe('The issue, as its release tells of it.'),
  affects: AffectedSchema.describe('Releases that have it.'),
  fixedIn: z
    .array(ReleaseReferenceSchema)
    .describe('The first release without it on each line of history that had it.'),
  open: z.boolean().describe('The latest release has it, or no release is free of it yet.'),
});
export type KnownIssueRow = z.infer<typeof KnownIssueRowSchema>;

/** All of a product's: open ones first, then by the day on which they were found, the newest first. */
export const KnownIssueTableSchema = z.strictObject({
  rows: z.array(KnownIssueRowSchema).describe('Open ones first, then the last found first.'),
  latest: VersionSchema.nullable().describe('The release that states are told for.'),
});
export type KnownIssueTable = z.infer<typeof KnownIssueTableSchema>;

/** Tells of each known issue which releases have it, and which are free of it. */
export function knownIssueTable(releases: readonly PublicRelease[]): KnownIssueTable {
  const latest = latestRelease(releases)?.version ?? null;
  const context = {
    releases,
    latest,
    descent: descentOf(releases),
    byId: tellingsById(releases, fixesOf(releases)),
    order: versionOrder(releases),
    named: referencesOf(releases),
  };
  const rows = releases.flatMap((release) => release.known.map((issue) => rowOf(release, issue, context)));
  return { rows: rows.sort(mostUrgentFirst), latest };
}

/** The changes that fix known issues. */
function fixesOf(releases: readonly PublicRelease[]): string[] {
  return releases.flatMap(({ known }) => known.flatMap(({ fixedBy }) => fixedBy ?? []));
}

interface Context {
  releases: readonly PublicRelease[];
  latest: string | null;
  descent: Descent;
  byId: ReadonlyMap<string, Telling[]>;
  order: VersionOrder;
  named: ReturnType<typeof referencesOf>;
}

function rowOf(release: PublicRelease, issue: PublicIssue, context: Context): KnownIssueRow {
  const { descent, byId, releases, latest, order, named } = context;
  const having = descent.grownFrom([issue.since]);
  const mended = issue.fixedBy === null ? new Set<string>() : carriersOf(issue.fixedBy, byId, descent);
  const free = mended.union(descent.grownFrom(issue.fixedIn)).intersection(having);
  const affected = having.difference(free);
  return {
    release: referenceTo(release),
    issue,
    affects: affectedOf(affected, order),
    fixedIn: named(fixedInOf(free, descent, releases)),
    open: free.size === 0 || (latest !== null && affected.has(latest)),
  };
}

function mostUrgentFirst(a: KnownIssueRow, b: KnownIssueRow): number {
  if (a.open !== b.open) return a.open ? -1 : 1;
  if (a.issue.found !== b.issue.found) return a.issue.found < b.issue.found ? 1 : -1;
  return 0;
}
