// A product's records as its population asks for them. Only the internal edition's routes import this file.
import type { ProductRecords, ReleaseOutline } from '../population/product-records.ts';
import type { QueriedProduct } from '../population/query.ts';
import { remembersLast } from '../population/remembers-last.ts';
import type { Policy } from '../records/policy.ts';
import { remembered } from '../verdict/remembered.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readToBeJudged } from './dossier.ts';
import { namesIn } from './files.ts';
import { dossierVersions, openedVersions, readDossier, readPolicy } from './ledger.ts';
import { once } from './once.ts';

/**
 * How many dossiers are held at once: a deployment asks for its own and for those of the releases that it passed, and
 * the year, its months and each product ask for the same ones in turn.
 */
const DOSSIERS = 1024;

/** Every product that a policy tells of, with the environments that customers use. */
export function queriedProducts(): QueriedProduct[] {
  return namesIn('ledger').flatMap((product) => {
    const policy = readPolicy(product)?.policy;
    return policy === undefined ? [] : { product, environments: customerEnvironments(policy) };
  });
}

/** Customers may have used what the policy does not know any more: leaving it out would hide it. */
function customerEnvironments({ product, environments }: Policy): string[] {
  const known = environments.map(({ id }) => id);
  const forgotten = recordedEnvironments(product).filter((id) => !known.includes(id));
  return [...environments.filter(({ production }) => production).map(({ id }) => id), ...forgotten];
}

/** Seals lie beside the folders of environments, whose names have no dot. */
function recordedEnvironments(product: string): string[] {
  return environmentIds(product).filter((id) => !id.includes('.'));
}

/** A product's records, each read when it is asked for. Throws for a product without a policy. */
export const readProductRecords: (product: string) => ProductRecords = once('product records', (product) => {
  const policy = readPolicy(product)?.policy;
  if (policy === undefined) throw new Error(`${product} has no policy`);
  const versions = [...openedVersions(product), ...dossierVersions(product)].sort();
  const tagged = new Set(dossierVersions(product));
  return {
    policy,
    versions,
    environments: recordedEnvironments(product).map((id) => ({ id, timeline: readTimeline(product, id) })),
    outlineOf: remembered((version) => (tagged.has(version) ? readOutline(product, version) : null)),
    dossierOf: remembersLast(DOSSIERS, (version) => readToBeJudged(product, version)),
  };
});

function readOutline(product: string, version: string): ReleaseOutline {
  const { release, fates } = readDossier(product, version);
  const changes = new Map(
    fates.flatMap(({ change, module }) => (change === null ? [] : [[change, module] as const])),
  );
  return {
    date: release.date,
    previous: release.previous,
    changes: [...changes].map(([id, module]) => ({ id, module })),
    moved: new Set(release.modules.filter(({ moved }) => moved).map(({ id }) => id)),
  };
}
