import fs from 'node:fs';
import path from 'node:path';
import { Fault, type Seal, type SealedFile, type SealedVerdict } from '../../src/records/index.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { LedgerReader } from '../store/read.ts';
import { readSeal, sealNames, textDigest } from '../store/sealed-files.ts';
import { readIfThere, type Transaction } from '../store/transaction.ts';
import { addedSince } from './added-since.ts';
import { makeSeal, sealText } from './make-seal.ts';
import { type ListedSeal, SEAL_LIST, sealListText } from './seal-list.ts';
import { sealableFiles, sealedFile } from './sealable-files.ts';
import { soundChain } from './sound-chain.ts';

const GIT_ATTRIBUTES = 'ledger/.gitattributes';

/** What `ledger seal` did. */
export interface SealedRelease {
  seal: Seal;
  /** From the content folder on. */
  path: string;
}

/** Who seals, and when. */
export interface Sealer {
  sealedBy: string;
  now: string;
}

/**
 * Prepares the seal of a release: all of its dossier, or what was added since the last seal. Null where nothing was
 * added. Throws a Fault while commits are unaccounted for, and where sealed files are not what they were.
 */
export function sealRelease(
  reader: LedgerReader,
  transaction: Transaction,
  { product, version }: { product: string; version: string },
  { sealedBy, now }: Sealer,
): SealedRelease | null {
  const chain = soundChain(reader.content).listed;
  const dossier = readDossier(reader, product, version, now);
  requireConserved(dossier);
  const folder = ledgerPaths(product).dossier(version);
  const names = sealNames(path.join(reader.content, folder));
  const earlier = names.map((name) => readSeal(path.join(reader.content, folder, name)));
  const added = addedSince(sealableFiles(reader.content, folder), earlier);
  if (added.length === 0) return null;
  const policy = keepPolicy(reader, transaction, product, version);
  const seal = makeSeal(
    {
      kind: earlier.length === 0 ? 'release' : 'amendment',
      ...{ product, version, sealedBy, sealedAt: now },
      files: withPolicy(added, policy, earlier),
      policy: policy.digest,
      verdict: sealedVerdict(dossier),
      note: noteDigest(reader, product, version),
    },
    chain,
  );
  const name = names.length === 0 ? 'seal.json' : `seal-${names.length + 1}.json`;
  return putSeal(transaction, seal, `${folder}/${name}`, chain);
}

/** Writes a seal, and its line in the chain. */
export function putSeal(
  transaction: Transaction,
  seal: Seal,
  file: string,
  chain: readonly ListedSeal[],
): SealedRelease {
  const text = sealText(seal);
  keepBytes(transaction);
  transaction.write(file, text);
  transaction.write(SEAL_LIST, sealListText([...chain, { digest: textDigest(text), path: file }]));
  return { seal, path: file };
}

/** Git would change line ends on some machines, and every seal with them. What a person wrote there stays. */
function keepBytes(transaction: Transaction): void {
  transaction.writeBytes(GIT_ATTRIBUTES, Buffer.from('# Sealed files keep every byte.\n* -text\n'));
}

/** The policy that a release was judged by is kept with it: it may be changed later. */
function keepPolicy(
  reader: LedgerReader,
  transaction: Transaction,
  product: string,
  version: string,
): SealedFile {
  const bytes = fs.readFileSync(path.join(reader.content, ledgerPaths(product).policy));
  const policy = sealedFile('policy.md', bytes);
  const file = ledgerPaths(product).evidence(version, `${policy.digest.slice('sha256:'.length)}.md`);
  transaction.writeBytes(file, bytes);
  return { ...policy, path: file };
}

/** A policy that was edited is no reason for a seal; where there is one, the policy is among its files or sealed before. */
function withPolicy(
  added: readonly SealedFile[],
  policy: SealedFile,
  earlier: readonly Seal[],
): readonly SealedFile[] {
  const known = [...added, ...earlier.flatMap(({ files }) => files)];
  return known.some(({ path: file }) => file === policy.path) ? added : [...added, policy];
}

function sealedVerdict(dossier: Dossier): SealedVerdict {
  const { verdict, controls } = judge(dossier);
  return { verdict, controls: controls.map(({ id, result }) => ({ id, result })) };
}

function noteDigest(reader: LedgerReader, product: string, version: string): string | null {
  const note = readIfThere(path.join(reader.content, ledgerPaths(product).note(version)));
  return note === null ? null : textDigest(note);
}

function requireConserved({ release, fates, product, version }: Dossier): void {
  if (release === null)
    throw new Fault(`${product} ${version} has no tag that was harvested: only a release can be sealed`, {
      hint: `Tag it, then: ledger harvest --product ${product}`,
    });
  const { commits } = release.data.sum;
  if (fates.length !== commits)
    throw new Fault(`${version} has ${commits} commits, and its table tells of ${fates.length}`, {
      place: { file: release.path },
      hint: `Harvest it again: ledger harvest --product ${product}`,
    });
  const open = fates.filter(({ disposition }) => disposition === 'unresolved');
  if (open.length === 0) return;
  const first = open.slice(0, 3).map(({ commit }) => commit.slice(0, 12));
  throw new Fault(`${open.length} commits of ${version} are not accounted for: ${first.join(', ')}`, {
    hint: `See each: ledger conservation --product ${product} --release ${version}`,
  });
}
