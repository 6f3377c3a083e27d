// What a deployment's page is made of. Only the internal edition's routes import this file.

import { rollbacksOf } from '../history/deployments/rollbacks.ts';
import { compareVersions } from '../history/version-order.ts';
import { recordName } from '../views/deployments/deployment-links.ts';
import type { DeploymentSources } from '../views/deployments/deployment-page.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import { auditVersions } from './audit.ts';
import { deploymentEvidenceHref } from './deployment-evidence.ts';
import { environmentIds, knownEvent, readTimeline, readTimelineUntil } from './deployments.ts';
import { readJudged } from './dossier.ts';
import { evidenceHref } from './evidence.ts';
import { readPolicy } from './ledger.ts';
import { findNote } from './notes.ts';
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

/** Everything that its page is made of. */
export function readDeployment({ product, environment, name }: DeploymentAddress): DeploymentSources {
  const { event, ...around } = readAround({ product, environment, name });
  const { version } = event.record.data;
  // The release that was taken away is read first, so that the next page finds this one's dossier still open.
  const taken = takenAway(product, event.record.data.rollback?.from ?? null);
  return {
    ...around,
    event,
    taken,
    dossier: readJudged(product, version)?.dossier ?? null,
    evidence: (file) => evidenceHref(product, version, file),
    files: (file) => deploymentEvidenceHref(product, environment, file),
  };
}

/** What ran until it had settled, here and in the other environments, and a little of what came later. */
function readAround({ product, environment, name }: DeploymentAddress) {
  const policy = readPolicy(product)?.policy;
  if (policy === undefined) throw new Error(`${product} has no policy`);
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
  return {
    event,
    now: here,
    product: {
      ...{ product, name: readProduct(product).product.name, policy, environments },
      versions: { has: (version: string) => auditVersions.has(product, version) },
    },
  };
}

function takenAway(product: string, version: string | null): DeploymentSources['taken'] {
  if (version === null) return { dossier: null, note: null };
  return {
    dossier: readJudged(product, version)?.dossier ?? null,
    note: findNote(product, version)?.note ?? null,
  };
}
