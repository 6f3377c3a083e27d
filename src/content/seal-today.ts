// What seals are held against. Only the internal edition's routes import this file.
import type { Today } from '../views/seal/seal-facts.ts';
import { readJudged } from './dossier.ts';
import { readPolicy, timeZoneOf } from './ledger.ts';
import { fileDigest } from './plain-file.ts';

/** A product's policy of today; of a release its verdict and its note too. */
export function sealToday(product: string, version: string | undefined): Today {
  const policy = readPolicy(product);
  return {
    timeZone: timeZoneOf(product),
    policy: policy?.digest ?? null,
    verdict: version === undefined ? null : (readJudged(product, version)?.verdict ?? null),
    note: version === undefined ? null : fileDigest(`notes/${product}/${version}.md`),
  };
}
