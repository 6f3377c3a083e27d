import { unmetRequirements } from '../../history/deployments/deploy-graph.ts';
import { type Running, runningAt } from '../../history/deployments/running.ts';
import type { DeploymentEvent } from '../../history/deployments/timeline.ts';
import type { Environment, Policy } from '../../records/index.ts';
import { MODULES } from '../module-texts.ts';

/** An environment and its deployments. */
export interface EnvironmentRecord {
  environment: Environment;
  /** In the order of `deploymentTimeline`. */
  timeline: readonly DeploymentEvent[];
}

/** What runs in an environment at a moment. */
export interface RunningEnvironment {
  id: string;
  name: string;
  isProduction: boolean;
  /** A deployment to it is on record. */
  isRecorded: boolean;
  running: Running;
}

/** What runs in each environment at a moment (milliseconds). */
export function runningEnvironments(
  records: readonly EnvironmentRecord[],
  moment: number,
): RunningEnvironment[] {
  return records.map(({ environment: { id, name = id, production }, timeline }) => ({
    ...{ id, name, isProduction: production, isRecorded: timeline.length > 0 },
    running: runningAt(timeline, moment),
  }));
}

/** Versions by module of the first environment that customers use, and its name; null where none runs. */
export function productionVersions(
  environments: readonly RunningEnvironment[],
): { name: string; versions: Map<string, string> } | null {
  const found = environments.find(({ isProduction, running }) => isProduction && running.modules.size > 0);
  return found === undefined ? null : { name: found.name, versions: versionsOf(found) };
}

/** What runs without something that it needs: sentences. */
export function unmetNow(environments: readonly RunningEnvironment[], policy: Policy): string[] {
  return environments.flatMap((environment) =>
    unmetRequirements(versionsOf(environment), policy).map(({ module, version, needs, atLeast, has }) =>
      MODULES.unmet.finding(
        environment.name,
        module,
        version,
        atLeast === null ? needs : `${needs} ${atLeast} or later`,
        has,
      ),
    ),
  );
}

function versionsOf({ running }: RunningEnvironment): Map<string, string> {
  return new Map([...running.modules].map(([id, { module }]) => [id, module.version]));
}
