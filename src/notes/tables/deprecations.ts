import { z } from 'zod';
import { compareVersions } from '../../history/version-order.ts';
import { VersionSchema } from '../../records/values.ts';
import { wholeCopies } from '../lineage.ts';
import { PublicEntrySchema } from '../public-entry.ts';
import type { PublicRelease } from '../public-release.ts';
import { carriersOfEntry, type Telling, tellingsById } from './carriers.ts';
import { type Descent, descentOf } from './descent.ts';
import { fixedInOf } from './fixed-in.ts';
import {
  lastingReleases,
  latestRelease,
  ReleaseReferenceSchema,
  referencesOf,
  referenceTo,
} from './release-reference.ts';

/** How far a deprecation is in the latest release. */
export const DEPRECATION_STATES = ['due', 'announced', 'removed', 'revoked'] as const;
export type DeprecationState = (typeof DEPRECATION_STATES)[number];

/** Something that was announced to go. */
export const DeprecationRowSchema = z.strictObject({
  release: ReleaseReferenceSchema.describe('The release that announced it first.'),
  entry: PublicEntrySchema.describe(
    'The announcement; `removalIn` is the version that is planned to do without it.',
  ),
  removedIn: z
    .array(ReleaseReferenceSchema)
    .describe(
      'The first release without it on each line of history, by entries that say that they remove it.',
    ),
  state: z
    .enum(DEPRECATION_STATES)
    .describe(
      'In the latest release: "due" if the planned version has come without the removal, "revoked" if the deprecation was taken back.',
    ),
});
export type DeprecationRow = z.infer<typeof DeprecationRowSchema>;

/** All of a product's, the newest announcement first. */
export const DeprecationTableSchema = z.strictObject({
  rows: z.array(DeprecationRowSchema).describe('The newest announcement first.'),
  latest: VersionSchema.nullable().describe('The release that states are told for.'),
  since: VersionSchema.nullable().describe('The oldest release that is recorded; null where there is none.'),
});
export type DeprecationTable = z.infer<typeof DeprecationTableSchema>;

/** Follows everything that was announced to go until it is gone. */
export function deprecationTable(releases: readonly PublicRelease[]): DeprecationTable {
  const lasting = lastingReleases(releases);
  const latest = latestRelease(releases)?.version ?? null;
  const [announced, removals] = [announcements(lasting), removalsById(releases)];
  const asked = [announced, ...removals.values()].flat().flatMap(({ entry }) => entry.ids);
  const context = { releases, latest, descent: descentOf(releases), byId: tellingsById(releases, asked) };
  const named = referencesOf(releases);
  const rows = announced.map((telling) => {
    const gone = releasesWithout(telling, removals, context);
    return {
      release: referenceTo(telling.release),
      entry: telling.entry,
      removedIn: named(fixedInOf(gone, context.descent, releases)),
      state: stateOf(telling, gone, context),
    };
  });
  return { rows, latest, since: lasting.at(-1)?.version ?? null };
}

interface Context {
  releases: readonly PublicRelease[];
  latest: string | null;
  descent: Descent;
  byId: ReadonlyMap<string, Telling[]>;
}

/** Each announcement where it was made first; newest first. */
function announcements(newestFirst: readonly PublicRelease[]): Telling[] {
  const told = new Set<string>();
  return newestFirst
    .toReversed()
    .flatMap((release) => {
      const fresh = release.entries.filter(
        ({ section, id }) => section === 'deprecated' && (id === null || !told.has(id)),
      );
      for (const { ids } of fresh) for (const id of ids) told.add(id);
      return fresh.map((entry) => ({ release, entry })).reverse();
    })
    .reverse();
}

function removalsById(releases: readonly PublicRelease[]): ReadonlyMap<string, Telling[]> {
  const tellings = releases.flatMap((release) => release.entries.map((entry) => ({ release, entry })));
  const removing = tellings.filter(({ entry }) => entry.removes !== null);
  return Map.groupBy(removing, ({ entry }) => entry.removes ?? '');
}

function releasesWithout(
  { entry }: Telling,
  removals: ReadonlyMap<string, Telling[]>,
  { byId, descent }: Context,
): ReadonlySet<string> {
  const removing = entry.ids.flatMap((id) => removals.get(id) ?? []);
  return new Set(removing.flatMap((telling) => [...carriersOfEntry(telling, byId, descent)]));
}

/** A plan names a number, so numbers say whether its time has come; whether it was kept is told by history. */
function stateOf(telling: Telling, gone: ReadonlySet<string>, context: Context): DeprecationState {
  const { latest, byId, descent } = context;
  if (latest === null) return 'announced';
  if (gone.has(latest)) return 'removed';
  const { entry, release } = telling;
  if (!carriersOfEntry(telling, byId, descent).has(latest)) {
    const told = descent.grownFrom([release.version, ...wholeCopies(entry)]).has(latest);
    return told ? 'revoked' : 'announced';
  }
  const due = entry.removalIn !== null && compareVersions(latest, entry.removalIn) >= 0;
  return due ? 'due' : 'announced';
}
