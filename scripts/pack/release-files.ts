import path from 'node:path';
import { contentsOf } from '../seal/sealable-files.ts';
import type { StoredSeal } from '../seal/verify/seals-on-disk.ts';
import { deployedEnvironments, readDeploymentsOf } from '../store/deployment-records.ts';
import { fileNames } from '../store/folders.ts';
import { ledgerPaths } from '../store/paths.ts';
import type { PlainFiles } from '../store/plain-files.ts';
import type { LedgerReader } from '../store/read.ts';
import { parseSeal } from '../store/sealed-files.ts';
import type { NamedRelease } from './sample-file.ts';

/** Every file of the ledger that a release rests on, from the content folder on; seals are chosen by what they fix. */
export function releaseFiles(
  reader: LedgerReader,
  plain: PlainFiles,
  { product, version }: NamedRelease,
): string[] {
  const paths = ledgerPaths(product);
  const deployments = readDeploymentsOf(reader.content, product, version).map((each) => each.path);
  return [
    ...[paths.policy, paths.product, paths.note(version)].filter((file) => plain.read(file) !== null),
    ...contentsOf(reader.content, paths.dossier(version)).files,
    ...recordedElsewhere(reader, product, version),
    ...deployments,
    ...evidenceOf(reader.content, product, deployments, plain),
  ];
}

/** Seals of the packed dossiers, and those that fix any other packed file. */
export function sealsFor(
  files: ReadonlySet<string>,
  dossiers: readonly string[],
  seals: readonly StoredSeal[],
): StoredSeal[] {
  return seals.filter(
    ({ file, bytes }) =>
      dossiers.includes(path.posix.dirname(file)) ||
      parseSeal(bytes, file).files.some((each) => files.has(each.path)),
  );
}

/** Changes that stand in the dossier of a prerelease. */
function recordedElsewhere(reader: LedgerReader, product: string, version: string): string[] {
  const { recordedIn = {} } = reader.release(product, version) ?? {};
  const paths = ledgerPaths(product);
  return Object.entries(recordedIn).flatMap(([home, ids]) => ids.map((id) => paths.change(home, id)));
}

/** Raw evidence of deployments lies beside them, named by its digest. */
function evidenceOf(
  content: string,
  product: string,
  deployments: readonly string[],
  plain: PlainFiles,
): string[] {
  const texts = deployments.map((file) => plain.read(file)?.toString('utf8') ?? '');
  const paths = ledgerPaths(product);
  return deployedEnvironments(content, product).flatMap((environment) =>
    fileNames(path.join(content, paths.deploymentEvidence(environment, '')))
      .filter((name) => texts.some((text) => text.includes(name.replace(/\..*$/, ''))))
      .map((name) => paths.deploymentEvidence(environment, name)),
  );
}
