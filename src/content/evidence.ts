// Raw evidence. Only the internal edition's routes import this file.
import { evidenceName, servedName } from '../history/evidence-name.ts';
import type { Evidence } from '../records/stage-report.ts';
import { evidencePath } from '../views/paths.ts';
import { bytesAt, sizeAt } from './disk.ts';
import { namesIn } from './files.ts';
import { lately } from './once.ts';

/** Larger files are named and not copied into the site: 2 MiB. */
const LARGEST = 2 * 1024 * 1024;

/** Files of evidence of a release that the site serves. */
export function servedEvidence(product: string, version: string): string[] {
  return [...lastServed(`${product}/${version}`)];
}

/** Where a file of evidence is served; null where it is too large, or gone. */
export function evidenceHref(product: string, version: string, evidence: Evidence): string | null {
  const file = evidenceName(evidence);
  return lastServed(`${product}/${version}`).has(file)
    ? evidencePath(product, version, servedName(file))
    : null;
}

/** The bytes of a file of evidence. */
export function evidenceBytes(product: string, version: string, file: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytesAt(...folderOf(product, version), file));
}

const lastServed = lately('served evidence', (key) => {
  const [product = '', version = ''] = key.split('/');
  const folder = folderOf(product, version);
  return new Set(namesIn(...folder).filter((file) => sizeAt(...folder, file) <= LARGEST));
});

function folderOf(product: string, version: string): string[] {
  return ['ledger', product, 'releases', version, 'evidence'];
}
