import { compareVersions, finalOf, isPrerelease, parseVersion } from '../history/version-order.ts';

/** What is wrong with a version, seen from those before it; null where it is the next one. */
export function wrongStep(
  version: string,
  previous: string | null,
  earlier: readonly string[],
): string | null {
  const same = sameness(version);
  const twin = earlier.find((other) => other !== version && same !== null && sameness(other) === same);
  if (twin !== undefined) return `${version} repeats ${twin}`;
  if (previous === null) return null;
  if (compareVersions(previous, version) > 0) return `${version} goes backwards: ${previous} was before it`;
  const next = skipped(numbersOf(finalOf(version)), numbersOf(finalOf(previous)));
  return next === null ? null : `${version} comes after ${previous}, where ${next} would be next`;
}

/** "1.1" and "1.1.0" are one version; a prerelease of it is another. Null for what is no version. */
function sameness(version: string): string | null {
  const parts = parseVersion(version);
  if (parts === null) return null;
  return `${plain(parts.numbers)} ${parts.suffix.join('.')} ${parts.suffix.length > 0 && isPrerelease(version)}`;
}

function plain(numbers: readonly number[]): string {
  return numbers.join('.').replace(/(?:\.0)+$/, '');
}

/**
 * The version that was left out: one number goes up by one, and those after it start again at zero. Null where nothing
 * was left out, or only the marks behind the numbers differ.
 */
function skipped(numbers: readonly number[], before: readonly number[]): string | null {
  const step = numbers.findIndex((number, index) => number !== (before[index] ?? 0));
  if (step === -1) return null;
  const next = numbers.map((_, index) => nextNumber(index, step, before));
  return next.join('.') === numbers.join('.') ? null : next.join('.');
}

function nextNumber(index: number, step: number, before: readonly number[]): number {
  if (index > step) return 0;
  return (before[index] ?? 0) + (index === step ? 1 : 0);
}

function numbersOf(version: string): readonly number[] {
  return parseVersion(version)?.numbers ?? [];
}
