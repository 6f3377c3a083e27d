import fs from 'node:fs';
import path from 'node:path';
import { Fault, type Seal, type SealedFile } from '../../../src/records/index.ts';
import { parseSeal } from '../../store/sealed-files.ts';
import { rootOf } from '../make-seal.ts';
import { sealedFile } from '../sealable-files.ts';
import type { StoredSeal } from './seals-on-disk.ts';
import { alarm, recordName, type VerifyFinding } from './verify-finding.ts';

/** A seal that could be read, with what is wrong with what it fixes. */
export interface CheckedSeal {
  seal: Seal | null;
  findings: VerifyFinding[];
}

/** Holds a seal against the files that it fixes: every byte of them, and their root. */
export function checkSeal(content: string, { file, bytes }: StoredSeal): CheckedSeal {
  const seal = readable(bytes, file);
  if (seal instanceof Fault) return { seal: null, findings: [alarm(seal.message, file)] };
  const root = rootOf(seal.files);
  const wrongRoot =
    root === seal.root
      ? []
      : [alarm(`its files have the root ${root}, and the seal says ${seal.root}`, file)];
  const misplaced = isInPlace(seal, file)
    ? []
    : [alarm('the seal is of something else than its folder', file)];
  return {
    seal,
    findings: [...misplaced, ...wrongRoot, ...seal.files.flatMap((each) => checkFile(content, each, seal))],
  };
}

function readable(bytes: Buffer, file: string): Seal | Fault {
  try {
    return parseSeal(bytes, file);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** A seal that was copied to another release says nothing about that one. */
function isInPlace({ kind, product, version }: Seal, file: string): boolean {
  const folder = path.posix.dirname(file);
  if (kind === 'deployments') return folder === `ledger/${product}/deployments`;
  return folder === `ledger/${product}/releases/${version}`;
}

function checkFile(content: string, { path: file, digest, size }: SealedFile, seal: Seal): VerifyFinding[] {
  const place = path.join(content, file);
  const of = `${recordName(file)} of ${seal.product}${seal.version === undefined ? '' : ` ${seal.version}`}`;
  const stat = fs.lstatSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return [alarm(`${of}: it was sealed and is gone`, file)];
  if (!stat.isFile()) return [alarm(`${of}: it was a file when it was sealed, and is none`, file)];
  const now = sealedFile(file, fs.readFileSync(place));
  if (now.digest === digest) return [];
  const sizes = now.size === size ? '' : `, ${size} bytes then and ${now.size} now`;
  return [alarm(`${of}: it is not what was sealed${sizes}`, file)];
}
