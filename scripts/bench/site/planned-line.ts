import { instant } from '../big-ledger/invented.ts';

/** A minor release with what belongs to it: its candidate before it, its patches on a branch of their own after it. */
export interface PlannedLine {
  index: number;
  major: number;
  minor: number;
  /** When its candidate is tagged, in milliseconds. */
  begins: number;
  /** Until the next line begins: its last patches come after that. */
  length: number;
}

/** Releases of a line: a candidate, the release and its patches. */
export const PATCHES = 6;
export const RELEASES_PER_LINE = PATCHES + 2;

const DAY = 86_400_000;
const YEARS = 8;

/** Lines over eight years, a major version each year. The last release of all is on the day that is given. */
export function plannedLines(count: number, until: string): PlannedLine[] {
  const length = (YEARS * 365 * DAY) / count;
  const first = Date.parse(until) - length * (count - 1) - partOfLine(PATCHES) * length;
  const majorOf = (index: number): number => 1 + Math.floor((index * YEARS) / count);
  return Array.from({ length: count }, (_, index) => {
    const firstOfMajor = Math.ceil(((majorOf(index) - 1) * count) / YEARS);
    const minor = index - firstOfMajor;
    return { index, major: majorOf(index), minor, begins: first + index * length, length };
  });
}

/** When a patch is made, as a part of the line's length: the last ones after the next minor release. */
function partOfLine(patch: number): number {
  return 0.2 * (patch + 1);
}

/** When a release of a line is tagged: "RC1", or a patch's number. */
export function momentOf({ begins, length }: PlannedLine, patch: 'RC1' | number): string {
  return instant(patch === 'RC1' ? begins : begins + partOfLine(patch) * length);
}

/** A release's version; patch 0 is the minor release itself. */
export function versionIn({ major, minor }: PlannedLine, patch: 'RC1' | number): string {
  return patch === 'RC1' ? `${major}.${minor}.0-RC1` : `${major}.${minor}.${patch}`;
}
