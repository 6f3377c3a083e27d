import path from 'node:path';
import type { Seal, SealedFile } from '../../../src/records/index.ts';
import { subfolders } from '../../store/folders.ts';
import { sealableFiles } from '../sealable-files.ts';
import { alarm, notice, recordName, type VerifyFinding } from './verify-finding.ts';

const EVIDENCE = /\/evidence\/([0-9a-f]{64})(?:\.[^/]*)?$/;

/**
 * What lies beside sealed files: facts that came later and are in no seal yet, releases without a seal, and evidence
 * whose name is not the digest of its bytes.
 */
export function checkRest(content: string, seals: readonly Seal[]): VerifyFinding[] {
  const sealed = new Set(seals.flatMap(({ files }) => files.map(({ path: file }) => file)));
  return subfolders(path.join(content, 'ledger')).flatMap((product) => [
    ...ofReleases(content, product, sealed),
    ...ofDeployments(content, product, sealed),
  ]);
}

function ofReleases(content: string, product: string, sealed: ReadonlySet<string>): VerifyFinding[] {
  const versions = subfolders(path.join(content, 'ledger', product, 'releases'));
  const dossiers = versions.map((version) => ({
    version,
    files: sealableFiles(content, `ledger/${product}/releases/${version}`),
  }));
  const isSealed = ({ files }: (typeof dossiers)[number]): boolean =>
    files.some(({ path: file }) => sealed.has(file));
  const open = dossiers.filter((dossier) => !isSealed(dossier)).map(({ version }) => version);
  return [
    ...dossiers.flatMap(({ files }) => misnamed(files)),
    ...dossiers.filter(isSealed).flatMap(({ files }) => addedTo(files, sealed)),
    ...(open.length === 0 ? [] : [notice(`not sealed of ${product}: ${open.join(', ')}`, null)]),
  ];
}

function addedTo(files: readonly SealedFile[], sealed: ReadonlySet<string>): VerifyFinding[] {
  return files
    .filter(({ path: file }) => !sealed.has(file))
    .map(({ path: file }) => notice(`${recordName(file)} came after the seal and is in none yet`, file));
}

function ofDeployments(content: string, product: string, sealed: ReadonlySet<string>): VerifyFinding[] {
  const files = sealableFiles(content, `ledger/${product}/deployments`);
  const open = files.filter(({ path: file }) => !sealed.has(file) && file.endsWith('.md'));
  return [
    ...misnamed(files),
    ...(open.length === 0 ? [] : [notice(`deployments of ${product} in no seal yet: ${open.length}`, null)]),
  ];
}

function misnamed(files: readonly SealedFile[]): VerifyFinding[] {
  return files.flatMap(({ path: file, digest }) => {
    const [, name] = EVIDENCE.exec(file) ?? [];
    if (name === undefined || digest === `sha256:${name}`) return [];
    return [alarm(`evidence is named by its digest, and its bytes have ${digest}`, file)];
  });
}
