// Raw bytes of the ledger. Only the internal edition's routes import this file.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { bytesAt, isPlainFolder, kindAt, namesAt } from './disk.ts';
import { once } from './once.ts';

/**
 * The bytes of a file, by its path from the content folder on. Null where it is gone, and where it or a folder on its way
 * is a link: what that leads to is not the ledger's own.
 */
export function plainBytes(file: string): Uint8Array<ArrayBuffer> | null {
  return isPlainFile(file) ? Uint8Array.from(bytesAt(file)) : null;
}

/** True for a file that has bytes of its own, without reading them. */
export function isPlainFile(file: string): boolean {
  return kindAt(file) === 'file' && isPlain(path.posix.dirname(file));
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
  return namesAt(folder).flatMap((name) => {
    const file = `${folder}/${name}`;
    return kindAt(file) === 'folder' ? filesBelow(file) : [file];
  });
}

const isPlain = once('plain folder', (folder) => isPlainFolder(folder), { cut: true, room: 64 });
