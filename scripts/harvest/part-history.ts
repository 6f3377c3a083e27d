import { hasMoved } from '../../src/history/part-move.ts';
import { leadOf, type Policy, type ReleasePart } from '../../src/records/index.ts';
import type { LeadCharts } from './lead-charts.ts';
import type { LoadedRepository } from './load.ts';
import { partCommits } from './part-commits.ts';
import { partTeller } from './part-teller.ts';
import type { HarvestedRelease } from './product-history.ts';
import type { ReleasePoint } from './releases.ts';
import { compareParts, type Part, thirdParty } from './third-party-parts.ts';

/** The third-party parts of each release whose chart can be read. */
export type PartsByRelease = ReadonlyMap<ReleasePoint, readonly ReleasePart[]>;

/** Compares the parts of every release with those of the release before it. */
export async function partHistory(
  releases: readonly HarvestedRelease[],
  charts: LeadCharts,
  policy: Policy,
  lead: LoadedRepository,
): Promise<PartsByRelease> {
  const compared = comparedReleases(releases, charts, policy);
  const moved = compared.filter(({ parts }) => parts.some(hasMoved));
  const commitsOf = await partCommits(moved, leadOf(policy), policy, lead);
  const withFacts = (release: HarvestedRelease, part: ReleasePart): ReleasePart => ({
    ...part,
    ...commitsOf(release, part),
    ...(release.previous !== null && partTeller(part, release.account.changes, lead, policy)),
  });
  return new Map(
    compared.map(({ release, parts }) => [release.point, parts.map((part) => withFacts(release, part))]),
  );
}

function comparedReleases(
  releases: readonly HarvestedRelease[],
  charts: LeadCharts,
  policy: Policy,
): { release: HarvestedRelease; parts: ReleasePart[] }[] {
  const partsAt = partsFinder(releases, charts, policy);
  return releases.flatMap((release) => {
    const now = charts.get(release.point);
    if (now == null) return [];
    return [{ release, parts: compareParts(thirdParty(now, policy), partsAt(release.previous)) }];
  });
}

/** The parts that a release has; null where nobody knows. */
export type PartsAt = (point: ReleasePoint | null) => Part[] | null;

/**
 * Of a release and those before it, the nearest whose chart can be read: one without a chart tells nothing of its
 * parts. Where none has any there are no parts; where one is broken, nobody knows.
 */
export function partsFinder(
  releases: readonly HarvestedRelease[],
  charts: LeadCharts,
  policy: Policy,
): PartsAt {
  const previous = new Map(releases.map((release) => [release.point, release.previous]));
  return (point) => {
    let isBroken = false;
    for (let at = point; at !== null; at = previous.get(at) ?? null) {
      const chart = charts.get(at);
      if (chart != null) return thirdParty(chart, policy);
      isBroken ||= chart === null;
    }
    return isBroken ? null : [];
  };
}
