import { utf8 } from '../bytes.ts';
import { formatCheckpoint } from '../checkpoint.ts';
import { formatInclusionFile } from '../inclusion-file.ts';
import { keysFromSeed, readSigner, readVerifier } from '../keys.ts';
import { leafHashes, inclusionProof as proofOf, treeHash } from '../merkle.ts';
import { hashed } from '../node-sha256.ts';
import { formatNote } from '../note.ts';
import { sign } from '../signed-note.ts';

/** The log of the tests. */
export const ORIGIN = 'releases.example.org/ledger';

/** Its keys, always the same. */
export const KEYS = keysFromSeed(ORIGIN, new Uint8Array(32).fill(7));
export const TRUST = { origin: ORIGIN, verifiers: [readVerifier(KEYS.verifierKey)] };

/** Entries of a log of that size. */
export function entriesOf(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => utf8(`{ "sequence": ${index} }\n`));
}

/** The signed checkpoint of a log, with further lines where wanted. */
export function signedCheckpoint(size: number, extensions: readonly string[] = []): string {
  const root = hashed(treeHash(hashed(leafHashes(entriesOf(size)))));
  return formatNote(
    sign(formatCheckpoint({ origin: ORIGIN, size, root, extensions }), readSigner(KEYS.privateKey)),
  );
}

/** The proof file of one entry. */
export function proofFile(index: number, size: number, checkpoint = signedCheckpoint(size)): string {
  const proof = hashed(proofOf(hashed(leafHashes(entriesOf(size))), index));
  return formatInclusionFile({ index, proof, checkpoint });
}
