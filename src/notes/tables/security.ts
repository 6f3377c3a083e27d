import { z } from 'zod';
import { WEAKNESS_SEVERITIES } from '../../records/note.ts';
import { EntryIdSchema, VersionSchema, VulnerabilityIdSchema } from '../../records/values.ts';
import type { PublicRelease } from '../public-release.ts';
import { byHistory } from '../upgrade/plan-upgrade.ts';
import { AffectedSchema, affectedOf, versionOrder } from './affected.ts';
import type { Telling } from './carriers.ts';
import { descentOf } from './descent.ts';
import { fixedInOf } from './fixed-in.ts';
import {
  latestRelease,
  oldestRelease,
  ReleaseReferenceSchema,
  referencesOf,
  referenceTo,
} from './release-reference.ts';
import { bySeverity, RELEASE_STANDINGS, standingOf, type Weakness, weaknessesOf } from './weaknesses.ts';

/** An entry that fixes a vulnerability, or a part of it. */
export const FixSchema = z.strictObject({
  release: ReleaseReferenceSchema.describe('The release whose note tells of it.'),
  id: EntryIdSchema.nullable().describe('The entry; null where it has no id.'),
  title: z.string().describe('Its first line as plain text.'),
  address: z.string().describe('Its place on the site, from the root on.'),
});
export type FixReference = z.infer<typeof FixSchema>;

/** A vulnerability of a product. */
export const SecurityRowSchema = z.strictObject({
  ids: z.array(VulnerabilityIdSchema).describe('CVE and GHSA ids; empty where none was given.'),
  severity: z.enum(WEAKNESS_SEVERITIES).nullable().describe('How bad it is; null where nobody said so.'),
  title: z.string().describe('The first line of the entry that fixed it first, as plain text.'),
  since: z
    .array(VersionSchema)
    .describe('Releases that brought it; empty: every release without the fix counts as affected.'),
  fixes: z.array(FixSchema).describe('Where its fix is told of, oldest first.'),
  affects: AffectedSchema.describe('Releases that have it, judged by history and not by number.'),
  fixedIn: z
    .array(ReleaseReferenceSchema)
    .describe('The first release with the whole fix on each line of history.'),
  latest: z.enum(RELEASE_STANDINGS).nullable().describe('How the latest release stands to it.'),
});
export type SecurityRow = z.infer<typeof SecurityRowSchema>;

/** All of a product's: those of the latest release first, then the newest fix first. */
export const SecurityTableSchema = z.strictObject({
  rows: z.array(SecurityRowSchema).describe('Those of the latest release first, then the newest fix first.'),
  latest: VersionSchema.nullable().describe('The release that states are told for.'),
  since: VersionSchema.nullable().describe('The oldest release that is recorded; null where there is none.'),
});
export type SecurityTable = z.infer<typeof SecurityTableSchema>;

/** A vulnerability and its row. */
export interface SecurityFinding {
  weakness: Weakness;
  row: SecurityRow;
}

/** Tells of each vulnerability who has it, and who is free of it. Takes the findings of the releases. */
export function securityTable(
  releases: readonly PublicRelease[],
  findings = securityFindings(releases),
): SecurityTable {
  return {
    rows: findings.map(({ row }) => row),
    latest: latestRelease(releases)?.version ?? null,
    since: oldestRelease(releases)?.version ?? null,
  };
}

/** The same with every release's standing, in the order of the table. */
export function securityFindings(releases: readonly PublicRelease[]): SecurityFinding[] {
  const latest = latestRelease(releases)?.version ?? null;
  const [descent, order, named] = [descentOf(releases), versionOrder(releases), referencesOf(releases)];
  const findings = weaknessesOf(releases).map((weakness) => {
    const fixes = weakness.tellings.toSorted((a, b) => byHistory(a.release, b.release)).map(fixOf);
    const row: SecurityRow = {
      ids: weakness.ids,
      severity: weakness.severity,
      title: fixes[0]?.title ?? '',
      since: weakness.since,
      fixes,
      affects: affectedOf(weakness.affected, order),
      fixedIn: named(fixedInOf(weakness.fixed, descent, releases)),
      latest: latest === null ? null : standingOf(latest, weakness),
    };
    return { weakness, row };
  });
  return findings.sort((a, b) => mostUrgentFirst(a.row, b.row));
}

function fixOf({ release, entry }: Telling): FixReference {
  return { release: referenceTo(release), id: entry.id, title: entry.title, address: entry.address };
}

function mostUrgentFirst(a: SecurityRow, b: SecurityRow): number {
  const open = Number(b.latest === 'affected') - Number(a.latest === 'affected');
  return open || newest(b).localeCompare(newest(a)) || bySeverity(a, b);
}

function newest({ fixes }: SecurityRow): string {
  return fixes.at(-1)?.release.date ?? '';
}
