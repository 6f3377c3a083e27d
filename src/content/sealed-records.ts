// Raw records that the site serves. Only the internal edition's routes import this file.
import path from 'node:path';
import { recordAddress, servedRecord } from '../views/seal/record-address.ts';
import { servedDeploymentEvidence } from './deployment-evidence.ts';
import { servedEvidence } from './evidence.ts';
import { lately } from './once.ts';
import { isPlainFile } from './plain-file.ts';
import { sealableFolders, sealFiles, sealsIn } from './seals.ts';

/** A file of the ledger with its address: what a route needs to serve it. */
export interface ServedFile {
  product: string;
  /** The release, or "deployments". */
  part: string;
  /** Below the folder of raw records. */
  name: string;
  /** From the content folder on. */
  file: string;
}

/** Every seal, and every sealed file that is no evidence: that is served already. */
export function servedRecords(): ServedFile[] {
  return sealableFolders().flatMap(servedRecordsOf);
}

/** Those of one folder that may be sealed. */
export function servedRecordsOf(folder: string): ServedFile[] {
  const files = [...sealFiles(folder), ...sealsIn(folder).flatMap((each) => filesOf(folder, each))];
  return [...new Set(files)].flatMap(servedFile);
}

/** True where a browser finds a sealed file's bytes on the site. */
export function isServed(file: string): boolean {
  if (recordAddress(file) === null) return false;
  return isEvidence(file) ? evidenceOf(path.posix.dirname(file)).has(path.posix.basename(file)) : true;
}

function filesOf(folder: string, { seal }: ReturnType<typeof sealsIn>[number]): string[] {
  return seal.files.map((each) => each.path).filter((file) => file.startsWith(`${folder}/`));
}

function servedFile(file: string): ServedFile[] {
  const served = servedRecord(file);
  return served === null || !isPlainFile(file) ? [] : [{ ...served, file }];
}

function isEvidence(file: string): boolean {
  return path.posix.basename(path.posix.dirname(file)) === 'evidence';
}

const evidenceOf = lately('served sealed evidence', (folder) => {
  const [, product = '', kind = '', part = ''] = folder.split('/');
  return new Set(
    kind === 'releases' ? servedEvidence(product, part) : servedDeploymentEvidence(product, part),
  );
});
