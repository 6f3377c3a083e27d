// Raw bytes of the ledger. Only the internal edition's routes import this file.
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { lately } from './once.ts';
import { contentFolder } from './settings.ts';

/**
 * The bytes of a file, by its path from the content folder on. Null where it is gone, and where it or a folder on its way
 * is a link: what that leads to is not the ledger's own.
 */
export function plainBytes(file: string): Uint8Array<ArrayBuffer> | null {
  return isPlainFile(file) ? Uint8Array.from(readFileSync(path.join(contentFolder(), file))) : null;
}

/** True for a file that has bytes of its own, without reading them. */
export function isPlainFile(file: string): boolean {
  const place = path.join(contentFolder(), file);
  return lstatSync(place, { throwIfNoEntry: false })?.isFile() === true && isPlainFolder(path.dirname(place));
}

/** "sha256:…" of bytes. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** "sha256:…" of a file as it is; null where it is gone. */
export function fileDigest(file: string): string | null {
  const bytes = plainBytes(file);
  return bytes && digestOf(bytes);
}

/** Every file below a folder, as paths from the content folder on, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(path.join(contentFolder(), folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(file) : [file];
    });
}

const isPlainFolder = lately((folder) => {
  const wanted = path.join(realpathSync(contentFolder()), path.relative(contentFolder(), folder));
  return realpathSync(folder) === wanted;
});
