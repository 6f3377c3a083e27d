import { compareVersions, sortByVersion } from '../../version-order.ts';
import { type DeployedRelease, deployedReleases } from '../deployed-releases.ts';
import { type Running, runningAt } from '../running.ts';
import type { DeploymentEvent } from '../timeline.ts';
import type { RollbackPlanInput } from './input.ts';

/** What a plan starts from and where it leads. */
export interface Situation {
  running: Running;
  /** The newest of the releases whose modules run; null where nothing does. */
  from: string | null;
  /** The newest of those that run or may run in part, as where a deployment of it failed. */
  newest: string | null;
  /** Null where the target was never deployed here as a whole and with success. */
  target: DeployedRelease | null;
  /** Deployments of which it is not known what they did or will do. */
  uncertain: readonly DeploymentEvent[];
  /** Modules of which nobody can say for certain what runs. */
  uncertainModules: ReadonlySet<string>;
  /** Releases after the target up to the newest that runs, or may run in part. The oldest first. */
  passed: readonly string[];
}

/** Reads the situation off the timeline. */
export function situationOf({ timeline, moment, target, versions }: RollbackPlanInput): Situation {
  const running = runningAt(timeline, moment);
  const uncertain = [...running.underWay, ...running.inDoubt];
  const present = [...running.modules.values()].map(({ event }) => event.record.data.version);
  const possible = inOrder([...present, ...uncertain.map(({ record }) => record.data.version)]);
  const newest = possible.at(-1) ?? null;
  return {
    running,
    from: inOrder(present).at(-1) ?? null,
    newest,
    target: deployedReleases(timeline, moment).get(target) ?? null,
    uncertain,
    uncertainModules: uncertainOf(uncertain, running),
    passed: between(target, newest ?? target, [...versions, ...possible]),
  };
}

/** A deployment of all modules may have taken away those that it does not name. */
function uncertainOf(uncertain: readonly DeploymentEvent[], { modules }: Running): Set<string> {
  return new Set(
    uncertain.flatMap(({ record: { data } }) => [
      ...data.modules.map(({ id }) => id),
      ...(data.part === true ? [] : modules.keys()),
    ]),
  );
}

function between(above: string, upTo: string, versions: readonly string[]): string[] {
  return inOrder([...new Set(versions)]).filter(
    (version) => compareVersions(version, above) > 0 && compareVersions(version, upTo) <= 0,
  );
}

function inOrder(versions: readonly string[]): string[] {
  return sortByVersion(versions, (version) => version);
}
