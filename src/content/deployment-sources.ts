// What a deployment's page is made of. Only the internal edition's routes import this file.

import { rollbacksOf } from '../history/deployments/rollbacks.ts';
import type { DeploymentEvent } from '../history/deployments/timeline.ts';
import { compareVersions } from '../history/version-order.ts';
import {
  type DeploymentAround,
  type DeploymentThen,
  deploymentAround,
} from '../views/deployments/deployment-around.ts';
import { recordName } from '../views/deployments/deployment-links.ts';
import type { DeploymentSources } from '../views/deployments/deployment-page.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import { auditVersions } from './audit.ts';
import { deploymentEvidenceHref } from './deployment-evidence.ts';
import { environmentIds, knownEvent, readTimeline, readTimelineUntil } from './deployments.ts';
import { readJudged } from './dossier.ts';
import { evidenceHref } from './evidence.ts';
import { knownPolicy, readPolicy } from './ledger.ts';
import { findNote } from './notes.ts';
import { once } from './once.ts';
import { readProduct } from './products.ts';
import { apart } from './tracking.ts';

/** A deployment by its address. */
export interface DeploymentAddress {
  product: string;
  environment: string;
  name: string;
}

/** All deployments of a product, release by release, so that pages in a row read the same dossier. */
export function deploymentAddresses(product: string): DeploymentAddress[] {
  if (readPolicy(product) === null) return [];
  return environmentIds(product)
    .flatMap((environment) =>
      readTimeline(product, environment).map(({ record }) => ({ record, environment })),
    )
    .sort((a, b) => compareVersions(a.record.data.version, b.record.data.version))
    .map(({ record, environment }) => ({ product, environment, name: recordName(record) }));
}

/** Everything that its page is made of, and the product's name. */
export function readDeployment(address: DeploymentAddress): DeploymentSources & { name: string } {
  const { product, environment, name } = address;
  const { event, around } = arounds(`${product}/${environment}/${name}`);
  const { version, rollback } = event.record.data;
  const policy = knownPolicy(product);
  // The release that was taken away is read first, so that the next page finds this one's dossier still open.
  const from = rollback?.from ?? null;
  const taken = from === null ? null : readJudged(product, from);
  return {
    ...{ event, around, policy, name: readProduct(product).product.name },
    environment: environmentOf(policy, environment),
    taken: taken?.dossier ?? null,
    dossier: readJudged(product, version)?.dossier ?? null,
    evidence: (file) => evidenceHref(product, version, file),
    files: (file) => deploymentEvidenceHref(product, environment, file),
  };
}

/** What comes later changes a page only where it comes out otherwise: dossiers are not opened to find that. */
const arounds = once(
  'around a deployment',
  (key): { event: DeploymentEvent; around: DeploymentAround } => {
    const [product = '', environment = '', name = ''] = key.split('/');
    const then = readThen({ product, environment, name });
    return { event: then.event, around: deploymentAround(then) };
  },
  { cut: true, room: 1 },
);

/** What ran until it had settled, here and in the other environments, and a little of what came later. */
function readThen({ product, environment, name }: DeploymentAddress): DeploymentThen {
  const policy = knownPolicy(product);
  const { began, settled } = apart(() => knownEvent(product, environment, name));
  const moment = Number.isFinite(settled) ? Math.max(began, settled) : began;
  const environments = environmentIds(product).map((id) => {
    const timeline = readTimelineUntil(product, id, moment);
    return { environment: environmentOf(policy, id), timeline, rollbacks: rollbacksOf(timeline) };
  });
  const here = environments.find((each) => each.environment.id === environment);
  const event = here?.timeline.find(({ record }) => recordName(record) === name);
  if (here === undefined || event === undefined)
    throw new Error(`${name} is no deployment to ${environment}`);
  const from = event.record.data.rollback?.from ?? null;
  return {
    event,
    now: here,
    note: from === null ? null : (findNote(product, from)?.note ?? null),
    product: {
      ...{ product, name: readProduct(product).product.name, policy, environments },
      versions: { has: (version: string) => auditVersions.has(product, version) },
    },
  };
}
