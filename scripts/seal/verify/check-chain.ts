import { checkLog } from '../../../src/seal/log.ts';
import { hashed } from '../../../src/seal/node-sha256.ts';
import { textDigest } from '../../store/sealed-files.ts';
import { type ListedSeal, SEAL_LIST } from '../seal-list.ts';
import { readSealBytes, type StoredSeal, sealsOnDisk } from './seals-on-disk.ts';
import { alarm, type VerifyFinding } from './verify-finding.ts';

/** The chain as it is, in its order, and what is wrong with it. */
export interface CheckedChain {
  seals: StoredSeal[];
  findings: VerifyFinding[];
}

/** Holds the list of seals against the seals, and the seals against each other: no gap, no fork, nothing besides. */
export function checkChain(content: string, listed: readonly ListedSeal[]): CheckedChain {
  const found = listed.map((each) => ({ ...each, stored: readSealBytes(content, each.path) }));
  const listedPaths = new Set(listed.map(({ path }) => path));
  const seals = found.flatMap(({ stored }) => (stored === null ? [] : [stored]));
  return {
    seals,
    findings: [
      ...found.flatMap(({ path, digest, stored }) => {
        if (stored === null) return [alarm('the seal is listed and gone', path)];
        const now = textDigest(stored.bytes);
        return now === digest ? [] : [alarm(`the seal has ${now}, and the list ${digest}`, path)];
      }),
      ...hashed(checkLog(seals)).map(({ kind, text, file }) => alarm(`${kind}: ${text}`, file)),
      ...sealsOnDisk(content)
        .filter((file) => !listedPaths.has(file))
        .map((file) => alarm(`the seal is not in ${SEAL_LIST}: a fork, or the list was cut off`, file)),
    ],
  };
}
