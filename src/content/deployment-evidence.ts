// Files that told of deployments. Only the internal edition's routes import this file.
import { evidenceName, servedName } from '../history/evidence-name.ts';
import type { Evidence } from '../records/stage-report.ts';
import { deploymentEvidencePath } from '../views/paths.ts';
import { bytesAt, sizeAt } from './disk.ts';
import { namesIn } from './files.ts';
import { once } from './once.ts';

/** Larger files are named and not copied into the site: 2 MiB. */
const LARGEST = 2 * 1024 * 1024;

/** Files of evidence of an environment that the site serves. */
export function servedDeploymentEvidence(product: string, environment: string): string[] {
  return [...served(`${product}/${environment}`)];
}

/** Where a file is served; null where it is too large, or gone. */
export function deploymentEvidenceHref(
  product: string,
  environment: string,
  evidence: Pick<Evidence, 'digest' | 'name'>,
): string | null {
  const file = evidenceName(evidence);
  return served(`${product}/${environment}`).has(file)
    ? deploymentEvidencePath(product, environment, servedName(file))
    : null;
}

/** The bytes of a file. */
export function deploymentEvidenceBytes(
  product: string,
  environment: string,
  file: string,
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytesAt(...folderOf(product, environment), file));
}

const served = once(
  'served deployment evidence',
  (key) => {
    const [product = '', environment = ''] = key.split('/');
    const folder = folderOf(product, environment);
    return new Set(namesIn(...folder).filter((file) => sizeAt(...folder, file) <= LARGEST));
  },
  { cut: true },
);

function folderOf(product: string, environment: string): string[] {
  return ['ledger', product, 'deployments', environment, 'evidence'];
}
