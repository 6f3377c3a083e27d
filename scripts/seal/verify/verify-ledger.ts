import { Fault } from '../../../src/records/index.ts';
import type { Progress } from '../../report.ts';
import type { LedgerReader } from '../../store/read.ts';
import { readSealList, SEAL_LIST } from '../seal-list.ts';
import { checkAuthorship } from './check-authorship.ts';
import { checkChain } from './check-chain.ts';
import { checkKept, type KeptCheckpoint } from './check-kept.ts';
import { checkRest } from './check-rest.ts';
import { checkSeal } from './check-seal.ts';
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

/** Checks everything that is sealed, byte for byte. */
export async function verifyLedger(
  reader: LedgerReader,
  given: GivenCheckpoint | null,
  progress: Progress,
): Promise<Verification> {
  const listed = listedOrFault(reader.content);
  if (listed instanceof Fault)
    return { seals: 0, files: 0, findings: [alarm(listed.message, SEAL_LIST)], checkpoint: null };
  const chain = checkChain(reader.content, listed);
  const checked = chain.seals.map((seal, index) => {
    progress.step('Verifying', index + 1, chain.seals.length);
    return checkSeal(reader.content, seal);
  });
  progress.end();
  const seals = checked.flatMap(({ seal }) => seal ?? []);
  const kept = given === null ? null : checkKept(chain.seals, given.file, given.publicKey);
  const findings = [
    ...chain.findings,
    ...(kept?.findings ?? []),
    ...checked.flatMap((each) => each.findings),
    ...checkRest(reader.content, seals),
    ...(await checkTags(reader, seals)),
    ...(await checkAuthorship(reader, seals)),
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

function listedOrFault(content: string): ReturnType<typeof readSealList> | Fault {
  try {
    return readSealList(content);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
