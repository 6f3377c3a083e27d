// What is sealed of one release. Only the internal edition's routes import this file.
import { AmendmentSchema } from '../records/seal.ts';
import type { ReleaseSeals } from '../views/seal/stored-seal.ts';
import { readRecord, recordPath, recordsIn } from './files.ts';
import { lately } from './once.ts';
import { filesBelow } from './plain-file.ts';
import { redactionsIn } from './redactions.ts';
import { checkedSeals } from './sealed-files.ts';
import { sealFiles } from './seals.ts';

/** The seals of a release, held against its files, and what was said since. */
export function readReleaseSeals(product: string, version: string): ReleaseSeals {
  return lastSeals(`ledger/${product}/releases/${version}`);
}

const lastSeals = lately('release seals', (folder): ReleaseSeals => {
  const files = sealFiles(folder);
  const seals = checkedSeals(folder);
  const sealed = new Set(seals.flatMap(({ seal }) => seal.files.map(({ path }) => path)));
  const readable = new Set(seals.map(({ file }) => file));
  return {
    seals,
    unreadable: files.filter((file) => !readable.has(file)),
    unsealed:
      files.length === 0
        ? []
        : filesBelow(folder).filter((file) => !sealed.has(file) && !files.includes(file)),
    amendments: recordsIn(folder, 'amendments').map((name) => ({
      ...readRecord(AmendmentSchema, folder, 'amendments', name),
      path: recordPath(folder, 'amendments', name),
    })),
    redactions: redactionsIn(folder).map(({ data, path }) => ({ data, path })),
  };
});
