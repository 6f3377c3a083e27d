// Deployments. Only the internal edition's routes import this file.

import { deploymentsOfRelease, versionsInName } from '../history/deployments/of-release.ts';
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
import { apart } from './tracking.ts';

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
    namesOfRelease(`${product}/${environment}/${version}`).map((name) =>
      readDeployment(product, environment, name),
    ),
  );
}

/** Names of the records that tell of a release: others may come and go. */
const namesOfRelease = once(
  'deployments of a release',
  (key) => {
    const [product = '', environment = '', version = ''] = key.split('/');
    const read = (name: string): RecordedDeployment => readDeployment(product, environment, name);
    const names = namesThatMayTell(key);
    // Only what changed a part of what ran has to be told with what ran before it.
    const isWhole = names.every((name) => read(name).data.part !== true);
    const found = isWhole
      ? deploymentsOfRelease(names, version, read)
      : deploymentsOfRelease(recordNames(`${product}/${environment}`), version, read);
    return found.map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length));
  },
  { cut: true, room: 64 },
);

/** Records that may be of a version, by their names: none of the others is looked at. */
const namesThatMayTell = once(
  'names that may tell of a release',
  (key): string[] => {
    const [product = '', environment = '', version = ''] = key.split('/');
    return namesByVersion(`${product}/${environment}`).get(version) ?? [];
  },
  { cut: true },
);

const namesByVersion = once('versions in deployments', (place): ReadonlyMap<string, string[]> => {
  const names = new Map<string, string[]>();
  for (const name of recordNames(place))
    for (const version of versionsInName(name)) {
      const known = names.get(version);
      if (known === undefined) names.set(version, [name]);
      else known.push(name);
    }
  return names;
});

const recordNames = once('deployment names', (key) => {
  const [product = '', environment = ''] = key.split('/');
  return recordsIn(...folderOf(product), environment);
});

const timelines = once('timeline', (key): DeploymentEvent[] => {
  const [product = '', environment = ''] = key.split('/');
  const tolerance = readPolicy(product)?.policy.deploymentTolerance ?? 0;
  const records = recordNames(key).map((name) => readDeployment(product, environment, name));
  return deploymentTimeline(records, tolerance);
});

function readDeployment(product: string, environment: string, name: string): RecordedDeployment {
  return deployments(`${product}/${environment}/${name}`);
}

const deployments = once(
  'deployment',
  (key): RecordedDeployment => {
    const [product = '', ...parts] = key.split('/');
    const file = [...folderOf(product), ...parts];
    return { ...readRecord(DeploymentSchema, ...file), path: recordPath(...file) };
  },
  { kept: true },
);

/** Deployments in a stretch: of what comes later, a page is told in steps of so many. */
const STRETCH = 8;

/**
 * The timeline of an environment as far as a moment, and a little further. Whoever asks for it is not concerned by
 * what comes long after.
 */
export function readTimelineUntil(product: string, environment: string, moment: number): DeploymentEvent[] {
  const place = `${product}/${environment}`;
  const count = lengthsUntil(`${place}/${moment}`);
  stretches(`${place}/${count / STRETCH}`);
  return apart(() => timelines(place).slice(0, count));
}

/** How many stretches hold all that began until a moment, and the next one. */
const lengthsUntil = once(
  'timeline until',
  (key) => {
    const at = key.lastIndexOf('/');
    const [place, moment] = [key.slice(0, at), Number(key.slice(at + 1))];
    const timeline = timelines(place);
    const later = timeline.findIndex(({ began }) => began > moment);
    const until = later === -1 ? timeline.length : later;
    return (Math.floor(until / STRETCH) + 2) * STRETCH;
  },
  { cut: true },
);

/** All that a timeline holds up to the end of a stretch: made of the stretch and of the ones before it. */
const stretches = once('timeline up to stretch', (key) => {
  const at = key.lastIndexOf('/');
  const [place, count] = [key.slice(0, at), Number(key.slice(at + 1))];
  if (count > 1) stretches(`${place}/${count - 1}`);
  return oneStretch(key);
});

const oneStretch = once(
  'stretch of a timeline',
  (key) => {
    const at = key.lastIndexOf('/');
    const [place, count] = [key.slice(0, at), Number(key.slice(at + 1))];
    return timelines(place).slice((count - 1) * STRETCH, count * STRETCH);
  },
  { cut: true, room: 1 },
);

function folderOf(product: string): string[] {
  return ['ledger', product, 'deployments'];
}
