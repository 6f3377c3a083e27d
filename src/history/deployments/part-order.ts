import type { ModuleDependency, Policy } from '../../records/index.ts';
import { toInstant } from '../product-clock.ts';
import { compareVersions } from '../version-order.ts';
import { requirementsOf } from './deploy-graph.ts';
import { moduleBefore, moduleOf } from './module-before.ts';
import type { DeploymentEvent } from './timeline.ts';

/** One module as one deployment moved it. */
interface Move {
  event: DeploymentEvent;
  module: string;
  version: string;
  /** Up to a later version, or where it was not before; or down to an earlier one. */
  way: 'up' | 'down';
}

/**
 * Where a release is deployed in parts: on the way up a module comes before those that need it, on the way down after
 * them. What a deployment moved is held against what other parts of the same release moved before it began.
 */
export function orderOfParts(
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  place: number,
  policy: Policy,
): string[] {
  if (!mayCount(event)) return [];
  const move = (id: string): Move | null => moveOf(id, event, timeline, place);
  return policy.modules.flatMap(({ id, dependsOn = [] }) =>
    needed(dependsOn).flatMap((needs) => {
      if (holds(event, id) === holds(event, needs)) return [];
      const [dependent, base] = [move(id), move(needs)];
      return dependent === null || base === null ? [] : (wrongOrder(dependent, base, policy) ?? []);
    }),
  );
}

/** A module may be needed from several versions on, each time at least at another. */
function needed(dependencies: readonly ModuleDependency[]): string[] {
  return [...new Set(dependencies.map(({ module }) => module))];
}

function wrongOrder(dependent: Move, base: Move, policy: Policy): string | null {
  if (dependent.way !== base.way) return null;
  if (dependent.way === 'down') return wrongWayBack(dependent, base);
  const needs = requirementsOf(dependent.module, dependent.version, policy);
  if (!needs.some(({ module }) => module === base.module) || inUseFrom(dependent) >= inPlaceFrom(base))
    return null;
  return `${named(dependent)} was in use at ${toInstant(inUseFrom(dependent))}, and ${named(base)}, which it needs, ${placed(base)}`;
}

function wrongWayBack(dependent: Move, base: Move): string | null {
  if (inUseFrom(base) >= inPlaceFrom(dependent)) return null;
  return `${named(base)} was back at ${toInstant(inUseFrom(base))}, and ${named(dependent)}, which needs it, ${placed(dependent)}`;
}

function named({ module, version }: Move): string {
  return `${module} ${version}`;
}

function placed(move: Move): string {
  const from = inPlaceFrom(move);
  return from === Number.POSITIVE_INFINITY ? 'was still under way' : `only at ${toInstant(from)}`;
}

/** The first traffic of a progressive rollout uses a module already. */
function inUseFrom({ event }: Move): number {
  const first = event.record.data.rollout?.find(({ weight }) => weight > 0);
  return first === undefined ? event.settled : Math.min(event.settled, Date.parse(first.at));
}

/** All traffic has it, which may be before the deployment has tidied up. */
function inPlaceFrom({ event }: Move): number {
  const last = event.record.data.rollout?.find(({ weight }) => weight === 100);
  return last === undefined ? event.settled : Math.min(event.settled, Date.parse(last.at));
}

/** How this deployment, or one before it of the same release, moved a module; null where none did. */
function moveOf(
  module: string,
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  place: number,
): Move | null {
  if (holds(event, module)) return moved(module, event, timeline, place);
  for (let index = place - 1; index >= 0; index -= 1) {
    const other = timeline[index];
    if (other === undefined || !mayCount(other)) continue;
    const { version, part, outcome } = other.record.data;
    if (holds(other, module))
      return version === event.record.data.version ? moved(module, other, timeline, index) : null;
    if (part !== true && outcome === 'succeeded') return null;
  }
  return null;
}

function moved(
  module: string,
  event: DeploymentEvent,
  timeline: readonly DeploymentEvent[],
  place: number,
): Move | null {
  const version = moduleOf(module, event)?.version;
  const had = moduleBefore(module, timeline, place, event.began)?.module.version;
  if (version === undefined || version === had) return null;
  const way = had === undefined || compareVersions(version, had) > 0 ? 'up' : 'down';
  return { event, module, version, way };
}

function holds(event: DeploymentEvent, module: string): boolean {
  return moduleOf(module, event) !== undefined;
}

/** What failed, or whose end nobody knows, put nothing in place. */
function mayCount({ record }: DeploymentEvent): boolean {
  return record.data.outcome === 'succeeded' || record.data.outcome === 'running';
}
