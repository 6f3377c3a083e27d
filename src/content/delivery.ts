// What metrics of delivery are made of. Only the internal edition's routes import this file.
import type { DeliveryFacts } from '../history/delivery/facts.ts';
import { OpeningSchema } from '../records/dossier.ts';
import { deliveryFacts, type LandedChange } from '../verdict/delivery-facts.ts';
import type { Dossier } from '../verdict/dossier.ts';
import type { DeclaringDossier } from '../verdict/emergency-declaration.ts';
import type { DeliveryInput } from '../views/delivery/delivery-input.ts';
import { type DeliverySection, deliverySections } from '../views/delivery/delivery-sections.ts';
import type { DeliveryView } from '../views/delivery/delivery-view.ts';
import { environmentOf } from '../views/deployments/environment-of.ts';
import type { ModulesInput } from '../views/modules/modules-view.ts';
import { environmentIds, readTimeline } from './deployments.ts';
import { readRecord, recordPath, recordsIn } from './files.ts';
import { changesOf, dossierVersions, readDossier, readPolicy } from './ledger.ts';
import { judgedAt } from './moment.ts';
import { once } from './once.ts';

/** What each environment's figures are made of, in the policy's order; none for a product without a policy. */
function readDeliveries(product: string): DeliveryInput[] {
  const policy = readPolicy(product)?.policy;
  if (policy === undefined) return [];
  const shared = { facts: factsOf(product), policy, now: Date.parse(judgedAt()) };
  return environmentIds(product).map((id) => ({
    ...shared,
    environment: environmentOf(policy, id),
    timeline: readTimeline(product, id),
  }));
}

/** The environments of a product with their figures, as its page of delivery has them. */
export const readDeliverySections: (product: string) => DeliverySection[] = once(
  'delivery sections',
  (product) => deliverySections(readDeliveries(product)),
);

/** Environments whose figures fill a page of their own. */
export const deliveriesApart: (product: string) => string[] = once(
  'deliveries apart',
  (product) =>
    readDeliverySections(product).flatMap(({ extent, view }) =>
      extent === 'whole' || view === null ? [] : [view.environment],
    ),
  { kept: true },
);

/** The figures of one of these. Throws where there are none. */
export function readDelivery(product: string, environment: string): DeliveryView {
  return oneDelivery(`${product}/${environment}`);
}

const oneDelivery = once(
  'delivery of an environment',
  (key): DeliveryView => {
    const [product = '', environment = ''] = key.split('/');
    const view = readDeliverySections(product).find((each) => each.view?.environment === environment)?.view;
    if (view == null) throw new Error(`${product} tells nothing of ${environment}`);
    return view;
  },
  { cut: true },
);

/** What the page of a product's modules is made of; null for a product without a policy. */
export function readModules(product: string): ModulesInput | null {
  const policy = readPolicy(product)?.policy;
  if (policy === undefined) return null;
  return { policy, environments: readDeliveries(product), now: Date.parse(judgedAt()) };
}

/** Anew for each page: what it remembers is then read by that page, and by no other before it. */
function factsOf(product: string): DeliveryFacts {
  return deliveryFacts({
    dossierOf: (version) => declaringDossier(product, version),
    changesOf: (version) => landed(`${product}/${version}`),
  });
}

const landed = once(
  'landed changes',
  (key): LandedChange[] => {
    const [product = '', version = ''] = key.split('/');
    const all = changesOf(product, version).map(({ change }) => change);
    return all.map(({ id, module, landedAt }) => ({ id, module, landedAt }));
  },
  { kept: true },
);

/** As much of a dossier as tells what was planned: votes and reports stay closed. */
function declaringDossier(product: string, version: string): DeclaringDossier | null {
  const record = readPolicy(product);
  if (record === null) return null;
  const { policy: data, path } = record;
  return { ...declared(`${product}/${version}`), policy: { data, path }, now: judgedAt() };
}

const declared = once(
  'declared of a release',
  (key): Pick<Dossier, 'release' | 'opening'> => {
    const [product = '', version = ''] = key.split('/');
    const record = dossierVersions.has(product, version) ? readDossier(product, version) : null;
    return {
      release: record && { data: record.release, path: record.path },
      opening: readOpening(product, version),
    };
  },
  { kept: true },
);

function readOpening(product: string, version: string): Dossier['opening'] {
  const folder = ['ledger', product, 'releases', version];
  if (!recordsIn(...folder).includes('opening')) return null;
  const parts = [...folder, 'opening'];
  return { ...readRecord(OpeningSchema, ...parts), path: recordPath(...parts) };
}
