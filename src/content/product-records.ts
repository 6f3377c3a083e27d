// A product's records as its population asks for them. Only the internal edition's routes import this file.
import { claimsOf, type ReleaseClaims } from '../population/claims.ts';
import type { ProductRecords, ReleaseOutline, ReleaseRecords } from '../population/product-records.ts';
import type { QueriedProduct } from '../population/query.ts';
import type { Policy } from '../records/policy.ts';
import type { Dossier } from '../verdict/dossier.ts';
import { remembered } from '../verdict/remembered.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readToBeJudged } from './dossier.ts';
import { namesIn } from './files.ts';
import { dossierVersions, knownPolicy, openedVersions, readDossier, readPolicy } from './ledger.ts';
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

/** A product's records with all its releases. Throws for a product without a policy. */
export const readProductRecords: (product: string) => ProductRecords = once('product records', (product) => {
  const versions = [...openedVersions(product), ...dossierVersions(product)].sort();
  const known = new Map(versions.map((version) => [version, outlineOf(product, version)]));
  return {
    policy: knownPolicy(product),
    versions,
    environments: recordedEnvironments(product).map((id) => ({ id, timeline: readTimeline(product, id) })),
    outlineOf: (version) => known.get(version) ?? null,
    dossierOf: (version) => dossierOf(product, version),
    claimsOf: (version) => (versions.includes(version) ? claims(`${product}/${version}`) : null),
  };
});

/** The records of single releases, for one reader: whoever asks for some of them is not concerned by the others. */
export function readReleaseRecords(product: string): ReleaseRecords {
  return {
    outlineOf: remembered((version) => outlineOf(product, version)),
    dossierOf: (version) => dossierOf(product, version),
  };
}

function dossierOf(product: string, version: string): Dossier | null {
  return dossiers(`${product}/${version}`).dossier;
}

const dossiers = once(
  'dossier of a deployment',
  (key) => {
    const [product = '', version = ''] = key.split('/');
    return { dossier: readToBeJudged(product, version) };
  },
  { room: DOSSIERS },
);

function outlineOf(product: string, version: string): ReleaseOutline | null {
  if (!dossierVersions.has(product, version)) return null;
  const { moved, ...outline } = outlines(`${product}/${version}`);
  return { ...outline, moved: new Set(moved) };
}

const claims = once(
  'claims of a release',
  (key): ReleaseClaims | null => {
    const [product = '', version = ''] = key.split('/');
    const dossier = readToBeJudged(product, version);
    return dossier && claimsOf(dossier);
  },
  { kept: true },
);

const outlines = once(
  'outline',
  (key): Omit<ReleaseOutline, 'moved'> & { moved: string[] } => {
    const [product = '', version = ''] = key.split('/');
    const { release, fates } = readDossier(product, version);
    const changes = new Map(
      fates.flatMap(({ change, module }) => (change === null ? [] : [[change, module] as const])),
    );
    return {
      date: release.date,
      previous: release.previous,
      changes: [...changes].map(([id, module]) => ({ id, module })),
      moved: release.modules.filter(({ moved }) => moved).map(({ id }) => id),
    };
  },
  { kept: true },
);
