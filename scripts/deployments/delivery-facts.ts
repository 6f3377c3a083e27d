import type { DeliveryFacts } from '../../src/history/delivery/facts.ts';
import type { Policy } from '../../src/records/index.ts';
import { deliveryFacts } from '../../src/verdict/delivery-facts.ts';
import type { DeclaringDossier } from '../../src/verdict/emergency-declaration.ts';
import { readChanges } from '../dossier/read-dossier.ts';
import { DossierReader } from '../store/dossier-reader.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader } from '../store/read.ts';

/** What metrics of delivery ask about releases; a release's files are read only when something is asked of it. */
export function readDeliveryFacts(reader: LedgerReader, policy: Policy, now: string): DeliveryFacts {
  const { product } = policy;
  const known = new Set(reader.versions(product));
  return deliveryFacts({
    dossierOf: (version) => (known.has(version) ? declaringDossier(reader, policy, version, now) : null),
    changesOf: (version) => {
      const release = reader.release(product, version);
      return release === null ? [] : readChanges(reader, product, release).map(({ data }) => data);
    },
  });
}

function declaringDossier(
  reader: LedgerReader,
  policy: Policy,
  version: string,
  now: string,
): DeclaringDossier {
  const { product } = policy;
  const paths = ledgerPaths(product);
  const release = reader.release(product, version);
  return {
    release: release && { data: release, path: paths.release(version) },
    opening: new DossierReader(reader.content, product, version).opening(),
    policy: { data: policy, path: paths.policy },
    now,
  };
}
