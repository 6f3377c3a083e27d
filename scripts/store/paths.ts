import path from 'node:path';
import { Fault, SlugSchema } from '../../src/records/index.ts';

/** Folders of a dossier beside its changes. */
export type DossierPart = 'votes' | 'stages' | 'checklists' | 'waivers';

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
  platformRelease(version: string): string;
  opening(version: string): string;
  recovery(version: string): string;
  /** Folders of a dossier that hold a record each for several things. */
  part(version: string, part: DossierPart): string;
  evidence(version: string, file: string): string;
  /** Folders of environments, each with its deployments. */
  deployments: string;
  /** A deployment's record, by the name of its file. */
  deployment(environment: string, name: string): string;
  deploymentEvidence(environment: string, file: string): string;
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
    opening: (version) => `${dossier(version)}/opening.md`,
    recovery: (version) => `${dossier(version)}/recovery.md`,
    part: (version, part) => `${dossier(version)}/${part}`,
    evidence: (version, file) => `${dossier(version)}/evidence/${file}`,
    deployments: `${ledger}/deployments`,
    deployment: (environment, name) => `${ledger}/deployments/${environment}/${name}.md`,
    deploymentEvidence: (environment, file) => `${ledger}/deployments/${environment}/evidence/${file}`,
    platformRelease: (version) => `${dossier(version)}/platform-release.md`,
    change: (version, change) => `${dossier(version)}/changes/${change}.md`,
  };
}
