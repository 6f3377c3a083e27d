import { compareVersions, isPrerelease, parseVersion } from '../history/version-order.ts';
import type { Opening, Policy, ReleaseKind } from '../records/index.ts';
import type { Dossier } from './dossier.ts';

/**
 * The kind of a release. Whoever declared an emergency decides it; else a prerelease mark; else the numbers, under
 * Semantic Versioning 2.0.0 by the first one that differs from the previous release's, under "major-minor" by their
 * form: "1.1" and "1.1.0" are major releases, "1.2.1" is a minor one.
 */
export function releaseKind(
  version: string,
  previousVersion: string | null,
  policy: Pick<Policy, 'versioning'>,
  opening: Pick<Opening, 'emergency'> | null,
): ReleaseKind {
  if (opening?.emergency !== undefined) return 'emergency';
  if (isPrerelease(version)) return 'prerelease';
  return policy.versioning === 'major-minor' ? majorOrMinor(version) : semanticKind(version, previousVersion);
}

/** The kind of the release that a dossier is of. */
export function releaseKindOf(dossier: Dossier): ReleaseKind {
  const { version, policy, opening } = dossier;
  return releaseKind(version, previousVersionOf(dossier), policy.data, opening?.data ?? null);
}

/**
 * The final release that a dossier's version follows: what the harvest says, else the highest earlier one below it, for
 * a maintenance release is opened when higher versions are out already. Null for the first.
 */
export function previousVersionOf({ version, release, earlier }: Dossier): string | null {
  if (release !== null) return release.data.previous;
  const finals = earlier.filter((candidate) => !isPrerelease(candidate));
  const below = finals.filter((candidate) => compareVersions(candidate, version) < 0);
  return below.sort(compareVersions).at(-1) ?? finals[0] ?? null;
}

function majorOrMinor(version: string): ReleaseKind {
  const parts = parseVersion(version);
  const isRebuilt = (parts?.suffix.length ?? 0) > 0;
  return isRebuilt || (parts?.numbers ?? []).slice(2).some((number) => number > 0) ? 'minor' : 'major';
}

function semanticKind(version: string, previousVersion: string | null): ReleaseKind {
  const numbers = parseVersion(version)?.numbers ?? [];
  const follows = previousVersion !== null && compareVersions(previousVersion, version) < 0;
  const before = follows ? (parseVersion(previousVersion)?.numbers ?? []) : [];
  const step = firstDifference(numbers, before);
  const isFinalOfPrevious = step === -1 && previousVersion !== null && isPrerelease(previousVersion);
  return follows && !isFinalOfPrevious ? kindOfStep(step) : kindOfForm(numbers);
}

/** Index of the first number that is another one; -1 for a rebuild of the same version. */
function firstDifference(numbers: readonly number[], before: readonly number[]): number {
  return numbers.findIndex((number, index) => number !== (before[index] ?? 0));
}

function kindOfStep(step: number): ReleaseKind {
  if (step === 0) return 'major';
  return step === 1 ? 'minor' : 'patch';
}

/** Where there is nothing to compare with, the last number that is not zero tells. */
function kindOfForm([, minor = 0, ...rest]: readonly number[]): ReleaseKind {
  if (rest.some((number) => number > 0)) return 'patch';
  return minor > 0 ? 'minor' : 'major';
}
