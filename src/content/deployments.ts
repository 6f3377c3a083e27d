// Deployments. Only the internal edition's routes import this file.

import { deploymentsOfRelease } from '../history/deployments/of-release.ts';
import {
  type DeploymentEvent,
  deploymentTimeline,
  type RecordedDeployment,
} from '../history/deployments/timeline.ts';
import { DeploymentSchema } from '../records/deployment.ts';
import { isSealName } from '../seal/seal-name.ts';
import { namesIn, readRecord, recordPath, recordsIn } from './files.ts';
import { readPolicy } from './ledger.ts';
import { once } from './once.ts';

/** Environments of a product in the policy's order, then those that only records know. */
export const environmentIds: (product: string) => string[] = once('environments', (product) => {
  const known = readPolicy(product)?.policy.environments.map(({ id }) => id) ?? [];
  // Seals stand beside the environments that they are of.
  const recorded = namesIn(...folderOf(product)).filter((id) => !id.startsWith('.') && !isSealName(id));
  return [...known, ...recorded.filter((id) => !known.includes(id))];
});

/** The deployments of an environment, in the order in which they began. */
export function readTimeline(product: string, environment: string): DeploymentEvent[] {
  return timelines(`${product}/${environment}`);
}

/** One deployment, by its record's name. Throws where there is none. */
export function knownEvent(product: string, environment: string, name: string): DeploymentEvent {
  const path = recordPath(...folderOf(product), environment, name);
  const event = eventsByPath(`${product}/${environment}`).get(path);
  if (event === undefined) throw new Error(`${path} is no deployment`);
  return event;
}

const eventsByPath = once(
  'events by path',
  (key) => new Map(timelines(key).map((event): [string, DeploymentEvent] => [event.record.path, event])),
);

/** A release's deployments, and those that tell what else ran there. */
export function readDeploymentsOf(product: string, version: string): RecordedDeployment[] {
  return environmentIds(product).flatMap((environment) =>
    deploymentsOfRelease(recordNames(`${product}/${environment}`), version, (name) =>
      readOne(product, environment, name),
    ),
  );
}

const recordNames = once('deployment names', (key) => {
  const [product = '', environment = ''] = key.split('/');
  return recordsIn(...folderOf(product), environment);
});

const timelines = once('timeline', (key): DeploymentEvent[] => {
  const [product = '', environment = ''] = key.split('/');
  const tolerance = readPolicy(product)?.policy.deploymentTolerance ?? 0;
  const records = recordNames(key).map((name) => readOne(product, environment, name));
  return deploymentTimeline(records, tolerance);
});

function readOne(product: string, environment: string, name: string): RecordedDeployment {
  const parts = [...folderOf(product), environment, name];
  return { ...readRecord(DeploymentSchema, ...parts), path: recordPath(...parts) };
}

function folderOf(product: string): string[] {
  return ['ledger', product, 'deployments'];
}
