import path from 'node:path';
import { Fault, type Redaction, type Seal } from '../../src/records/index.ts';
import type { Dossier } from '../../src/verdict/dossier.ts';
import { judge, type Verdict } from '../../src/verdict/verdict.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';
import { ledgerPaths } from '../store/paths.ts';
import { PlainFiles } from '../store/plain-files.ts';
import type { LedgerReader } from '../store/read.ts';
import { readRedactions } from '../store/redactions.ts';
import { parseSeal, textDigest } from '../store/sealed-files.ts';
import type { NamedRelease } from './sample-file.ts';

/** A seal of a release, with what the next seal of the chain names it by. */
export interface PackedSeal {
  file: string;
  digest: string;
  seal: Seal;
}

/** A release as its page shows it. */
export interface PackedRelease extends NamedRelease {
  dossier: Dossier;
  verdict: Verdict;
  /** The moment that it was judged at: that of its last seal, where nobody names one. */
  judgedAt: string;
  /** The first one first; none for a release that is not sealed. */
  seals: PackedSeal[];
  redactions: Redaction[];
}

/** Reads and judges a release. Throws a Fault for one that is not sealed while no moment is given. */
export function packedRelease(
  reader: LedgerReader,
  { product, version }: NamedRelease,
  all: readonly StoredSeal[],
  at: string | undefined,
): PackedRelease {
  const folder = ledgerPaths(product).dossier(version);
  const seals = all
    .filter(({ file }) => path.posix.dirname(file) === folder)
    .map(({ file, bytes }) => ({ file, digest: textDigest(bytes), seal: parseSeal(bytes, file) }));
  const judgedAt = at ?? seals.at(-1)?.seal.sealedAt;
  if (judgedAt === undefined)
    throw new Fault(`${product} ${version} is not sealed: nothing says at which moment to judge it`, {
      hint: `Seal it: ledger seal --product ${product} --release ${version}. Or write --at TIME.`,
    });
  const dossier = readDossier(reader, product, version, judgedAt);
  const redactions = readRedactions(new PlainFiles(reader.content), folder).map((each) => each.redaction);
  return { product, version, dossier, verdict: judge(dossier), judgedAt, seals, redactions };
}

/** The verdicts as `verdict.json` has them, with those that were sealed. */
export function verdictsText(releases: readonly PackedRelease[]): string {
  const verdicts = releases.map(({ verdict, judgedAt, seals }) => ({
    ...verdict,
    judgedAt,
    sealed: seals.map(({ file, seal }) => ({ seal: file, sealedAt: seal.sealedAt, ...seal.verdict })),
  }));
  return `${JSON.stringify(verdicts, null, 2)}\n`;
}
