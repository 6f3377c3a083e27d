import { z } from 'zod';
import { sectionOf } from '../../records/sections.ts';
import { VersionSchema } from '../../records/values.ts';
import { type PublicEntry, PublicEntrySchema } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { lastingReleases, ReleaseReferenceSchema, referenceTo } from './release-reference.ts';

/** What came of an entry after its release. */
export const ENTRY_FATES = ['stands', 'restored', 'partly', 'withdrawn'] as const;
export type EntryFate = (typeof ENTRY_FATES)[number];

/** A release with what breaks in it, and what it asks its readers to do. */
export const BreakingRowSchema = z.strictObject({
  release: ReleaseReferenceSchema.describe('The release that all of it belongs to.'),
  actionHtml: z.string().describe('What stands under "Action required" besides entries; sanitised.'),
  upgradeNotes: z.boolean().describe('The release has upgrade notes as well.'),
  entries: z
    .array(
      z.strictObject({
        entry: PublicEntrySchema.describe('The entry, as its release tells of it.'),
        fate: z
          .enum(ENTRY_FATES)
          .describe(
            'Whether it still holds: "withdrawn" was taken back, "partly" in part, "restored" came again.',
          ),
      }),
    )
    .describe('What breaks, and what must be done.'),
});
export type BreakingRow = z.infer<typeof BreakingRowSchema>;
export type BreakingEntry = BreakingRow['entries'][number];

/** All of a product's, the newest release first; releases without any are left out. */
export const BreakingTableSchema = z.strictObject({
  rows: z.array(BreakingRowSchema).describe('The newest release first.'),
  changes: z
    .int()
    .nonnegative()
    .describe('How many entries that are; one that several releases tell of counts once.'),
  withdrawn: z.int().nonnegative().describe('How many of them were taken back and did not come again.'),
  since: VersionSchema.nullable().describe('The oldest release that is recorded; null where there is none.'),
});
export type BreakingTable = z.infer<typeof BreakingTableSchema>;

/** Collects what breaks and what must be done, release by release. */
export function breakingTable(releases: readonly PublicRelease[]): BreakingTable {
  const lasting = lastingReleases(releases);
  const rows = lasting
    .map(rowOf)
    .filter(({ entries, actionHtml }) => entries.length > 0 || actionHtml !== '');
  const all = rows.flatMap(({ entries }) => entries);
  const changes = countOf(all);
  const standing = countOf(all.filter(({ fate }) => fate !== 'withdrawn'));
  return { rows, changes, withdrawn: changes - standing, since: lasting.at(-1)?.version ?? null };
}

function rowOf(release: PublicRelease): BreakingRow {
  const under = release.prose.filter(({ heading }) => sectionOf(heading) === 'action');
  return {
    release: referenceTo(release),
    actionHtml: under.map(({ html }) => html).join('\n'),
    upgradeNotes:
      release.prose.some(({ heading }) => sectionOf(heading) === 'upgrade') ||
      release.entries.some(({ section }) => section === 'upgrade'),
    entries: release.entries
      .filter(({ breaking, section }) => breaking || section === 'action')
      .map((entry) => ({ entry, fate: fateOf(entry) })),
  };
}

function countOf(entries: readonly BreakingEntry[]): number {
  return new Set(entries.map(({ entry }) => entry.id ?? entry)).size;
}

/** What came of an entry, by what its note says. */
export function fateOf({ ids, withdrawals }: PublicEntry): EntryFate {
  const gone = new Set(withdrawals.filter((one) => one.restoredIn === null).flatMap((one) => one.ids));
  if (gone.size > 0) return ids.every((id) => gone.has(id)) ? 'withdrawn' : 'partly';
  return withdrawals.length > 0 ? 'restored' : 'stands';
}
