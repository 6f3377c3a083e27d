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
import { soundChain } from '../seal/sound-chain.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';
import { ledgerPaths } from '../store/paths.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';

/** What `ledger keygen` is asked for. */
export interface KeygenOptions {
  content: string;
  /** The log's name, which does not change: "releases.example.org/ledger". */
  name: string;
  /** Where the private key goes; the public one goes beside it. */
  out: string;
}

/** Makes a key pair: the private one into a file that only its owner reads, the public one beside it; both or none. */
export async function keygen({ content, name, out: file }: KeygenOptions, out: Console): Promise<number> {
  const { privateKey, verifierKey } = generateKeys(name);
  requireOutside(file, content);
  writeNew(`${file}.pub`, `${verifierKey}\n`, 0o644);
  try {
    writeNew(file, `${privateKey}\n`, 0o600);
  } catch (error) {
    fs.rmSync(`${file}.pub`);
    throw error;
  }
  if (out.json) out.result({ privateKey: path.resolve(file), publicKey: verifierKey });
  out.say(`Wrote ${file}, which is secret, and ${file}.pub: ${verifierKey}`);
  out.say('Keep the secret out of the ledger, and give the public key to whoever is to check.');
  return 0;
}

/** Whoever writes the ledger, and whoever reads it, must not have the key. */
function requireOutside(file: string, content: string): void {
  const way = path.relative(realPath(content), path.join(realPath(path.dirname(file)), path.basename(file)));
  if (way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way)) return;
  throw new Fault('a private key does not belong into the ledger', {
    place: { file },
    hint: 'Name a file elsewhere: what is in the ledger is committed, and read by many.',
  });
}

function realPath(place: string): string {
  return fs.existsSync(place) ? fs.realpathSync(place) : path.resolve(place);
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
  const { seals } = soundChain(options.content);
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
  const { seals } = soundChain(options.content);
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
