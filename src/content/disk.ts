// Everything that src reads from the ledger goes through here: what a page was made from is known by that.
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { contentFolder } from './settings.ts';
import { type InputKind, tracker } from './tracking.ts';

/** A file's bytes. Throws as Node does where it cannot be read. */
export function bytesAt(...parts: string[]): Buffer {
  return readFileSync(placeOf('file', parts));
}

/** Names in a folder, in order. Throws as Node does where it cannot be read. */
export function namesAt(...parts: string[]): string[] {
  return readdirSync(placeOf('names', parts)).sort();
}

/** A file's size in bytes. Throws where it is not there. */
export function sizeAt(...parts: string[]): number {
  return statSync(placeOf('file', parts)).size;
}

/** What stands at a path itself, wherever it may lead. */
export function kindAt(...parts: string[]): 'file' | 'folder' | 'other' | null {
  const found = lstatSync(placeOf('file', parts), { throwIfNoEntry: false });
  if (found === undefined) return null;
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** True for a folder that no link leads to. */
export function isPlainFolder(...parts: string[]): boolean {
  const place = placeOf('names', parts);
  const wanted = path.join(realpathSync(contentFolder()), path.relative(contentFolder(), place));
  return realpathSync(place) === wanted;
}

/** A path of the ledger as the person who runs the build can open it. */
export function shownPath(...parts: string[]): string {
  return path.relative(process.cwd(), path.join(contentFolder(), ...parts));
}

function placeOf(kind: InputKind, parts: readonly string[]): string {
  const inside = path.posix.join(...parts);
  const tracked = tracker();
  if (tracked !== null) {
    const dossier = DOSSIER.exec(inside)?.[0];
    if (dossier === undefined) tracked.input(kind, inside);
    else tracked.input('tree', dossier);
  }
  return path.join(contentFolder(), inside);
}

/** Hundreds of thousands of files are told apart by the release that they belong to. */
const DOSSIER = /^ledger\/[^/]+\/releases\/[^/]+(?=\/|$)/;
