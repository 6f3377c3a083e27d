import { toHex } from '../seal/bytes.ts';
import { dossierRoot } from '../seal/dossier-tree.ts';
import { hashedByWebCrypto } from '../seal/web-sha256.ts';
import type { SealToCheck } from '../views/seal/check-data.ts';
import { recordAddress } from '../views/seal/record-address.ts';

/** Bytes of an address of this site; null where there are none. */
export type Fetch = (address: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** How a file came out. `other-page`: as sealed, but the pages were made from other bytes. */
export type CheckedState = 'as-sealed' | 'changed' | 'gone' | 'redacted' | 'unchecked' | 'other-page';

/** A file of a seal as this site serves it. */
export interface CheckedFile {
  path: string;
  address: string | null;
  state: CheckedState;
  /** "sha256:…" that is to be shown: of what was found, or of what the pages were made from. */
  digest: string | null;
}

/** What came of checking one seal; `files` null for what cannot be fetched, or is none. */
export interface SealCheck {
  place: number;
  /** "sha256:…" of the seal's bytes. */
  digest: string | null;
  isNamed: boolean;
  files: CheckedFile[] | null;
  /** The root that the files lead to, and whether it is the sealed one. */
  root: string | null;
  isRoot: boolean;
}

interface SealedLine {
  path: string;
  digest: string;
}

/** Records that are fetched at once. */
const AT_ONCE = 6;

/** Fetches a seal and every record that it fixes, hashes them, and builds their root. */
export async function checkSeal(expected: SealToCheck, fetch: Fetch): Promise<SealCheck> {
  const bytes = await fetch(expected.address);
  const seal = bytes && parseSeal(bytes);
  const digest = bytes && (await digestOf(bytes));
  const start = { place: expected.place, digest, isNamed: digest === expected.digest };
  if (seal === null) return { ...start, files: null, root: null, isRoot: false };
  const checked = await inTurns(seal.files, (line) => checkFile(line, expected, fetch));
  const root = await rootOf(checked.map(({ leaf }) => leaf));
  return { ...start, files: checked.map(({ file }) => file), root, isRoot: root === seal.root };
}

/** "sha256:…" of bytes, by WebCrypto. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  function* work(): Generator<Uint8Array, Uint8Array, Uint8Array> {
    return yield bytes;
  }
  return `sha256:${toHex(await hashedByWebCrypto(work()))}`;
}

/** A file, and its leaf in the tree: what was found, but for what cannot be found as it was sealed. */
async function checkFile(
  line: SealedLine,
  expected: SealToCheck,
  fetch: Fetch,
): Promise<{ file: CheckedFile; leaf: SealedLine }> {
  const { path, digest: sealed } = line;
  const address = expected.unserved.includes(path) ? null : recordAddress(path);
  if (address === null) return { file: { path, address, state: 'unchecked', digest: null }, leaf: line };
  const bytes = await fetch(address);
  if (bytes === null)
    return { file: { path, address, state: 'gone', digest: null }, leaf: { path, digest: '' } };
  const found = await digestOf(bytes);
  const made = expected.madeFrom[path] ?? sealed;
  const isRedacted = expected.redacted.includes(path) && found === made;
  const state = isRedacted ? 'redacted' : stateOf(found, sealed, made);
  const digest = state === 'other-page' ? made : found;
  return { file: { path, address, state, digest }, leaf: isRedacted ? line : { path, digest: found } };
}

function stateOf(found: string, sealed: string, made: string): CheckedState {
  if (found !== sealed) return 'changed';
  return made === sealed ? 'as-sealed' : 'other-page';
}

/** Null where a file has no digest, or where there is no such tree. */
async function rootOf(leaves: readonly SealedLine[]): Promise<string | null> {
  try {
    const files = leaves.map(({ path, digest }) => ({ path, sha256: digest.slice('sha256:'.length) }));
    return `sha256:${toHex(await hashedByWebCrypto(dossierRoot(files)))}`;
  } catch {
    return null;
  }
}

function parseSeal(bytes: Uint8Array): { files: SealedLine[]; root: string } | null {
  const isLine = ({ path, digest }: SealedLine) => typeof path === 'string' && typeof digest === 'string';
  try {
    const seal: { files: SealedLine[]; root: string } = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
    );
    return seal.files.every(isLine) ? seal : null;
  } catch {
    return null;
  }
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return results;
}
