import path from 'node:path';
import { Fault, SlugSchema } from '../../src/records/index.ts';

/** Where a product's records are, relative to the content folder. */
export interface LedgerPaths {
  product: string;
  policy: string;
  notes: string;
  releases: string;
  note(version: string): string;
  release(version: string): string;
  dossier(version: string): string;
  change(version: string, id: string): string;
}

/** Throws a Fault for an id that is not safe as a folder's name. */
export function ledgerPaths(product: string): LedgerPaths {
  const id = SlugSchema.safeParse(product);
  if (!id.success)
    throw new Fault(`"${product}" is no product id: ${id.error.issues[0]?.message}`, {
      hint: 'Use an id such as "openebs".',
    });
  const ledger = path.posix.join('ledger', product);
  const dossier = (version: string): string => `${ledger}/releases/${version}`;
  return {
    product: `products/${product}.md`,
    policy: `${ledger}/policy.md`,
    notes: `notes/${product}`,
    releases: `${ledger}/releases`,
    note: (version) => `notes/${product}/${version}.md`,
    release: (version) => `${dossier(version)}/release.md`,
    dossier,
    change: (version, change) => `${dossier(version)}/changes/${change}.md`,
  };
}
