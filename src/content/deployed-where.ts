// Where a release was deployed. Only the internal edition's routes import this file.

import type { DeploymentEvent } from '../history/deployments/timeline.ts';
import { concernedBy, type DeployedWhere, deployedWhere } from '../views/deployments/deployed-where.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readPolicy } from './ledger.ts';
import { once } from './once.ts';

/** Where and when a release was deployed: deployments of others change nothing there. */
export function readDeployedWhere(product: string, version: string): DeployedWhere {
  return where(`${product}/${version}`);
}

/** Deployments of an environment by the releases that they concern. */
const eventsOf = once('deployments by release', (place): ReadonlyMap<string, DeploymentEvent[]> => {
  const [product = '', environment = ''] = place.split('/');
  const found = new Map<string, DeploymentEvent[]>();
  for (const event of readTimeline(product, environment))
    for (const version of concernedBy(event)) {
      const known = found.get(version);
      if (known === undefined) found.set(version, [event]);
      else known.push(event);
    }
  return found;
});

const where = once(
  'deployed where',
  (key): DeployedWhere => {
    const [product = '', version = ''] = key.split('/');
    const policy = readPolicy(product)?.policy;
    if (policy === undefined) return { table: null, further: 0 };
    const environments = environmentIds(product).map((id) => ({
      environment: environmentOf(policy, id),
      timeline: eventsOf(`${product}/${id}`).get(version) ?? [],
    }));
    return deployedWhere(version, { product, policy, environments });
  },
  { cut: true, room: 64 },
);
