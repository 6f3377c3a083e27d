import { remembersLast } from '../../src/history/remembers-last.ts';
import { claimsFrom } from '../../src/population/claims.ts';
import type { ProductRecords, ReleaseOutline } from '../../src/population/product-records.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { remembered } from '../../src/verdict/remembered.ts';
import { readTimelines } from '../deployments/product-deployments.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import type { LedgerReader } from '../store/read.ts';

/** How many dossiers are held at once: a deployment asks for its own and for those of the releases that it passed. */
const DOSSIERS = 64;

/** Reads a product's records, each when it is asked for. `now` is the moment that dossiers are read for. */
export function readProductRecords(reader: LedgerReader, product: string, now: string): ProductRecords {
  const { policy } = reader.knownPolicy(product);
  const versions = reader.versions(product);
  const known = new Set(versions);
  const dossierOf = remembersLast(DOSSIERS, (version): Dossier | null =>
    known.has(version) ? readDossier(reader, product, version, now) : null,
  );
  return {
    policy,
    versions,
    environments: readTimelines(reader, policy),
    outlineOf: remembered((version) => (known.has(version) ? readOutline(reader, product, version) : null)),
    dossierOf,
    claimsOf: remembered(claimsFrom(dossierOf)),
  };
}

/** A release that was opened and not harvested has no table of commits. */
function readOutline(reader: LedgerReader, product: string, version: string): ReleaseOutline | null {
  const account = reader.account(product, version);
  if (account === null) return null;
  const changes = new Map(
    account.fates.flatMap(({ change, module }) => (change === null ? [] : [[change, module] as const])),
  );
  return {
    date: account.release.date,
    previous: account.release.previous,
    changes: [...changes].map(([id, module]) => ({ id, module })),
    moved: new Set(account.release.modules.filter(({ moved }) => moved).map(({ id }) => id)),
  };
}
