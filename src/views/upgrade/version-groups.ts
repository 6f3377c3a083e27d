import type { LineageRelease } from '../../notes/public-release.ts';
import { UPGRADE } from '../texts.ts';

/** A version that can be chosen. */
export interface VersionChoice {
  version: string;
  /** With what must be known before choosing it. */
  text: string;
}

/** Versions under a common name. */
export interface VersionGroup {
  name: string;
  versions: VersionChoice[];
}

/** Versions in one list of a form: more are chosen by year first. */
export const CHOICES_AT_ONCE = 400;

type Choosable = Pick<LineageRelease, 'version' | 'date' | 'withdrawn'>;

/** Groups by minor version or by year, the newest first; releases come newest first. */
export function versionGroups(
  releases: readonly Choosable[],
  latest: string | null,
  by: 'minor' | 'year',
): VersionGroup[] {
  const nameOf = ({ version, date }: Choosable) => (by === 'year' ? date.slice(0, 4) : minorOf(version));
  const groups = [...Map.groupBy(releases, nameOf)].map(([name, same]) => ({
    name,
    versions: same.map((release) => ({ version: release.version, text: textOf(release, latest) })),
  }));
  return by === 'year' ? groups.sort((a, b) => Number(b.name) - Number(a.name)) : groups;
}

function minorOf(version: string): string {
  return /^\d+(?:\.\d+)?/.exec(version)?.[0] ?? version;
}

function textOf({ version, withdrawn }: Choosable, latest: string | null): string {
  if (withdrawn) return `${version} (${UPGRADE.form.withdrawn})`;
  return version === latest ? `${version} (${UPGRADE.form.latest})` : version;
}
