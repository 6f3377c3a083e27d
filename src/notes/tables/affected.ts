import { z } from 'zod';
import { sortByVersion } from '../../history/version-order.ts';
import { VersionSchema } from '../../records/values.ts';
import type { LineageRelease } from '../public-release.ts';

/** Releases that follow each other in the order of their versions, and are all affected. */
export const AffectedRangeSchema = z.strictObject({
  from: VersionSchema.describe('The oldest of them.'),
  to: VersionSchema.describe('The newest of them.'),
  releases: z.int().positive().describe('How many final releases that are, both ends among them.'),
});
export type AffectedRange = z.infer<typeof AffectedRangeSchema>;

/** Which releases something is in. */
export const AffectedSchema = z.strictObject({
  ranges: z
    .array(AffectedRangeSchema)
    .describe('Final releases, oldest first. No release within a range is free of it.'),
  prereleases: z.array(VersionSchema).describe('Prereleases, oldest first.'),
});
export type Affected = z.infer<typeof AffectedSchema>;

/** A product's versions in their own order, oldest first. */
export interface VersionOrder {
  finals: string[];
  prereleases: string[];
}

export function versionOrder(
  releases: readonly Pick<LineageRelease, 'version' | 'prerelease'>[],
): VersionOrder {
  const sorted = sortByVersion(releases, ({ version }) => version);
  const [early = [], finals = []] = [true, false].map((wanted) =>
    sorted.filter(({ prerelease }) => prerelease === wanted).map(({ version }) => version),
  );
  return { finals, prereleases: early };
}

/** Tells a set of releases as ranges that are true by number and by history. */
export function affectedOf(affected: ReadonlySet<string>, order: VersionOrder): Affected {
  const ranges: AffectedRange[] = [];
  let open: AffectedRange | undefined;
  for (const version of order.finals) {
    if (!affected.has(version)) open = undefined;
    else if (open === undefined) {
      open = { from: version, to: version, releases: 1 };
      ranges.push(open);
    } else {
      open.to = version;
      open.releases += 1;
    }
  }
  return { ranges, prereleases: order.prereleases.filter((version) => affected.has(version)) };
}
