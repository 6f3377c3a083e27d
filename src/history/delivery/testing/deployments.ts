import type { z } from 'zod';
import { type DeploymentInput, DeploymentSchema, type RollbackSchema } from '../../../records/index.ts';
import {
  type DeploymentEvent,
  deploymentTimeline,
  type RecordedDeployment,
} from '../../deployments/timeline.ts';
import type { DeliveredChange, DeliveryFacts } from '../facts.ts';

/** What a test says of a deployment; times as "2026-03-02T10:00", in UTC. */
export interface Said {
  outcome?: DeploymentInput['outcome'];
  /** When it ended. */
  end?: string;
  /** Only these modules. */
  part?: string[];
  rollback?: Partial<Omit<z.input<typeof RollbackSchema>, 'detectedAt' | 'restoredAt'>> & {
    detectedAt?: string;
    restoredAt?: string;
  };
  migration?: boolean;
}

/** A deployment that succeeded at once, unless the test says otherwise. */
export function deployed(version: string, at: string, said: Said = {}): RecordedDeployment {
  const { outcome = 'succeeded', end, part, rollback, migration = false } = said;
  const kind = rollback !== undefined ? 'rollback' : migration ? 'migrate' : 'deploy';
  const data = DeploymentSchema.parse({
    ...{ schema: 1, product: 'lantern', environment: 'production', kind, version, outcome },
    at: instant(at),
    ...(end === undefined ? {} : { finishedAt: instant(end) }),
    ...(part === undefined ? {} : { part: true }),
    modules: (part ?? ['api', 'web']).map((id) => ({ id, version })),
    ...(rollback === undefined ? {} : { rollback: withInstants(rollback) }),
    ...(migration ? { migration: { from: 'old', to: 'new' } } : {}),
    filedAt: instant(at),
    sources: [{ kind: 'command', at: instant(at), outcome, ranBy: 'cyra' }],
  } satisfies DeploymentInput);
  return { data, path: `deployments/production/${at}-${version}.md`, body: '' };
}

/** A timeline of deployments in any order. */
export function timelineOf(...records: readonly RecordedDeployment[]): DeploymentEvent[] {
  return deploymentTimeline(records, 15);
}

/** Facts of releases that bring nothing and were planned, unless the test says otherwise. */
export function facts(said: Partial<DeliveryFacts> = {}): DeliveryFacts {
  return { changesOf: () => [], isUnplanned: () => false, ...said };
}

/** Changes by release, of pairs of an id and the time of its commit. */
export function changes(
  releases: Record<string, [id: string, committedAt: string, module?: string][]>,
): DeliveryFacts['changesOf'] {
  return (version) =>
    (releases[version] ?? []).map(
      ([id, committedAt, module]): DeliveredChange => ({
        ...{ id, committedAt: moment(committedAt) },
        ...(module === undefined ? {} : { module }),
      }),
    );
}

/** Milliseconds of "2026-03-02T10:00", in UTC. */
export function moment(time: string): number {
  return Date.parse(instant(time));
}

function instant(time: string): string {
  return `${time}:00+00:00`;
}

function withInstants(rollback: NonNullable<Said['rollback']>): z.input<typeof RollbackSchema> {
  const { from = null, detectedAt, restoredAt, ...more } = rollback;
  return {
    ...more,
    from,
    ...(detectedAt === undefined ? {} : { detectedAt: instant(detectedAt) }),
    ...(restoredAt === undefined ? {} : { restoredAt: instant(restoredAt) }),
  };
}
