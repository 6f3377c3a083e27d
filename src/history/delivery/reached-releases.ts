import type { DeploymentEvent } from '../deployments/timeline.ts';
import type { DeliveryFacts } from './facts.ts';

/** A release that came to an environment: all of it, or one module. */
export interface ReachedRelease {
  version: string;
  /** Null: all of its modules. */
  module: string | null;
  /**
   * "first": the first success on record brought it. "older": the first was made on top of it, so that it may have
   * been there long before. "next": a later one brought it.
   */
  place: 'first' | 'older' | 'next';
}

/** The releases that have come to an environment so far. */
export interface ReachedReleases {
  /** The releases that a success brings and that were not there: its own, and those that it was made on top of. */
  add(event: DeploymentEvent): ReachedRelease[];
}

/** Follows releases back to what was there already; each is passed once, or once for each module. */
export function reachedReleases(facts: Pick<DeliveryFacts, 'previousOf'>): ReachedReleases {
  const whole = new Set<string>();
  const byModule = new Map<string, Set<string>>();
  const addWhole = (version: string) => passed(version, null, whole, whole, facts);
  const addModule = (version: string, id: string) => {
    const there = byModule.get(id) ?? new Set<string>();
    byModule.set(id, there);
    return passed(version, id, there, whole, facts);
  };
  return {
    add: ({ record: { data } }) =>
      data.part === true
        ? data.modules.flatMap(({ id }) => addModule(data.version, id))
        : addWhole(data.version),
  };
}

/** The releases from one back to the last that was there, as a whole or in this module; from now on they are there. */
function passed(
  from: string,
  module: string | null,
  there: Set<string>,
  whole: ReadonlySet<string>,
  facts: Pick<DeliveryFacts, 'previousOf'>,
): ReachedRelease[] {
  const isFirst = whole.size === 0 && there.size === 0;
  const found: ReachedRelease[] = [];
  let version: string | null = from;
  while (version !== null && !there.has(version) && !whole.has(version)) {
    there.add(version);
    found.push({ version, module, place: isFirst ? (version === from ? 'first' : 'older') : 'next' });
    version = facts.previousOf?.(version) ?? null;
  }
  return found;
}
