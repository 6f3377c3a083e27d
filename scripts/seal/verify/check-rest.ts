import fs from 'node:fs';
import path from 'node:path';
import { subfolders } from '../../store/folders.ts';
import { isEvidence, isMisnamed } from '../evidence-name.ts';
import { contentsOf, type FolderContents, sealedFile } from '../sealable-files.ts';
import type { SealInShort } from './check-seals.ts';
import { alarm, notice, recordName, type VerifyFinding } from './verify-finding.ts';

/**
 * What lies beside sealed files: facts that came later and are in no seal yet, releases without a seal, evidence whose
 * name is not the digest of its bytes, and what is no file.
 */
export function checkRest(content: string, seals: readonly SealInShort[]): VerifyFinding[] {
  const sealed = new Set(seals.flatMap(({ files }) => files));
  return subfolders(path.join(content, 'ledger')).flatMap((product) => [
    ...ofReleases(content, product, sealed),
    ...ofDeployments(content, product, sealed),
  ]);
}

function ofReleases(content: string, product: string, sealed: ReadonlySet<string>): VerifyFinding[] {
  const versions = subfolders(path.join(content, 'ledger', product, 'releases'));
  const dossiers = versions.map((version) => ({
    version,
    ...contentsOf(content, `ledger/${product}/releases/${version}`),
  }));
  const isSealed = ({ files }: FolderContents): boolean => files.some((file) => sealed.has(file));
  const open = dossiers.filter((dossier) => !isSealed(dossier)).map(({ version }) => version);
  return [
    ...dossiers.flatMap((dossier) => wrongIn(content, dossier, sealed)),
    ...dossiers.filter(isSealed).flatMap(({ files }) => addedTo(files, sealed)),
    ...(open.length === 0 ? [] : [notice(`not sealed of ${product}: ${open.join(', ')}`, null)]),
  ];
}

function addedTo(files: readonly string[], sealed: ReadonlySet<string>): VerifyFinding[] {
  return files
    .filter((file) => !sealed.has(file))
    .map((file) => notice(`${recordName(file)} came after the seal and is in none yet`, file));
}

function ofDeployments(content: string, product: string, sealed: ReadonlySet<string>): VerifyFinding[] {
  const contents = contentsOf(content, `ledger/${product}/deployments`);
  const open = contents.files.filter((file) => !sealed.has(file) && file.endsWith('.md'));
  return [
    ...wrongIn(content, contents, sealed),
    ...(open.length === 0 ? [] : [notice(`deployments of ${product} in no seal yet: ${open.length}`, null)]),
  ];
}

/** What is wrong whether it is sealed or not; of sealed files each byte is held against the seal already. */
function wrongIn(
  content: string,
  { files, others }: FolderContents,
  sealed: ReadonlySet<string>,
): VerifyFinding[] {
  const evidence = files.filter((file) => isEvidence(file) && !sealed.has(file));
  return [
    ...others
      .filter((file) => !sealed.has(file))
      .map((file) => alarm('a link or the like lies among the records', file)),
    ...evidence.flatMap((file) => checkName(content, file)),
  ];
}

function checkName(content: string, file: string): VerifyFinding[] {
  const found = sealedFile(file, fs.readFileSync(path.join(content, file)));
  if (!isMisnamed(found)) return [];
  return [alarm(`evidence is named by its digest, and its bytes have ${found.digest}`, file)];
}
