// What runs where. Only the internal edition's routes import this file.
import type { Policy } from '../records/policy.ts';
import { namedDigests, publicNames, type RollbackFacts, rollbackFacts } from '../verdict/rollback-facts.ts';
import type { EnvironmentNow, ProductEnvironments } from '../views/deployments/environment-now.ts';
import { productEnvironments } from '../views/deployments/product-environments.ts';
import { auditVersions } from './audit.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { judgedVersions, readShipped, readToBeJudged, readVerdict } from './dossier.ts';
import { readPolicy } from './ledger.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';
import { readProduct } from './products.ts';

/** What runs where of a product now; null where no policy tells of it. */
export function readEnvironments(product: string): ProductEnvironments | null {
  return environments(product).now;
}

/** The same, for a product that is known to have a policy. */
export function knownEnvironments(product: string): ProductEnvironments {
  const now = readEnvironments(product);
  if (now === null) throw new Error(`${product} has no policy`);
  return now;
}

/** The environments of a product that have pages; none where no policy tells of it. */
export function listedEnvironments(product: string): string[] {
  return readPolicy(product) === null ? [] : environmentIds(product);
}

/** One environment of it. */
export function knownEnvironment({ environments, product }: ProductEnvironments, id: string): EnvironmentNow {
  const found = environments.find(({ environment }) => environment.id === id);
  if (found === undefined) throw new Error(`${product} has no environment ${id}`);
  return found;
}

const environments = once('product environments', (id): { now: ProductEnvironments | null } => {
  const policy = readPolicy(id)?.policy ?? null;
  return { now: policy && assemble(id, policy) };
});

function assemble(id: string, policy: Policy): ProductEnvironments {
  const { product } = readProduct(id);
  return productEnvironments({
    product: id,
    name: product.name,
    policy,
    now: Date.parse(judgedAt()),
    versions: new Set(auditVersions(id)),
    timelines: environmentIds(id).map((each) => ({ id: each, timeline: readTimeline(id, each) })),
    releases: releaseFacts(id, policy),
    publicNames: publicNames(id, product),
  });
}

/** What a rollback asks about releases. Dossiers are read only where it asks, and each release is judged once. */
function releaseFacts(id: string, policy: Policy): RollbackFacts {
  const told = rollbackFacts({
    policy,
    versions: judgedVersions(id),
    rollbacks: environmentIds(id).flatMap((each) =>
      readTimeline(id, each).flatMap(({ record }) => (record.data.kind === 'rollback' ? [record] : [])),
    ),
    dossierOf: (version) => readToBeJudged(id, version),
  });
  const newestFirst = judgedVersions(id);
  return {
    ...told,
    facts: {
      ...told.facts,
      verdictOf: (version) => readVerdict(id, version),
      namedDigests: (version, module) => {
        const from = newestFirst.slice(Math.max(0, newestFirst.indexOf(version)));
        return namedDigests(module, from, (each) => readShipped(id, each));
      },
    },
  };
}
