import { z } from 'zod';
import { sortByVersion } from '../../history/version-order.ts';
import { SlugSchema, VersionSchema } from '../../records/values.ts';
import type { Lineage } from '../lineage.ts';
import { settledTerms } from './settled-terms.ts';

/** Releases of one minor version that work with the same. */
export const CompatibilityRowSchema = z.strictObject({
  from: VersionSchema.describe('The oldest of them.'),
  to: VersionSchema.describe('The newest of them.'),
  releases: z.int().positive().describe('How many releases that are.'),
  works: z.record(SlugSchema, z.string()).describe('What they work with, by the terms of the product.'),
});
export type CompatibilityRow = z.infer<typeof CompatibilityRowSchema>;

/** What a product works with, the newest version first. Prereleases, and releases of which nothing is said, are left out. */
export const CompatibilityTableSchema = z.strictObject({
  rows: z.array(CompatibilityRowSchema).describe('The newest version first.'),
});
export type CompatibilityTable = z.infer<typeof CompatibilityTableSchema>;

/** One row for each minor version, and more where something changes within it. */
export function compatibilityTable(lineage: Lineage): CompatibilityTable {
  const terms = settledTerms(lineage, ({ compatibility }) => compatibility);
  const finals = lineage.releases.filter(({ prerelease }) => !prerelease);
  const rows: CompatibilityRow[] = [];
  let before: string | undefined;
  for (const { version } of sortByVersion(finals, (release) => release.version)) {
    const works = sorted(terms.get(version));
    const group = `${minorOf(version)} ${JSON.stringify(works)}`;
    const row = rows.at(-1);
    if (row !== undefined && group === before) {
      row.to = version;
      row.releases += 1;
    } else rows.push({ from: version, to: version, releases: 1, works });
    before = group;
  }
  return { rows: rows.filter(({ works }) => Object.keys(works).length > 0).reverse() };
}

function sorted(terms: ReadonlyMap<string, string> | undefined): Record<string, string> {
  return Object.fromEntries([...(terms ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function minorOf(version: string): string {
  return /^\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
}
