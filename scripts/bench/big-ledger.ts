import fs from 'node:fs';
import path from 'node:path';
import { ledgerPaths } from '../store/paths.ts';
import { changeFile } from './big-ledger/change-file.ts';
import { deploymentFiles } from './big-ledger/deployment-files.ts';
import { dossierFiles } from './big-ledger/dossier-files.ts';
import { digestOf } from './big-ledger/invented.ts';
import { noteFile } from './big-ledger/note-file.ts';
import { type PlannedRelease, plannedReleases, productsOf } from './big-ledger/planned-release.ts';
import { policyFile, productFile } from './big-ledger/policy-file.ts';
import { releaseFile } from './big-ledger/release-file.ts';
import type { LedgerShape } from './big-ledger/shape.ts';

/** What was written. */
export interface BigLedger {
  releases: number;
  changes: number;
  files: number;
}

type Write = (file: string, text: string) => void;

/**
 * Writes a ledger of a given size below a folder, for measuring: the same shape gives the same bytes. Records are
 * written as they would be after a harvest, without repositories.
 */
export function writeBigLedger(content: string, shape: LedgerShape): BigLedger {
  const written: BigLedger = { releases: 0, changes: 0, files: 0 };
  const write = writerInto(content, written);
  for (const product of productsOf(shape)) {
    const paths = ledgerPaths(product);
    const policy = policyFile(product);
    write(paths.product, productFile(product));
    write(paths.policy, policy);
    let before: PlannedRelease | null = null;
    for (const release of plannedReleases(shape, product)) {
      writeRelease(write, release, before, digestOf(policy));
      written.releases += 1;
      written.changes += release.modules.flatMap(({ numbers }) => numbers).length;
      before = release;
    }
  }
  return written;
}

function writeRelease(
  write: Write,
  release: PlannedRelease,
  before: PlannedRelease | null,
  policy: string,
): void {
  const { product, version, modules } = release;
  const paths = ledgerPaths(product);
  write(paths.note(version), noteFile(release));
  write(paths.release(version), releaseFile(release, before, policy));
  for (const module of modules)
    for (const number of module.numbers)
      write(paths.change(version, `${module.id}-${number}`), changeFile(release, module, number));
  for (const { path: own, text } of dossierFiles(release)) write(`${paths.dossier(version)}/${own}`, text);
  for (const { path: own, text } of deploymentFiles(release, before))
    write(`${paths.deployments}/production/${own}`, text);
}

function writerInto(content: string, written: BigLedger): Write {
  const made = new Set<string>();
  return (file, text) => {
    const target = path.join(content, file);
    const folder = path.dirname(target);
    if (!made.has(folder)) fs.mkdirSync(folder, { recursive: true });
    made.add(folder);
    fs.writeFileSync(target, text);
    written.files += 1;
  };
}
