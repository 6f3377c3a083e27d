import type { DeploymentEvent } from '../history/deployments/timeline.ts';
import { chainOf, type ProductRecords } from './product-records.ts';

/** Whether a deployment took effect. */
export function isSuccess({ record }: DeploymentEvent): boolean {
  return record.data.outcome === 'succeeded';
}

/** A change that a deployment carries and that none before it carried to the environment. */
export interface CarriedChange {
  release: string;
  /** Null for whatever a release has that the ledger does not know. */
  change: string | null;
  module: string | null;
  /**
   * Whether the deployment brought it, as far as anybody can tell. What is below the first release on record of a module
   * may have been there long before; a rollback and an environment that was spawned anew begin with what was there.
   */
  isNews: boolean;
}

/** Follows what has come to one environment, module by module. */
export interface Carrier {
  /**
   * What came with a deployment and had not come before, in the order of releases, the oldest first. Successes are given
   * before the others, both in the order in which they began.
   */
  carry(event: DeploymentEvent): CarriedChange[];
  /** Another one that begins with what has come so far. It is of no use once this one went on. */
  fork(): Carrier;
}

type Modules = 'all' | ReadonlySet<string>;

/** What has come so far. */
interface Reached {
  /** Of each release all modules, or some of them. */
  releases: Pick<Map<string, Modules>, 'get' | 'set'>;
  /** From an instant on: modules that were deployed with success; "all" once a whole release was. */
  begun: { from: string; modules: Modules }[];
  /** Deployments that did not succeed, by the release that they were meant to bring. */
  attempts: ReadonlyMap<string, readonly DeploymentEvent[]>;
  outlineOf: ProductRecords['outlineOf'];
}

/**
 * Begins with an environment in which nothing is recorded yet. `attempts` are its deployments without success, by
 * release: what one of them was meant to bring had not been there before.
 */
export function carrierFor(
  { outlineOf }: Pick<ProductRecords, 'outlineOf'>,
  attempts: Reached['attempts'],
): Carrier {
  return carrierFrom({ releases: layered(new Map()), begun: [], attempts, outlineOf });
}

function carrierFrom(reached: Reached): Carrier {
  return {
    carry: (event) => {
      const found = carriedBy(event, modulesOf(event), reached);
      if (isSuccess(event)) begin(event, reached);
      return found;
    },
    fork: () => carrierFrom({ ...reached, releases: layered(reached.releases), begun: [...reached.begun] }),
  };
}

/** What is written into it hides what stands below, which stays as it is. */
function layered(below: Pick<Map<string, Modules>, 'get'>): Pick<Map<string, Modules>, 'get' | 'set'> {
  const own = new Map<string, Modules>();
  return { get: (key) => own.get(key) ?? below.get(key), set: (key, modules) => own.set(key, modules) };
}

function begin(event: DeploymentEvent, { begun }: Reached): void {
  const before = begun.at(-1)?.modules ?? new Set();
  const modules = modulesOf(event);
  if (!covers(before, modules)) begun.push({ from: event.record.data.at, modules: joined(before, modules) });
}

/** Modules that had been deployed when a deployment began. */
function begunBefore({ record }: DeploymentEvent, { begun }: Reached): Modules {
  return begun.findLast(({ from }) => from <= record.data.at)?.modules ?? new Set();
}

function modulesOf({ record }: DeploymentEvent): Modules {
  const { part, modules } = record.data;
  return part === true ? new Set(modules.map(({ id }) => id)) : 'all';
}

interface ReleaseChanges {
  release: string;
  changes: CarriedChange[];
}

/**
 * Walks down to a release that had come with the same modules: so had everything below it. What did not succeed is held
 * against successes that came after it, and has to be walked to the end.
 */
function carriedBy(event: DeploymentEvent, modules: Modules, reached: Reached): CarriedChange[] {
  const found: ReleaseChanges[] = [];
  const begun = begunBefore(event, reached);
  for (const release of chainOf(event.record.data.version, reached)) {
    const before = reached.releases.get(release) ?? new Set<string>();
    const isThere = covers(before, modules);
    if (isThere && isSuccess(event)) break;
    const fresh = isThere ? [] : freshChanges(release, modules, before, reached);
    found.push({ release, changes: fresh.map((each) => ({ ...each, isNews: isNews(event, each, begun) })) });
    reached.releases.set(release, joined(before, modules));
  }
  return aboveAttempts(event, found, reached);
}

type Change = Pick<CarriedChange, 'release' | 'change' | 'module'>;

function freshChanges(release: string, modules: Modules, before: Modules, reached: Reached): Change[] {
  return changesOf(release, reached).filter(({ module }) => isOf(modules, module) && !has(before, module));
}

function changesOf(release: string, { outlineOf }: Reached): Change[] {
  const outline = outlineOf(release);
  if (outline === null) return [{ release, change: null, module: null }];
  return outline.changes.map(({ id, module }) => ({ release, change: id, module }));
}

function isNews(event: DeploymentEvent, { release, module }: Change, begun: Modules): boolean {
  const { kind, version } = event.record.data;
  const isFirst = kind === 'deploy' && release === version;
  return isFirst || (module === null ? begun === 'all' || begun.size > 0 : has(begun, module));
}

/** Whatever stands above a release that somebody tried to deploy before, and that release itself, had not been there. */
function aboveAttempts(
  event: DeploymentEvent,
  releases: readonly ReleaseChanges[],
  { attempts }: Reached,
): CarriedChange[] {
  const tried: Modules[] = [];
  return releases.toReversed().flatMap(({ release, changes }) => {
    const earlier = (attempts.get(release) ?? []).filter((attempt) => isAttempt(attempt, event));
    tried.push(...earlier.map(modulesOf));
    return changes.map((each) => ({
      ...each,
      isNews: each.isNews || tried.some((own) => isOf(own, each.module)),
    }));
  });
}

function isAttempt({ record }: DeploymentEvent, event: DeploymentEvent): boolean {
  return record.data.kind === 'deploy' && record.data.at < event.record.data.at;
}

/** What nobody knows the module of may be of any. */
function isOf(modules: Modules, module: string | null): boolean {
  return module === null || has(modules, module);
}

function has(modules: Modules, module: string | null): boolean {
  return modules === 'all' || (module !== null && modules.has(module));
}

function covers(modules: Modules, wanted: Modules): boolean {
  return modules === 'all' || (wanted !== 'all' && wanted.isSubsetOf(modules));
}

function joined(left: Modules, right: Modules): Modules {
  return left === 'all' || right === 'all' ? 'all' : left.union(right);
}
