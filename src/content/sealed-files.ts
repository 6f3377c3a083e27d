// Sealed files held against their seals. Only the internal edition's routes import this file.
import path from 'node:path';
import { Fault } from '../records/fault.ts';
import type { Seal, SealedFile } from '../records/seal.ts';
import { toHex } from '../seal/bytes.ts';
import { dossierRoot } from '../seal/dossier-tree.ts';
import { hashed } from '../seal/node-sha256.ts';
import { checkRedactions } from '../seal/redaction.ts';
import type { CheckedSeal, FileState, StoredSeal } from '../views/seal/stored-seal.ts';
import { lately } from './once.ts';
import { digestOf, plainBytes } from './plain-file.ts';
import { type ReadRedaction, redactionsIn } from './redactions.ts';
import { isServed } from './sealed-records.ts';
import { isListed, sealsIn } from './seals.ts';

/** The seals of a folder, each with its files as they are now. */
export function checkedSeals(folder: string): CheckedSeal[] {
  const seals = sealsIn(folder);
  // Most folders of a long history have none: what else stands there is not looked at.
  if (seals.length === 0) return [];
  const sealed = new Set(seals.flatMap(({ seal }) => seal.files.map(({ digest }) => digest)));
  const redactions = redactionsIn(folder).filter(({ digest }) => sealed.has(digest));
  return seals.map((stored) => heldAgainst(stored, redactions));
}

/** One seal of a folder. Throws where there is none. */
export function checkedSeal(file: string): CheckedSeal {
  const found = lastChecked(path.posix.dirname(file)).find((each) => each.file === file);
  if (found === undefined) throw new Error(`${file} is no seal`);
  return found;
}

const lastChecked = lately('checked seals', checkedSeals);

function heldAgainst(stored: StoredSeal, redactions: readonly ReadRedaction[]): CheckedSeal {
  const { seal, file } = stored;
  const folder = `${path.posix.dirname(file)}/`;
  const inside = seal.files.filter((each) => each.path.startsWith(folder));
  const states = inside.map((each) => ({ path: each.path, state: stateOf(each, redactions) }));
  return {
    ...stored,
    odd: states.flatMap(({ path: odd, state }) => (state.is === 'as-sealed' ? [] : [{ path: odd, state }])),
    isSound: inside.length === seal.files.length && rootOf(seal.files) === seal.root,
    isListed: isListed(stored),
    unserved: seal.files.flatMap((each) => (isServed(each.path) ? [] : [each.path])),
  };
}

/** What became of a sealed file. `redactions` are those of its dossier that are sealed themselves. */
export function stateOf(file: SealedFile, redactions: readonly ReadRedaction[]): FileState {
  const bytes = plainBytes(file.path);
  if (bytes === null) return { is: 'gone' };
  const digest = digestOf(bytes);
  if (digest === file.digest && bytes.length === file.size) return { is: 'as-sealed' };
  const own = redactions.filter(({ data }) => data.path === file.path).map(({ data }) => data);
  if (own.length === 0) return { is: 'changed', digest, because: null };
  const state = checkRedactions(file, bytes, own);
  if (!state.ok) return { is: 'changed', digest, because: state.reason };
  return { is: 'redacted', digest, isProved: state.isProved };
}

/** Null where the files have no root: a path is no plain one, or is there twice. */
function rootOf(files: Seal['files']): string | null {
  const named = files.map((each) => ({ path: each.path, sha256: each.digest.slice('sha256:'.length) }));
  try {
    return `sha256:${toHex(hashed(dossierRoot(named)))}`;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
