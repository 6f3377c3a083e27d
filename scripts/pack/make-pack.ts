import { Fault } from '../../src/records/index.ts';
import type { Signer } from '../../src/seal/keys.ts';
import { SEAL_LIST } from '../seal/seal-list.ts';
import { soundChain } from '../seal/sound-chain.ts';
import { checkSeal } from '../seal/verify/check-seal.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';
import { ledgerPaths } from '../store/paths.ts';
import { PlainFiles } from '../store/plain-files.ts';
import type { LedgerReader } from '../store/read.ts';
import { textDigest } from '../store/sealed-files.ts';
import { type PackedRelease, packedRelease, verdictsText } from './packed-release.ts';
import { releasePage } from './page/release-page.ts';
import { proofsOf } from './proofs.ts';
import { readmeText } from './readme.ts';
import { releaseFiles, sealsFor } from './release-files.ts';
import type { NamedRelease } from './sample-file.ts';
import { VERIFY_PACK } from './verify-pack.ts';
import { nameOf } from './wanted-releases.ts';
import { byBytes, type PackFiles } from './zip.ts';

/** A pack before it is a file. */
export interface Pack {
  files: PackFiles;
  releases: PackedRelease[];
  /** How many seals have a proof in it. */
  proofs: number;
}

/** How a pack is made. */
export interface PackWanted {
  releases: readonly NamedRelease[];
  /** Null for a pack without proofs. */
  signer: Signer | null;
  /** The moment to judge at. */
  at?: string;
}

/** Puts a pack together. Throws a Fault where a seal does not hold: nothing is packed over an alarm. */
export function makePack(reader: LedgerReader, { releases: named, signer, at }: PackWanted): Pack {
  // 1. What the releases rest on, and the seals of it, which have to hold.
  const { seals: all } = soundChain(reader.content);
  const { records, seals } = recordsOf(reader, named, all);
  // 2. What is computed of them.
  const releases = named.map((release) => packedRelease(reader, release, all, at));
  const proofs = signer === null ? new Map<string, string>() : proofsOf(seals, all, signer);
  const told = [...toldOf(releases), ...[...proofs].map(([file, text]) => [proofName(file), text] as const)];
  // 3. What explains and checks it.
  const script = ['verify.sh', VERIFY_PACK] as const;
  const readme = ['README.txt', readmeText(releases, signer?.name ?? null)] as const;
  const texts = [...told, script, readme].map(([name, text]) => [name, Buffer.from(text)] as const);
  const files = new Map<string, Uint8Array>([...records, ...texts]);
  files.set('SHA256SUMS', Buffer.from(sumsText(files)));
  return { files, releases, proofs: proofs.size };
}

function recordsOf(
  reader: LedgerReader,
  named: readonly NamedRelease[],
  all: readonly StoredSeal[],
): { records: PackFiles; seals: StoredSeal[] } {
  const plain = new PlainFiles(reader.content);
  const records = new Set(named.flatMap((release) => releaseFiles(reader, plain, release)));
  const seals = sealsFor(records, named.map(dossierOf), all);
  for (const seal of seals) requireHolding(plain, seal);
  const chain = all.length > 0 ? [SEAL_LIST] : [];
  const copied = [...records, ...seals.map(({ file }) => file), ...chain];
  return { records: new Map(copied.map((file) => [`records/${file}`, bytesOf(plain, file)])), seals };
}

function toldOf(releases: readonly PackedRelease[]): (readonly [name: string, text: string])[] {
  return [
    ...releases.map((release) => [`release-${nameOf(release)}.html`, releasePage(release)] as const),
    ['verdict.json', verdictsText(releases)],
    ['releases.txt', releases.map((release) => `${nameOf(release)} ${dossierOf(release)}\n`).join('')],
  ];
}

function dossierOf({ product, version }: NamedRelease): string {
  return ledgerPaths(product).dossier(version);
}

function proofName(seal: string): string {
  return `proofs/${seal}.tlog-proof`;
}

/** The digests of all files, as `sha256sum` prints them. */
function sumsText(files: PackFiles): string {
  return [...files.keys()]
    .sort(byBytes)
    .map((name) => `${textDigest(files.get(name) ?? '').slice('sha256:'.length)}  ${name}\n`)
    .join('');
}

function requireHolding(plain: PlainFiles, seal: StoredSeal): void {
  const alarm = checkSeal(plain, seal).findings.find(({ is }) => is === 'alarm');
  if (alarm === undefined) return;
  throw new Fault(`nothing is packed over an alarm: ${alarm.text}`, {
    place: { file: alarm.file ?? seal.file },
    hint: 'See all: ledger verify',
  });
}

/** `sha256sum` writes a name with a backslash or a line break in another way. */
function bytesOf(plain: PlainFiles, file: string): Uint8Array {
  if (/[\\\p{Cc}]/u.test(file))
    throw new Fault('a file with such a name cannot be packed', { place: { file } });
  const bytes = plain.read(file);
  if (bytes === null) throw new Fault('the file is gone', { place: { file }, hint: 'See: ledger verify' });
  return bytes;
}
