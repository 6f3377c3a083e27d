import fs from 'node:fs';
import path from 'node:path';
import { Fault, type Policy } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import { readSealList, SEAL_LIST } from '../seal-list.ts';
import { checkAuthorship } from './check-authorship.ts';
import { type CheckedChain, checkChain, seenSeals } from './check-chain.ts';
import { checkKept, type KeptCheckpoint } from './check-kept.ts';
import { checkRest } from './check-rest.ts';
import { checkSeals, type SealInShort } from './check-seals.ts';
import { checkTags } from './check-tags.ts';
import { alarm, type VerifyFinding } from './verify-finding.ts';

/** What a verification came to. */
export interface Verification {
  seals: number;
  /** Files that are fixed by a seal. */
  files: number;
  /** Alarms first, each in the order of the chain. */
  findings: VerifyFinding[];
  /** What the checkpoint shows; null where none was given. */
  checkpoint: KeptCheckpoint['holds'];
}

/** A checkpoint that was kept elsewhere, and the key that signed it. */
export interface GivenCheckpoint {
  file: string;
  publicKey: string;
}

/** Checks everything that is sealed, byte for byte. Throws a Fault where there is no ledger. */
export async function verifyLedger(
  reader: LedgerReader,
  given: GivenCheckpoint | null,
  progress: Progress,
): Promise<Verification> {
  requireLedger(reader.content);
  // 1. The chain, in itself and against the checkpoint.
  const chain = chainOf(reader.content);
  const kept = given === null ? null : checkKept(chain.seals, given.file, given.publicKey);
  // 2. Every byte that is sealed, and what lies beside.
  const checked = await checkSeals(reader.content, chain.seals, progress);
  const seals = checked.flatMap(({ seal }) => seal ?? []);
  const policies = readPolicies(reader, seals);
  const findings = [
    ...chain.findings,
    ...(kept?.findings ?? []),
    ...checked.flatMap((each) => each.findings),
    ...checkRest(reader.content, seals),
    // 3. What git tells: of tags, and of whoever wrote votes.
    ...policies.findings,
    ...(await checkTags(reader, seals, policies.known)),
    ...(await checkAuthorship(reader, seals, policies.known)),
  ];
  return {
    seals: chain.seals.length,
    files: seals.reduce((sum, { files }) => sum + files.length, 0),
    findings: [
      ...findings.filter(({ is }) => is === 'alarm'),
      ...findings.filter(({ is }) => is === 'notice'),
    ],
    checkpoint: kept?.holds ?? null,
  };
}

/** A name that was mistyped must not look like a ledger in which all is well. */
function requireLedger(content: string): void {
  if (fs.statSync(path.join(content, 'ledger'), { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new Fault('there is no ledger in this folder', {
    place: { file: content },
    hint: 'Name the folder that holds "ledger": --content DIR.',
  });
}

/** A list that cannot be read is an alarm, and what the seals say is checked all the same. */
function chainOf(content: string): CheckedChain {
  try {
    return checkChain(content, readSealList(content));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const line = error.place?.line === undefined ? '' : `line ${error.place.line}: `;
    return { seals: seenSeals(content), findings: [alarm(`${line}${error.message}`, SEAL_LIST)] };
  }
}

/** Policies tell where repositories are and who people are. They are edited later, so that one may be broken. */
function readPolicies(
  reader: LedgerReader,
  seals: readonly SealInShort[],
): { known: Map<string, Policy>; findings: VerifyFinding[] } {
  const known = new Map<string, Policy>();
  const findings: VerifyFinding[] = [];
  for (const product of new Set(seals.map((seal) => seal.product)))
    try {
      known.set(product, reader.knownPolicy(product).policy);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      findings.push(
        alarm(`neither tags nor votes can be checked: ${error.message}`, ledgerPaths(product).policy),
      );
    }
  return { known, findings };
}
