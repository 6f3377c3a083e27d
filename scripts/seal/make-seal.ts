import { SCHEMA_VERSION, type Seal, type SealedFile, type SealedVerdict } from '../../src/records/index.ts';
import { toHex } from '../../src/seal/bytes.ts';
import { dossierRoot } from '../../src/seal/dossier-tree.ts';
import { hashed } from '../../src/seal/node-sha256.ts';
import type { ListedSeal } from './seal-list.ts';
import { byPathBytes } from './sealable-files.ts';

/** What is sealed. */
export interface Sealing {
  kind: Seal['kind'];
  product: string;
  version?: string;
  files: readonly SealedFile[];
  policy: string;
  verdict?: SealedVerdict;
  note?: string | null;
  sealedAt: string;
  sealedBy: string;
}

/** The next seal of a chain. */
export function makeSeal(sealing: Sealing, chain: readonly ListedSeal[]): Seal {
  const { kind, product, version, policy, verdict, note, sealedAt, sealedBy } = sealing;
  const files = [...sealing.files].sort(byPathBytes);
  return {
    schema: SCHEMA_VERSION,
    kind,
    product,
    ...(version !== undefined && { version }),
    sequence: chain.length,
    previous: chain.at(-1)?.digest ?? null,
    sealedAt,
    sealedBy,
    policy,
    ...(verdict !== undefined && { verdict }),
    ...(note !== undefined && { note }),
    files,
    root: rootOf(files),
  };
}

/** Root of the Merkle tree over files, as seals write it. */
export function rootOf(files: readonly SealedFile[]): string {
  const named = files.map(({ path, digest }) => ({ path, sha256: digest.slice('sha256:'.length) }));
  return `sha256:${toHex(hashed(dossierRoot(named)))}`;
}

/** A seal's bytes: JSON with two blanks for each step, fields in the schema's order, and an end of line. */
export function sealText(seal: Seal): string {
  return `${JSON.stringify(seal, null, 2)}\n`;
}
