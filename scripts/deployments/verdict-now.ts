import type { Deployment } from '../../src/records/index.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import type { LedgerReader } from '../store/read.ts';

/** A verdict as a deployment's record pins it. */
export type VerdictThen = NonNullable<Deployment['verdictThen']>;

/** Tells what the ledger says of releases at a moment, each judged once; null for one that it does not know. */
export function verdictTeller(
  reader: LedgerReader,
  product: string,
  now: string,
): (version: string) => VerdictThen | null {
  const known = new Set(reader.versions(product));
  const told = new Map<string, VerdictThen>();
  return (version) => {
    if (!known.has(version)) return null;
    const before = told.get(version);
    if (before !== undefined) return before;
    const { verdict, policy } = judge(readDossier(reader, product, version, now));
    told.set(version, { verdict, policy });
    return { verdict, policy };
  };
}
