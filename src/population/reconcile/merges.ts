import type { Dossier } from '../../verdict/dossier.ts';
import { isWithin } from '../query.ts';
import { broughtFindings } from './brought.ts';
import type { Explanation } from './finding.ts';
import { type FoundHere, knownDossier, type Matter, taggedReleases } from './matter.ts';

/** Merges against releases: what was merged or approved and is in none, and what a release has and nobody recorded. */
export function mergeFindings(matter: Matter): FoundHere[] {
  return [
    ...taggedReleases(matter)
      .filter((version) => !isAsTagged(version, matter))
      .flatMap((version) => ofTagged(knownDossier(version, matter), matter)),
    ...openReleases(matter).flatMap((dossier) => scopeFindings(dossier, matter)),
    ...(matter.unreleased ?? []).flatMap((change) => unreleased(change, matter)),
    ...broughtFindings(matter),
  ];
}

/** What was approved for a release, and what has a record in it, is in it. */
function isAsTagged(version: string, { records }: Matter): boolean {
  const claims = records.claimsOf(version);
  const own = new Set(records.outlineOf(version)?.changes.map(({ id }) => id));
  return claims !== null && [...claims.scope, ...claims.recorded].every((id) => own.has(id));
}

function ofTagged(dossier: Dossier, matter: Matter): FoundHere[] {
  return [...scopeFindings(dossier, matter), ...strayRecords(dossier, matter)];
}

/** Changes that somebody approved for a release that does not have them. */
function scopeFindings(dossier: Dossier, { records, releaseOfChange }: Matter): FoundHere[] {
  const { opening, version, release } = dossier;
  const own = new Set(records.outlineOf(version)?.changes.map(({ id }) => id));
  const absent = (opening?.data.scope ?? []).filter((id) => !own.has(id));
  return absent.flatMap((id) =>
    opening === null
      ? []
      : {
          kind: 'change-not-released',
          at: release?.data.date ?? opening.data.openedAt,
          text: `${id} was approved for ${version}, which does not have it`,
          record: opening.path,
          explained: inOther(id, releaseOfChange) ?? (release === null ? open(dossier) : null),
        },
  );
}

function inOther(id: string, releaseOfChange: Matter['releaseOfChange']): Explanation | null {
  const other = releaseOfChange.get(id);
  return other === undefined ? null : { by: 'other-release', text: `${other} has it`, record: null };
}

function open({ version, opening }: Dossier): Explanation {
  return { by: 'open', text: `${version} is being prepared`, record: opening?.path ?? null };
}

/** A record that no commit of the release is of: somebody put it there, or the release lost it. */
function strayRecords(dossier: Dossier, { records, releaseOfChange }: Matter): FoundHere[] {
  const own = new Set(records.outlineOf(dossier.version)?.changes.map(({ id }) => id));
  return dossier.changes
    .filter(({ data }) => !own.has(data.id))
    .map(({ data, path }) => ({
      kind: 'change-not-released',
      at: data.landedAt,
      text: `${data.id} has a record in ${dossier.version}, and no commit of that release is of it`,
      record: path,
      explained: inOther(data.id, releaseOfChange),
    }));
}

/** Releases that somebody opened in the period and that no harvest knows. */
function openReleases({ records, period }: Matter): Dossier[] {
  const versions = records.versions.filter((version) => records.outlineOf(version) === null).sort();
  return versions.flatMap((version) => {
    const dossier = records.dossierOf(version);
    const openedAt = dossier?.opening?.data.openedAt;
    return dossier !== null && openedAt !== undefined && isWithin(openedAt, period) ? dossier : [];
  });
}

/** What was merged after the newest release waits for the next one; what is older was passed over. */
function unreleased(
  { id, mergedAt }: { id: string; mergedAt: string },
  { records, period }: Matter,
): FoundHere[] {
  if (!isWithin(mergedAt, period)) return [];
  const dates = records.versions.flatMap((version) => records.outlineOf(version)?.date ?? []).sort();
  const waits = mergedAt >= (dates.at(-1) ?? '');
  return [
    {
      kind: 'change-not-released',
      at: mergedAt,
      text: `${id} was merged, and is in no release`,
      record: null,
      explained: waits ? { by: 'open', text: 'no release was made since', record: null } : null,
    },
  ];
}
