import type { LineageRelease } from '../public-release.ts';

/** Each release after those that it grew from; what a person wrote in a circle ends somewhere. */
export function parentsFirst<Release extends Pick<LineageRelease, 'version' | 'parents'>>(
  releases: readonly Release[],
): Iterable<Release> {
  const byVersion = new Map(releases.map((release) => [release.version, release]));
  const [begun, ordered] = [new Set<Release>(), new Set<Release>()];
  for (const start of releases) {
    const waiting = [start];
    for (let release = waiting.at(-1); release !== undefined; release = waiting.at(-1)) {
      const parents = begun.has(release) ? [] : release.parents.flatMap((one) => byVersion.get(one) ?? []);
      const fresh = parents.filter((parent) => !begun.has(parent));
      begun.add(release);
      waiting.push(...fresh);
      if (fresh.length === 0 && waiting.pop() === release) ordered.add(release);
    }
  }
  return ordered;
}
