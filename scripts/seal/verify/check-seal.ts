import path from 'node:path';
import { Fault, type Seal, type SealedFile } from '../../../src/records/index.ts';
import { isWrittenByCommand } from '../../store/json-record.ts';
import type { PlainFiles } from '../../store/plain-files.ts';
import { parseSeal, textDigest } from '../../store/sealed-files.ts';
import { rootOf, sealText } from '../make-seal.ts';
import { checkPieces, redactedFinding } from '../redact/redacted-file.ts';
import type { StoredSeal } from './seals-on-disk.ts';
import { alarm, recordName, type VerifyFinding } from './verify-finding.ts';

/** A seal that could be read, with what is wrong with what it fixes. */
export interface CheckedSeal {
  seal: Seal | null;
  findings: VerifyFinding[];
}

/** Holds a seal against the files that it fixes: every byte of them, and their root. */
export function checkSeal(plain: PlainFiles, { file, bytes }: StoredSeal): CheckedSeal {
  const read = orFault(() => parseSeal(bytes, file));
  if (read instanceof Fault) return { seal: null, findings: [alarm(read.message, file)] };
  const itself = [
    ...(isWrittenByCommand(bytes, sealText(read)) ? [] : ['it is not written as seals are']),
    ...checkPlace(read, file),
    ...checkRoot(read),
  ].map((text) => alarm(text, file));
  // Paths that lead out of its folder are told, and not followed.
  const inside = read.files.filter((each) => isInFolder(each, file));
  return { seal: read, findings: [...itself, ...inside.flatMap((each) => checkFile(plain, each, read))] };
}

/** A seal that was copied to another release says nothing about that one, and it fixes its own folder only. */
function checkPlace(seal: Seal, file: string): string[] {
  const outside = seal.files.find((each) => !isInFolder(each, file));
  const hasPolicy = seal.files.some(({ digest }) => digest === seal.policy);
  return [
    ...(placePattern(seal).test(file) ? [] : ['the seal is of something else than its folder']),
    ...(outside === undefined ? [] : [`the seal lists ${outside.path}, which is not below its folder`]),
    ...(seal.kind !== 'release' || hasPolicy ? [] : ['the policy that it names is not among its files']),
  ];
}

function placePattern({ kind, product, version = '' }: Seal): RegExp {
  if (kind === 'deployments') return new RegExp(`^ledger/${product}/deployments/seal-\\d+\\.json$`);
  const name = kind === 'release' ? 'seal\\.json' : 'seal-\\d+\\.json';
  return new RegExp(`^ledger/${product}/releases/${RegExp.escape(version)}/${name}$`);
}

function isInFolder({ path: sealed }: SealedFile, seal: string): boolean {
  return path.posix.normalize(sealed) === sealed && sealed.startsWith(`${path.posix.dirname(seal)}/`);
}

function checkRoot(seal: Seal): string[] {
  const root = orFault(() => rootOf(seal.files));
  if (root instanceof Fault) return [`its files have no root: ${root.message}`];
  return root === seal.root ? [] : [`its files have the root ${root}, and the seal says ${seal.root}`];
}

function checkFile(plain: PlainFiles, sealed: SealedFile, seal: Seal): VerifyFinding[] {
  const { path: file, digest, size } = sealed;
  const of = `${recordName(file)} of ${seal.product}${seal.version === undefined ? '' : ` ${seal.version}`}`;
  const standing = plain.at(file);
  if (standing.is === 'gone') return [alarm(`${of}: it was sealed and is gone`, file)];
  if (standing.is === 'other')
    return [alarm(`${of}: it was a file when it was sealed, and is ${standing.what}`, file)];
  const { bytes } = standing;
  if (bytes.length === size && textDigest(bytes) === digest) return checkPieces(sealed, bytes);
  const redacted = redactedFinding(plain, sealed, bytes);
  if (redacted !== null) return [redacted];
  const sizes = bytes.length === size ? '' : `, ${size} bytes then and ${bytes.length} now`;
  return [alarm(`${of}: it is not what was sealed${sizes}`, file)];
}

function orFault<Result>(work: () => Result): Result | Fault {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}
