// Where a release was deployed. Only the internal edition's routes import this file.

import { type DeployedWhere, deployedWhere } from '../views/deployments/deployed-where.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readPolicy } from './ledger.ts';
import { once } from './once.ts';

/** Where and when a release was deployed: deployments of others change nothing there. */
export function readDeployedWhere(product: string, version: string): DeployedWhere {
  return where(`${product}/${version}`);
}

const where = once(
  'deployed where',
  (key): DeployedWhere => {
    const [product = '', version = ''] = key.split('/');
    const policy = readPolicy(product)?.policy;
    if (policy === undefined) return { table: null, further: 0 };
    const environments = environmentIds(product).map((id) => ({
      environment: environmentOf(policy, id),
      timeline: readTimeline(product, id),
    }));
    return deployedWhere(version, { product, policy, environments });
  },
  { cut: true, room: 64 },
);
