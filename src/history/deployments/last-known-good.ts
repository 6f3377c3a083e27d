import { joined } from '../joined.ts';
import { compareVersions, sortByVersion } from '../version-order.ts';
import { type DeployedRelease, deployedReleases } from './deployed-releases.ts';
import type { KnownGoodFacts } from './known-good-facts.ts';
import { refusalsOf, rollbacksFrom } from './refusals.ts';
import type { DeploymentEvent } from './timeline.ts';
import type { DeploymentFinding } from './wording.ts';

/** A release that may be put back, and why. */
export interface KnownGood {
  /** Its last deployment as a whole in the environment. */
  event: DeploymentEvent;
  version: string;
  because: string[];
}

/** A newer release that was deployed in the environment and may not be put back. */
export interface RefusedRelease {
  event: DeploymentEvent;
  version: string;
  because: DeploymentFinding[];
}

/** What an environment can go back to. */
export interface LastKnownGood {
  /** Null where no release that was deployed there is known to be good. */
  good: KnownGood | null;
  /** What was considered before it, the newest first. Older releases than the good one were not. */
  refused: RefusedRelease[];
}

export interface LastKnownGoodOptions {
  /** Only releases before this one, as when what runs is to be left. */
  below?: string;
}

/**
 * The newest release, in the order of versions, that was deployed in an environment as a whole and with success by a
 * moment (milliseconds), is blessed, was not marked bad, and whose images the evidence still names.
 */
export function lastKnownGood(
  timeline: readonly DeploymentEvent[],
  moment: number,
  facts: KnownGoodFacts,
  { below }: LastKnownGoodOptions = {},
): LastKnownGood {
  const deployed = [...deployedReleases(timeline, moment).values()].filter(
    ({ version }) => below === undefined || compareVersions(version, below) < 0,
  );
  const refused: RefusedRelease[] = [];
  const rollbacks = Map.groupBy(facts.rollbacks, ({ data }) => data.rollback?.from);
  for (const release of sortByVersion(deployed, ({ version }) => version).reverse()) {
    const own = { ...facts, rollbacks: rollbacks.get(release.version) ?? [] };
    const because = refusalsOf(release, moment, own);
    if (because.length === 0) return { good: knownGood(release, moment, own), refused };
    refused.push({ event: release.event, version: release.version, because });
  }
  return { good: null, refused };
}

function knownGood(
  { event, version, modules }: DeployedRelease,
  moment: number,
  facts: KnownGoodFacts,
): KnownGood {
  const ours = [...modules.keys()].filter((id) => facts.modules.has(id));
  const takenAway = rollbacksFrom(version, moment, facts).length > 0;
  const because = [
    `${version} is blessed`,
    `it was deployed here with success at ${event.record.data.at}`,
    takenAway ? 'each rollback of it says that it was not at fault' : 'no rollback took it away',
    `its reports name the images of ${joined(ours)}`,
  ];
  return { event, version, because };
}
