import { checkLog } from '../../../src/seal/log.ts';
import { hashed } from '../../../src/seal/node-sha256.ts';
import { linkedSeal } from '../../../src/seal/seal-link.ts';
import { PlainFiles, type Standing } from '../../store/plain-files.ts';
import { textDigest } from '../../store/sealed-files.ts';
import { type ListedSeal, SEAL_LIST } from '../seal-list.ts';
import { type StoredSeal, sealsOnDisk } from './seals-on-disk.ts';
import { alarm, type VerifyFinding } from './verify-finding.ts';

/** The chain as it is, in its order, and what is wrong with it. */
export interface CheckedChain {
  seals: StoredSeal[];
  findings: VerifyFinding[];
}

/** Holds the list of seals against the seals, and the seals against each other: no gap, no fork, nothing besides. */
export function checkChain(content: string, listed: readonly ListedSeal[]): CheckedChain {
  const plain = new PlainFiles(content);
  const found = listed.map((each) => ({ ...each, standing: plain.at(each.path) }));
  const seals = found.flatMap(({ path, standing }) => storedSeal(path, standing));
  const listedPaths = new Set(listed.map(({ path }) => path));
  const named = new Set(seals.map((seal) => hashed(linkedSeal(seal)).link?.previous));
  return {
    seals,
    findings: [
      ...found.flatMap((each, index) => checkListed(each, index + 1, named)),
      ...hashed(checkLog(seals)).map(({ kind, text, file }) => alarm(`${kind}: ${text}`, file)),
      ...sealsOnDisk(content)
        .filter((file) => !listedPaths.has(file))
        .map((file) => alarm(`the seal is not in ${SEAL_LIST}: a fork, or the list was cut off`, file)),
    ],
  };
}

/** The seals that are there, for a ledger whose list tells nothing. */
export function seenSeals(content: string): StoredSeal[] {
  const plain = new PlainFiles(content);
  return sealsOnDisk(content).flatMap((file) => storedSeal(file, plain.at(file)));
}

function storedSeal(file: string, standing: Standing): StoredSeal[] {
  return standing.is === 'file' ? [{ file, bytes: standing.bytes }] : [];
}

/** Where the list and a seal differ, the seal after it tells which of the two was changed. */
function checkListed(
  { path, digest, standing }: ListedSeal & { standing: Standing },
  line: number,
  named: ReadonlySet<string | null | undefined>,
): VerifyFinding[] {
  if (standing.is === 'gone')
    return [alarm(`the seal is listed and gone (${SEAL_LIST}, line ${line})`, path)];
  if (standing.is === 'other') return [alarm(`the seal is listed, and it is ${standing.what}`, path)];
  const now = textDigest(standing.bytes);
  if (now === digest) return [];
  if (named.has(now) && !named.has(digest))
    return [
      alarm(`line ${line}: the list has ${digest}, and ${path} has ${now}, as the next seal says`, SEAL_LIST),
    ];
  return [alarm(`the seal has ${now}, and the list ${digest} (${SEAL_LIST}, line ${line})`, path)];
}
