import { runningAt } from '../../../src/history/deployments/running.ts';
import {
  type DeploymentEvent,
  deploymentTimeline,
  type RecordedDeployment,
} from '../../../src/history/deployments/timeline.ts';
import { type DeployedModule, Fault, type Policy, type Rollback } from '../../../src/records/index.ts';
import { personNamed } from '../../dossier/opening/who.ts';
import { timeReader, webAddress } from './given-deployment.ts';

/** What `ledger rollback` is given beside what a deployment is. */
export interface GivenRollback {
  /** The release that is taken away. */
  from?: string;
  trigger?: 'metric' | 'incident' | 'person';
  /** The metric and its value, the incident, or who asked. */
  what?: string;
  decidedBy?: string;
  detected?: string;
  restored?: string;
  incident?: string;
  data?: string;
  /** The release itself was at fault; absent where nobody says. */
  bad?: boolean;
}

/** Reads what was rolled back and why. Throws Faults that say what to write. */
export function givenRollback(
  given: GivenRollback,
  from: string | null,
  policy: Policy,
  now: string,
): Rollback {
  const timeOf = timeReader(policy, now);
  const { detected, restored, incident, decidedBy, data, bad } = given;
  const detectedAt = detected === undefined ? undefined : timeOf('--detected', detected);
  const restoredAt = restored === undefined ? undefined : timeOf('--restored', restored);
  if (detectedAt !== undefined && restoredAt !== undefined && restoredAt < detectedAt)
    throw new Fault(`--restored ${restored} is before --detected ${detected}`, { hint: 'Swap them.' });
  return {
    from,
    ...trigger(given),
    ...(decidedBy !== undefined && { decidedBy: personNamed(policy, decidedBy) }),
    ...(detectedAt !== undefined && { detectedAt }),
    ...(restoredAt !== undefined && { restoredAt }),
    ...(incident !== undefined && { incident: webAddress('--incident', incident) }),
    ...(data !== undefined && data.trim() !== '' && { data: data.trim() }),
    ...(bad !== undefined && { bad }),
  };
}

function trigger({ trigger: kind, what, incident }: GivenRollback): Pick<Rollback, 'trigger'> {
  const cause = what?.trim() || (kind === 'incident' ? incident : undefined);
  if (kind === undefined && what === undefined) return {};
  if (kind === undefined || cause === undefined)
    throw new Fault(
      `--${kind === undefined ? 'what' : 'trigger'} says only half of what made you roll back`,
      {
        hint: 'For example --trigger metric --what "5xx 4.1 % against 1 %".',
      },
    );
  return { trigger: { kind, what: cause } };
}

/** What ran in an environment before, to roll back from and to. */
export interface Before {
  /** The release that a rollback takes away: the last that was begun, whether it succeeded or not. Null for none. */
  from: string | null;
  /** A release's modules as they last ran here, without the numbers that Helm gives anew; null where it never did. */
  ranAs(version: string): DeployedModule[] | null;
}

/** Looks at an environment as it was before a moment. */
export function before(records: readonly RecordedDeployment[], at: string, toleranceMinutes: number): Before {
  const moment = Date.parse(at);
  const timeline = deploymentTimeline(records, toleranceMinutes).filter((event) => event.began < moment);
  const { last, underWay, inDoubt } = runningAt(timeline, moment);
  const from = [...underWay, ...inDoubt, ...(last === null ? [] : [last])].sort(byBeginning).at(-1);
  return {
    from: from?.record.data.version ?? null,
    ranAs: (version) => modulesOf(timeline.findLast((event) => isWholeSuccess(event, version))),
  };
}

function byBeginning(a: DeploymentEvent, b: DeploymentEvent): number {
  return a.began - b.began;
}

function isWholeSuccess({ record: { data } }: DeploymentEvent, version: string): boolean {
  return data.version === version && data.outcome === 'succeeded' && data.part !== true;
}

function modulesOf(event: DeploymentEvent | undefined): DeployedModule[] | null {
  return event?.record.data.modules.map(({ revision: _, ...module }) => module) ?? null;
}
