import fs from 'node:fs';
import { Fault } from '../../../src/records/index.ts';
import { textOf } from '../../../src/seal/bytes.ts';
import { checkCheckpoint, openCheckpoint } from '../../../src/seal/check-checkpoint.ts';
import { readVerifier } from '../../../src/seal/keys.ts';
import { sealLeaves } from '../../../src/seal/log.ts';
import { hashed } from '../../../src/seal/node-sha256.ts';
import { parseNote } from '../../../src/seal/note.ts';
import { SEAL_LIST } from '../seal-list.ts';
import type { StoredSeal } from './seals-on-disk.ts';
import { alarm, type VerifyFinding } from './verify-finding.ts';

/** What a checkpoint shows of the chain. */
export interface KeptCheckpoint {
  findings: VerifyFinding[];
  /** How many seals were signed, and how many came since; null where it shows nothing. */
  holds: { signed: number; added: number } | null;
}

/** Holds the chain against a checkpoint that was kept elsewhere. Throws a Fault for a file that is none. */
export function checkKept(
  seals: readonly StoredSeal[],
  checkpointFile: string,
  publicKey: string,
): KeptCheckpoint {
  const source = textOf(bytesOf(checkpointFile), checkpointFile);
  const verifier = readVerifier(publicKey);
  const trust = { origin: verifier.name, verifiers: [verifier] };
  const opened = openCheckpoint(parseNote(source, checkpointFile), trust, checkpointFile);
  if (!opened.ok) return { findings: [alarm(`the checkpoint: ${opened.reason}`, null)], holds: null };
  const state = hashed(checkCheckpoint(opened.checkpoint, hashed(sealLeaves(seals))));
  if (state.state !== 'holds')
    return {
      findings: [alarm(`the chain against the checkpoint: ${state.state}, ${state.reason}`, SEAL_LIST)],
      holds: null,
    };
  return { findings: [], holds: { signed: opened.checkpoint.size, added: state.added } };
}

function bytesOf(file: string): Uint8Array {
  try {
    return fs.readFileSync(file);
  } catch (cause) {
    throw new Fault(`the checkpoint cannot be read: ${(cause as Error).message}`, { place: { file }, cause });
  }
}
