// Seals. Only the internal edition's routes import this file.

import { compareVersions } from '../history/version-order.ts';
import { jsonOfToday } from '../records/as-of-today.ts';
import { SealSchema } from '../records/seal.ts';
import { isSealName, sealNumber } from '../seal/seal-name.ts';
import { DEPLOYMENTS_PART } from '../views/seal/record-address.ts';
import type { StoredSeal } from '../views/seal/stored-seal.ts';
import { namesIn } from './files.ts';
import { once } from './once.ts';
import { digestOf, plainBytes } from './plain-file.ts';
import { readProducts } from './products.ts';

/** Where the chain stands: one line a seal, as `sha256sum` prints it. */
export const SEAL_LIST = 'ledger/seals.txt';

const LINE = /^([0-9a-f]{64}) {2}(ledger(?:\/(?!\.{1,2}(?:\/|$))[^/\\\p{Cc}]+)+\.json)$/u;

/** A line of the list of seals. */
export interface ListedSeal {
  digest: string;
  file: string;
}

/** True for a seal that the list has with the same digest. */
export function isListed({ file, digest }: Pick<StoredSeal, 'file' | 'digest'>): boolean {
  return listedDigest(file).is === digest;
}

/** The chain as it is listed, and lines of the list that are none. */
export function readSealList(): { listed: ListedSeal[]; broken: number[] } {
  const bytes = plainBytes(SEAL_LIST);
  const lines = new TextDecoder().decode(bytes ?? new Uint8Array()).split('\n');
  if (lines.at(-1) === '') lines.pop();
  const matches = lines.map((line) => LINE.exec(line));
  return {
    listed: matches.flatMap((match) =>
      match === null ? [] : [{ digest: `sha256:${match[1]}`, file: match[2] ?? '' }],
    ),
    broken: matches.flatMap((match, index) => (match === null ? [index + 1] : [])),
  };
}

/** Seals as the chain has them, then those that lie in the ledger and are in no list. */
export const chainFiles: () => string[] = (() => {
  const files = once('chain files', (_key) => {
    const listed = readSealList().listed.map(({ file }) => file);
    return [...new Set([...listed, ...sealsOnDisk()])];
  });
  return () => files('');
})();

/** Files that are named as seals in a folder of the ledger, the first one first. */
export const sealFiles: (folder: string) => string[] = once(
  'seal files',
  (folder) =>
    namesIn(folder)
      .filter(isSealName)
      .sort((a, b) => sealNumber(a) - sealNumber(b))
      .map((name) => `${folder}/${name}`),
  { kept: true },
);

/** The seals of a folder that can be read, the first one first. */
export function sealsIn(folder: string): StoredSeal[] {
  return sealFiles(folder).flatMap((file) => readSeal(file) ?? []);
}

/** One seal; null where it is gone or is none. */
export function readSeal(file: string): StoredSeal | null {
  const bytes = plainBytes(file);
  return bytes && parseSeal(file, bytes);
}

/** A seal of its bytes; null where they are none. Throws a Fault for one of a newer format. */
export function parseSeal(file: string, bytes: Uint8Array): StoredSeal | null {
  const parsed = SealSchema.safeParse(jsonOfToday(SealSchema, jsonOf(bytes), file));
  if (!parsed.success) return null;
  return { file, digest: digestOf(bytes), place: placeOf(file), seal: parsed.data };
}

/** Every folder that a seal may be of: releases, and the deployments of each product. */
export function sealableFolders(): string[] {
  return readProducts().flatMap(({ id }) => [
    ...namesIn('ledger', id, 'releases')
      .sort(compareVersions)
      .map((version) => sealableFolder({ product: id, version })),
    sealableFolder({ product: id, version: DEPLOYMENTS_PART }),
  ]);
}

/** The folder of a release, or of a product's deployments. */
export function sealableFolder({ product, version }: { product: string; version: string }): string {
  return version === DEPLOYMENTS_PART
    ? `ledger/${product}/${DEPLOYMENTS_PART}`
    : `ledger/${product}/releases/${version}`;
}

const listedDigests = once(
  'listed digests',
  (_key) => new Map(readSealList().listed.map(({ file, digest }): [string, string] => [file, digest])),
);

const listedDigest = once('listed digest', (file) => ({ is: listedDigests('').get(file) }), { cut: true });

const placeOf = once('place of a seal', (file) => places('').get(file) ?? -1, { cut: true });

const places = once(
  'places',
  (_key) => new Map(chainFiles().map((file, place): [string, number] => [file, place])),
);

function sealsOnDisk(): string[] {
  return sealableFolders().flatMap(sealFiles);
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
