import { formatCheckpoint } from '../../src/seal/checkpoint.ts';
import { formatInclusionFile } from '../../src/seal/inclusion-file.ts';
import type { Signer } from '../../src/seal/keys.ts';
import { logRoot, sealLeaves } from '../../src/seal/log.ts';
import { inclusionProof } from '../../src/seal/merkle.ts';
import { hashed } from '../../src/seal/node-sha256.ts';
import { formatNote } from '../../src/seal/note.ts';
import { sign } from '../../src/seal/signed-note.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';

/** The proof of each packed seal that it is in the log, by the seal's path. `all` are the log's seals in its order. */
export function proofsOf(
  packed: readonly StoredSeal[],
  all: readonly StoredSeal[],
  signer: Signer,
): Map<string, string> {
  const leaves = hashed(sealLeaves(all));
  const root = hashed(logRoot(leaves, leaves.length));
  const text = formatCheckpoint({ origin: signer.name, size: leaves.length, root, extensions: [] });
  const checkpoint = formatNote(sign(text, signer));
  const places = new Map(all.map(({ file }, index) => [file, index]));
  return new Map(
    packed.map(({ file }) => {
      const index = places.get(file) ?? -1;
      const proof = hashed(inclusionProof(leaves, index));
      return [file, formatInclusionFile({ index, proof, checkpoint })];
    }),
  );
}
