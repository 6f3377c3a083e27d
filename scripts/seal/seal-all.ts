import path from 'node:path';
import { compareVersions } from '../../src/history/version-order.ts';
import { judge, type Verdict } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader } from '../store/read.ts';
import { sealNames } from '../store/sealed-files.ts';
import { type Transaction, writeAllOrNothing } from '../store/transaction.ts';
import { sealDeployments } from './seal-deployments.ts';
import { type SealedRelease, type Sealer, sealRelease } from './seal-release.ts';

/** A release that stays open: what is added to it later is still part of its first seal. */
export interface OpenRelease {
  product: string;
  version: string;
  verdict: Verdict['verdict'];
  /** Commits that nothing accounts for: nobody can seal it before they are. */
  unresolved: number;
}

/** What could be sealed of a product, and what could not. */
export interface SealedProduct {
  sealed: SealedRelease[];
  /** The newest first. */
  open: OpenRelease[];
}

/**
 * Seals what a product has for it: what was added to sealed releases and to its deployments, and releases that are
 * blessed. Others stay open, since their checklists, votes and plans may still be written, unless `unblessed` says that
 * they are to be sealed as they are. Throws a Fault at any alarm.
 */
export function sealProduct(
  reader: LedgerReader,
  product: string,
  sealer: Sealer,
  unblessed = false,
): SealedProduct {
  const found: SealedProduct = { sealed: [], open: [] };
  const seal = (make: (transaction: Transaction) => SealedRelease | null): void => {
    const made = writeAllOrNothing(reader.content, make);
    if (made !== null) found.sealed.push(made);
  };
  for (const version of harvestedVersions(reader, product)) {
    const open = isSealed(reader, product, version)
      ? null
      : whyOpen(reader, product, version, { now: sealer.now, unblessed });
    if (open !== null) found.open.unshift(open);
    else seal((transaction) => sealRelease(reader, transaction, { product, version }, sealer));
  }
  seal((transaction) => sealDeployments(reader, transaction, product, sealer));
  return found;
}

/** The oldest first, so that the chain tells them in their order. */
function harvestedVersions(reader: LedgerReader, product: string): string[] {
  return reader
    .versions(product)
    .filter((version) => reader.releaseText(product, version) !== null)
    .sort(compareVersions);
}

function isSealed(reader: LedgerReader, product: string, version: string): boolean {
  return sealNames(path.join(reader.content, ledgerPaths(product).dossier(version))).length > 0;
}

function whyOpen(
  reader: LedgerReader,
  product: string,
  version: string,
  { now, unblessed }: { now: string; unblessed: boolean },
): OpenRelease | null {
  const dossier = readDossier(reader, product, version, now);
  const { verdict } = judge(dossier);
  const unresolved = dossier.fates.filter(({ disposition }) => disposition === 'unresolved').length;
  const isSealable = unresolved === 0 && (unblessed || verdict === 'blessed');
  return isSealable ? null : { product, version, verdict, unresolved };
}
