import path from 'node:path';
import type { Seal } from '../../src/records/index.ts';
import { readAllDeployments } from '../store/deployment-records.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader } from '../store/read.ts';
import { readSeal, sealNames } from '../store/sealed-files.ts';
import type { Transaction } from '../store/transaction.ts';
import { addedSince } from './added-since.ts';
import { makeSeal } from './make-seal.ts';
import { putSeal, type SealedRelease, type Sealer } from './seal-release.ts';
import { sealableFiles } from './sealable-files.ts';
import { soundChain } from './sound-chain.ts';

/** Prepares the seal of a product's deployments that have ended and are in none yet. Null where there are none. */
export function sealDeployments(
  reader: LedgerReader,
  transaction: Transaction,
  product: string,
  { sealedBy, now }: Sealer,
): SealedRelease | null {
  const chain = soundChain(reader.content).listed;
  const folder = ledgerPaths(product).deployments;
  const names = sealNames(path.join(reader.content, folder));
  const earlier: Seal[] = names.map((name) => readSeal(path.join(reader.content, folder, name)));
  const open = unended(reader.content, product);
  const files = addedSince(sealableFiles(reader.content, folder), earlier).filter(
    ({ path: file }) => !open.has(file),
  );
  if (files.length === 0) return null;
  const { digest: policy } = reader.knownPolicy(product);
  const seal = makeSeal({ kind: 'deployments', product, files, policy, sealedBy, sealedAt: now }, chain);
  return putSeal(transaction, seal, `${folder}/seal-${names.length + 1}.json`, chain);
}

/** Records of deployments that are under way: how they end is still to be written into them. */
function unended(content: string, product: string): Set<string> {
  const records = readAllDeployments(content, product);
  return new Set(records.flatMap(({ data, path: file }) => (data.outcome === 'running' ? [file] : [])));
}
