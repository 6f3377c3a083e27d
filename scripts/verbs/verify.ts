import { Fault } from '../../src/records/index.ts';
import { VERIFY_SCRIPT } from '../../src/seal/verify-script.ts';
import { givenPublicKey } from '../seal/given-key.ts';
import { type GivenCheckpoint, type Verification, verifyLedger } from '../seal/verify/verify-ledger.ts';
import { LedgerReader } from '../store/read.ts';
import type { Console } from './console.ts';

/** What `ledger verify` is asked for. */
export interface VerifyOptions {
  content: string;
  /** A checkpoint that was kept elsewhere. */
  checkpoint?: string;
  /** The key that signed it, as a file or as its text. */
  publicKey?: string;
  /** Only print the script that proves a seal with bash and openssl. */
  script?: boolean;
}

/** Checks everything that is sealed. Returns the exit code, which is 1 where anything is not as it was sealed. */
export async function verify(options: VerifyOptions, out: Console): Promise<number> {
  if (options.script === true) {
    out.print(VERIFY_SCRIPT);
    return 0;
  }
  const reader = new LedgerReader(options.content);
  const verification = await verifyLedger(reader, givenCheckpoint(options), out.progress);
  if (out.json) out.result(verification);
  else out.print(textOf(verification));
  return verification.findings.some(({ is }) => is === 'alarm') ? 1 : 0;
}

function givenCheckpoint({ checkpoint, publicKey }: VerifyOptions): GivenCheckpoint | null {
  if (checkpoint === undefined && publicKey === undefined) return null;
  if (checkpoint === undefined || publicKey === undefined)
    throw new Fault('a checkpoint proves something only with the key that signed it', {
      hint: 'Write --checkpoint FILE and --public-key KEY.',
    });
  return { file: checkpoint, publicKey: givenPublicKey(publicKey) };
}

function textOf({ seals, files, findings, checkpoint }: Verification): string {
  const alarms = findings.filter(({ is }) => is === 'alarm').length;
  const kept =
    checkpoint === null
      ? 'No checkpoint was given: whoever can rewrite the whole ledger could have rewritten this one.'
      : `The checkpoint holds: ${checkpoint.signed} seals were signed, ${checkpoint.added} came since.`;
  return [
    `${seals} seals, ${files} files: ${outcome(seals, alarms)}.`,
    ...(alarms === 0 ? [kept] : []),
    ...findings.map(
      ({ is, text, file }) => `${is === 'alarm' ? '✗' : ' '} ${text}${file === null ? '' : ` [${file}]`}`,
    ),
    '',
  ].join('\n');
}

function outcome(seals: number, alarms: number): string {
  if (alarms > 0) return alarms === 1 ? '1 alarm' : `${alarms} alarms`;
  return seals === 0 ? 'nothing is sealed yet' : 'everything is as it was sealed';
}
