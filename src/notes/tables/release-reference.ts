import { z } from 'zod';
import { InstantSchema, VersionSchema } from '../../records/values.ts';
import type { PublicRelease } from '../public-release.ts';
import { byHistory } from '../upgrade/plan-upgrade.ts';

/** A release as a row of a table names it. */
export const ReleaseReferenceSchema = z.strictObject({
  version: VersionSchema.describe('Its version, as addresses have it.'),
  date: InstantSchema.describe('When it was tagged, in UTC.'),
  address: z.string().describe('Its page on the site, from the root on.'),
  prerelease: z.boolean().describe('A release candidate, alpha or beta.'),
  withdrawn: z.boolean().describe('Not to be used.'),
});
export type ReleaseReference = z.infer<typeof ReleaseReferenceSchema>;

export function referenceTo(release: PublicRelease): ReleaseReference {
  const { version, date, address, prerelease, withdrawn } = release;
  return { version, date, address, prerelease, withdrawn: withdrawn !== null };
}

/** Names releases by their versions; those without a note are left out. */
export function referencesOf(
  releases: readonly PublicRelease[],
): (versions: Iterable<string>) => ReleaseReference[] {
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  return (versions) =>
    [...versions].flatMap((version) => {
      const release = byVersion.get(version);
      return release === undefined ? [] : [referenceTo(release)];
    });
}

/** Without prereleases whose entries a final release repeats; the newest first. */
export function lastingReleases(releases: readonly PublicRelease[]): PublicRelease[] {
  return releases.filter(({ foldedInto }) => foldedInto === null).sort((a, b) => byHistory(b, a));
}

/**
 * The release that states are told for: the newest final one that was not withdrawn, else the newest of all. Takes
 * releases with the newest version first; undefined where there is none.
 */
export function latestRelease(releases: readonly PublicRelease[]): PublicRelease | undefined {
  const usable = releases.filter(({ withdrawn }) => withdrawn === null);
  return usable.find(({ prerelease }) => !prerelease) ?? usable[0] ?? releases[0];
}

/** The first release of all by its date. */
export function oldestRelease(releases: readonly PublicRelease[]): PublicRelease | undefined {
  return [...releases].sort(byHistory)[0];
}
