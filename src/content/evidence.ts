// Raw evidence. Only the internal edition's routes import this file.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { evidenceName, servedName } from '../history/evidence-name.ts';
import type { Evidence } from '../records/stage-report.ts';
import { evidencePath } from '../views/paths.ts';
import { namesIn } from './files.ts';
import { lately } from './once.ts';
import { contentFolder } from './settings.ts';

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
  return Uint8Array.from(readFileSync(placeOf(product, version, file)));
}

const lastServed = lately((key) => {
  const [product = '', version = ''] = key.split('/');
  const files = namesIn('ledger', product, 'releases', version, 'evidence');
  return new Set(files.filter((file) => statSync(placeOf(product, version, file)).size <= LARGEST));
});

function placeOf(product: string, version: string, file: string): string {
  return path.join(contentFolder(), 'ledger', product, 'releases', version, 'evidence', file);
}
