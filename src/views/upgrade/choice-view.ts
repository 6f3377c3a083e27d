import type { LineageRelease } from '../../notes/public-release.ts';
import { CHOICES_AT_ONCE, type VersionGroup, versionGroups } from './version-groups.ts';

/** The form in which two versions are chosen. */
export interface ChoiceView {
  latest: string | null;
  /** What the selects show at first. */
  groups: VersionGroup[];
  /** Years to choose one of first; empty where all versions have room in one list. */
  years: string[];
  /** The year that is shown at first. */
  year: string | null;
  /** Versions with a list of what came up to them, the newest first. */
  listed: string[];
}

/** Versions that a page links to, besides those of its form. */
const LISTED = 120;

/** What can be chosen; releases come newest first. */
export function choiceView(releases: readonly LineageRelease[], latest: string | null): ChoiceView {
  const listed = releases.slice(0, LISTED).map(({ version }) => version);
  const whole = { latest, listed, years: [], year: null };
  if (releases.length <= CHOICES_AT_ONCE)
    return { ...whole, groups: versionGroups(releases, latest, 'minor') };
  const byYear = versionGroups(releases, latest, 'year');
  const shown =
    byYear.find(({ versions }) => versions.some(({ version }) => version === latest)) ?? byYear[0];
  return {
    ...whole,
    groups: shown === undefined ? [] : [shown],
    years: byYear.map(({ name }) => name),
    year: shown?.name ?? null,
  };
}
