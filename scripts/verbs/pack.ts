import fs from 'node:fs';
import { Fault, InstantSchema } from '../../src/records/index.ts';
import type { Signer } from '../../src/seal/keys.ts';
import { makePack, type Pack } from '../pack/make-pack.ts';
import { nameOf, type ReleasesWanted, wantedReleases } from '../pack/wanted-releases.ts';
import { zipped } from '../pack/zip.ts';
import { givenSigner, KEY_VARIABLE } from '../seal/given-key.ts';
import { LedgerReader } from '../store/read.ts';
import { textDigest } from '../store/sealed-files.ts';
import type { Console } from './console.ts';

/** What `ledger pack` is asked for. */
export interface PackOptions extends ReleasesWanted {
  content: string;
  out: string;
  /** The file of the private key. */
  key?: string;
  /** The moment to judge at. */
  at?: string;
}

/** Writes an evidence pack: the same ledger gives the same bytes. Returns the exit code. */
export async function pack(options: PackOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const made = makePack(reader, {
    releases: wantedReleases(options, reader),
    signer: signerOf(options),
    ...(options.at !== undefined && { at: instantOf(options.at) }),
  });
  const bytes = zipped(made.files);
  writeNew(options.out, bytes);
  return report(made, textDigest(bytes), options.out, out);
}

/** A pack without proofs shows less, and can be made by whoever has no key. */
function signerOf({ key }: PackOptions): Signer | null {
  return key === undefined && (process.env[KEY_VARIABLE] ?? '').trim() === '' ? null : givenSigner(key);
}

function instantOf(text: string): string {
  const instant = text.replace(/(?:Z|z)$/, '+00:00');
  if (InstantSchema.safeParse(instant).success) return instant;
  throw new Fault(`--at ${text}: expected a moment in UTC, as 2026-02-03T10:30:00Z`);
}

function writeNew(file: string, bytes: Uint8Array): void {
  try {
    fs.writeFileSync(file, bytes, { flag: 'wx' });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const what = isThere ? 'the file is there already' : `it cannot be written: ${(cause as Error).message}`;
    throw new Fault(what, { place: { file }, hint: 'Name another one.', cause });
  }
}

function report({ files, releases, proofs }: Pack, digest: string, file: string, out: Console): number {
  const names = releases.map(nameOf);
  const unsealed = releases.filter(({ seals }) => seals.length === 0).map(nameOf);
  if (out.json) out.result({ file, digest, files: files.size, releases: names, proofs, unsealed });
  out.say(`Packed ${names.join(', ')}: ${files.size} files [${file}]`);
  out.say(`${digest}. To check it: unzip it, then bash verify.sh '<public key>'`);
  if (unsealed.length > 0) out.say(`Not sealed, and the pack says so: ${unsealed.join(', ')}`);
  if (proofs === 0) out.say('Without a key there are no proofs in it: --key FILE.');
  return 0;
}
