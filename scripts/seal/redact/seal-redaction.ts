import path from 'node:path';
import { Fault, type Seal } from '../../../src/records/index.ts';
import { ledgerPaths } from '../../store/paths.ts';
import { redactionText } from '../../store/redactions.ts';
import { readSeal, sealNames } from '../../store/sealed-files.ts';
import type { Transaction } from '../../store/transaction.ts';
import { makeSeal } from '../make-seal.ts';
import { putSeal, type SealedRelease } from '../seal-release.ts';
import { sealedFile } from '../sealable-files.ts';
import { soundChain } from '../sound-chain.ts';
import type { PreparedRedaction } from './redact-file.ts';

/**
 * Writes a redacted file, the record of its redaction and a seal of that record, all in one step: there is no moment at
 * which a changed file has nothing sealed to explain it. Nothing is judged anew without the value: the seal keeps the
 * verdict, the policy and the note of the seal before it.
 */
export function sealRedaction(
  content: string,
  transaction: Transaction,
  { redaction, file, bytes }: PreparedRedaction,
): SealedRelease {
  const { product, version, by, at } = redaction;
  const chain = soundChain(content).listed;
  const folder = ledgerPaths(product).dossier(version);
  const names = sealNames(path.join(content, folder));
  const { policy, verdict, note } = lastSeal(path.join(content, folder), names);
  const text = redactionText(redaction);
  transaction.redact(redaction.path, bytes);
  transaction.write(file, text);
  const files = [sealedFile(file, Buffer.from(text))];
  const known = { policy, ...(verdict && { verdict }), ...(note !== undefined && { note }) };
  const seal = makeSeal(
    { kind: 'amendment', product, version, files, ...known, sealedBy: by, sealedAt: at },
    chain,
  );
  return putSeal(transaction, seal, `${folder}/seal-${names.length + 1}.json`, chain);
}

function lastSeal(folder: string, names: readonly string[]): Seal {
  const last = names.at(-1);
  if (last === undefined) throw new Fault('the release is not sealed', { place: { file: folder } });
  return readSeal(path.join(folder, last));
}
