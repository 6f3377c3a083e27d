import { compareVersions, finalOf, isPrerelease, parseVersion } from '../../history/version-order.ts';
import { type Change, changeOfEntry, type Policy, type ReleaseKind } from '../../records/index.ts';
import { ISO_CHANGES, SOC_2_CHANGES } from '../clauses.ts';
import { type Control, type Finding, finding, type Reason } from '../control.ts';
import type { Dossier, Recorded } from '../dossier.ts';
import { notTaggedYet } from '../not-tagged.ts';
import { previousVersionOf, releaseKind, releaseKindOf } from '../release-kind.ts';
import { shippedChanges } from '../shipped-changes.ts';
import { wrongStep } from '../version-step.ts';

/** The version says to customers how much has changed. */
export const versionBump: Control = {
  id: 'version-bump',
  sentence:
    'The version is the next one, and its kind is as large as the changes ask for: semver, or the rule of the product that a minor release carries fixes only.',
  clauses: [SOC_2_CHANGES, ISO_CHANGES],
  examine,
};

function examine(dossier: Dossier): Finding {
  const { version, release, earlier } = dossier;
  if (release === null) return notTaggedYet();
  const previous = previousFinal(dossier);
  const step = wrongStep(version, previous, earlier);
  const kind = numbersKind(dossier, previous);
  const shipped = shippedChanges(dossier);
  const changes = shipped.flatMap(({ record }) => record ?? []);
  return finding(
    [
      ...(step === null ? [] : [{ text: step, record: release.path }]),
      ...(previous === null ? [] : tooLarge(changes, kind, dossier)),
      ...wrongEmergency(kind, dossier),
    ],
    shipped.filter(({ record }) => record === null).map(({ id }) => unknownSize(id, release.path)),
    [
      { text: `${version} is a ${kind} release after ${previous ?? 'none'}`, record: release.path },
      ...told(dossier),
    ],
  );
}

/** What a prerelease leads to is measured from the last final release, for the first one has told the step already. */
function previousFinal(dossier: Dossier): string | null {
  const previous = previousVersionOf(dossier);
  if (previous === null || !isPrerelease(previous)) return previous;
  const finals = dossier.earlier.filter((candidate) => !isPrerelease(candidate));
  const below = finals.filter((candidate) => compareVersions(candidate, dossier.version) < 0);
  return below.sort(compareVersions).at(-1) ?? null;
}

/** The kind that the numbers tell, whatever was declared. */
function numbersKind({ version, policy }: Dossier, previous: string | null): ReleaseKind {
  return releaseKind(finalOf(version), previous, policy.data, null);
}

function unknownSize(id: string, record: string): Reason {
  return { text: `there is no record of ${id}: how much it changes is not known`, record };
}

function tooLarge(changes: readonly Recorded<Change>[], kind: ReleaseKind, dossier: Dossier): Reason[] {
  const breaking = breakingIds(dossier);
  return changes.flatMap(({ data, path }) => {
    const size = data.breaking === true || breaking.has(data.id) ? 'breaking' : sizeOf(data.kind);
    if (size === null || allowed(size, dossier).includes(kind)) return [];
    const what = size === 'breaking' ? 'breaks what worked before' : 'brings a feature';
    return [{ text: `${data.id} ${what}, and ${dossier.version} is a ${kind} release`, record: path }];
  });
}

/** A person may have marked an entry as breaking that its message did not. */
function breakingIds({ note }: Dossier): Set<string> {
  const entries = note?.data.entries ?? [];
  return new Set(entries.filter(({ breaking }) => breaking).map(({ id }) => changeOfEntry(id)));
}

function sizeOf(kind: string): 'feature' | null {
  return kind === 'feat' ? 'feature' : null;
}

/**
 * Kinds that may carry a change. Semantic Versioning 2.0.0 §4: before 1.0.0 anything may change, and by custom a minor
 * release says so. Under "major-minor" a minor release carries emergency fixes and nothing else.
 */
function allowed(size: 'breaking' | 'feature', { version, policy }: Dossier): ReleaseKind[] {
  if (policy.data.versioning === 'major-minor') return ['major'];
  const isInitial = (parseVersion(version)?.numbers[0] ?? 0) === 0;
  return size === 'feature' || isInitial ? ['major', 'minor'] : ['major'];
}

/** Under "major-minor" an emergency goes out as a minor release. */
function wrongEmergency(kind: ReleaseKind, { version, policy, opening }: Dossier): Reason[] {
  const emergency = opening?.data.emergency;
  if (emergency === undefined || policy.data.versioning !== 'major-minor' || kind === 'minor') return [];
  const text = `${emergency.declaredBy} declared an emergency, and ${version} is a ${kind} release`;
  return [{ text, record: opening?.path ?? null }];
}

/** Whoever opened the release told its kind to those who run it, before the tag did. */
function told(dossier: Dossier): Reason[] {
  const { opening, version } = dossier;
  if (opening === null) return [];
  const { openedBy, openedAt } = opening.data;
  const text = `${openedBy} opened ${version} on ${openedAt}: ${articled(releaseKindOf(dossier), dossier.policy.data)}`;
  return [{ text, record: opening.path }];
}

function articled(kind: ReleaseKind, { versioning }: Policy): string {
  return `${kind === 'emergency' ? 'an' : 'a'} ${kind} release under ${versioning}`;
}
