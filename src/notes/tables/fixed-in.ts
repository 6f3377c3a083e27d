import type { PublicRelease } from '../public-release.ts';
import type { Descent } from './descent.ts';

/**
 * Where each line of history became free of something, oldest first. A prerelease stands back behind the final release
 * that repeats it, if that one is free as well.
 */
export function fixedInOf(
  free: ReadonlySet<string>,
  descent: Descent,
  releases: readonly PublicRelease[],
): string[] {
  const finals = new Map(releases.map(({ version, foldedInto }) => [version, foldedInto]));
  const first = descent.firstOf(free).map((version) => {
    const final = finals.get(version) ?? null;
    return final !== null && free.has(final) ? final : version;
  });
  return [...new Set(first)].reverse();
}
