import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/index.ts';
import { formatCheckpoint } from '../../src/seal/checkpoint.ts';
import { formatInclusionFile } from '../../src/seal/inclusion-file.ts';
import { formatVerifier, generateKeys, type Signer } from '../../src/seal/keys.ts';
import { logRoot, sealLeaves } from '../../src/seal/log.ts';
import { inclusionProof } from '../../src/seal/merkle.ts';
import { hashed } from '../../src/seal/node-sha256.ts';
import { formatNote } from '../../src/seal/note.ts';
import { sign } from '../../src/seal/signed-note.ts';
import { givenSigner } from '../seal/given-key.ts';
import { readSealList } from '../seal/seal-list.ts';
import { checkChain } from '../seal/verify/check-chain.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';

/** What `ledger keygen` is asked for. */
export interface KeygenOptions {
  /** The log's name, which does not change: "releases.example.org/ledger". */
  name: string;
  /** Where the private key goes; the public one goes beside it. */
  out: string;
}

/** Makes a key pair: the private one into a file that only its owner reads, the public one beside it. */
export async function keygen({ name, out: file }: KeygenOptions, out: Console): Promise<number> {
  const { privateKey, verifierKey } = generateKeys(name);
  writeNew(file, `${privateKey}\n`, 0o600);
  writeNew(`${file}.pub`, `${verifierKey}\n`, 0o644);
  if (out.json) out.result({ privateKey: path.resolve(file), publicKey: verifierKey });
  out.say(`Wrote ${file}, which is secret, and ${file}.pub: ${verifierKey}`);
  out.say('Keep the secret out of the ledger, and give the public key to whoever is to check.');
  return 0;
}

/** What `ledger checkpoint` is asked for. */
export interface CheckpointOptions {
  content: string;
  key?: string;
  out?: string;
}

/** Signs what the chain is now. Refused while the chain itself is not in order. Returns the exit code. */
export async function checkpoint(options: CheckpointOptions, out: Console): Promise<number> {
  const signer = givenSigner(options.key);
  const seals = soundChain(options.content);
  const text = signedCheckpoint(seals, signer);
  if (options.out !== undefined) writeNew(options.out, text, 0o644);
  if (out.json)
    out.result({
      size: seals.length,
      origin: signer.name,
      publicKey: formatVerifier(signer),
      checkpoint: text,
    });
  else if (options.out === undefined) out.print(text);
  out.say(
    `Signed ${seals.length} seals as ${signer.name}. Keep it where this ledger’s writers cannot write.`,
  );
  return 0;
}

/** What `ledger prove` is asked for. */
export interface ProveOptions extends CheckpointOptions {
  product: string;
  release: string;
}

/** Writes the proof that a release's seal is in the chain: a small text file that verifies offline. */
export async function prove(options: ProveOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const version = resolveVersion(reader, options.product, options.release);
  const file = `${ledgerPaths(options.product).dossier(version)}/seal.json`;
  const seals = soundChain(options.content);
  const index = seals.findIndex((seal) => seal.file === file);
  if (index === -1)
    throw new Fault(`${options.product} ${version} is not sealed`, {
      hint: `Seal it: ledger seal --product ${options.product} --release ${version}`,
    });
  const proof = hashed(inclusionProof(hashed(sealLeaves(seals)), index));
  const text = formatInclusionFile({
    index,
    proof,
    checkpoint: signedCheckpoint(seals, givenSigner(options.key)),
  });
  if (options.out !== undefined) writeNew(options.out, text, 0o644);
  if (out.json) out.result({ seal: file, index, size: seals.length, proof: text });
  else if (options.out === undefined) out.print(text);
  out.say(
    `${file} is number ${index} of ${seals.length}. To check it by hand, see the README: “Verify by hand”.`,
  );
  return 0;
}

function signedCheckpoint(seals: readonly StoredSeal[], signer: Signer): string {
  const root = hashed(logRoot(hashed(sealLeaves(seals)), seals.length));
  return formatNote(
    sign(formatCheckpoint({ origin: signer.name, size: seals.length, root, extensions: [] }), signer),
  );
}

function soundChain(content: string): StoredSeal[] {
  const { seals, findings } = checkChain(content, readSealList(content));
  const [first] = findings;
  if (first === undefined) return seals;
  throw new Fault(`the chain is not in order: ${first.text}`, {
    place: { file: first.file ?? content },
    hint: 'Nothing was signed. See all: ledger verify',
  });
}

/** Nothing is written over: a key or a checkpoint that is gone cannot be made again. */
function writeNew(file: string, text: string, mode: number): void {
  try {
    fs.writeFileSync(file, text, { flag: 'wx', mode });
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    throw new Fault(
      isThere ? 'the file is there already' : `the file cannot be written: ${(cause as Error).message}`,
      {
        place: { file },
        hint: 'Name another one.',
        cause,
      },
    );
  }
}
