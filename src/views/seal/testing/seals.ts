import type { Seal } from '../../../records/index.ts';
import { toHex, utf8 } from '../../../seal/bytes.ts';
import { dossierRoot } from '../../../seal/dossier-tree.ts';
import { hashed, sha256 } from '../../../seal/node-sha256.ts';
import type { CheckedSeal } from '../stored-seal.ts';

/** A dossier of the tests. */
export const FOLDER = 'ledger/core/releases/1.0.0';

/** "sha256:…" of a text. */
export function digestOf(text: string): string {
  return `sha256:${toHex(sha256(utf8(text)))}`;
}

/** A seal of files given by their texts. */
export function sealOf(texts: Readonly<Record<string, string>>, more: Partial<Seal> = {}): Seal {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    digest: digestOf(text),
    size: utf8(text).length,
  }));
  return {
    ...{ schema: 1, kind: 'release', product: 'core', version: '1.0.0', sequence: 0, previous: null },
    ...{ sealedAt: '2026-02-03T10:00:00+00:00', sealedBy: 'asha', policy: digestOf('policy') },
    verdict: { verdict: 'blessed', controls: [{ id: 'gates', result: 'pass' }] },
    note: null,
    files,
    root: rootOf(files),
    ...more,
  };
}

/** The same as it stands in the chain, its files as sealed. */
export function checkedSealOf(seal: Seal, more: Partial<CheckedSeal> = {}): CheckedSeal {
  const text = `${JSON.stringify(seal, null, 2)}\n`;
  return {
    ...{ file: `${FOLDER}/seal.json`, digest: digestOf(text), place: seal.sequence, seal },
    ...{ odd: [], isSound: true, isListed: true, unserved: [] },
    ...more,
  };
}

function rootOf(files: Seal['files']): string {
  const named = files.map(({ path, digest }) => ({ path, sha256: digest.slice('sha256:'.length) }));
  return `sha256:${toHex(hashed(dossierRoot(named)))}`;
}
