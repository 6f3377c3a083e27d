import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault, type SealedFile } from '../../src/records/index.ts';

const SEAL = /^seal(?:-\d+)?\.json$/;

/**
 * Every file below a folder of the ledger with its digest and size, by the bytes of its path. Seals at its top are left
 * out. Throws a Fault for anything that is no file, such as a link: what it leads to may change.
 */
export function sealableFiles(content: string, folder: string): SealedFile[] {
  return filesBelow(content, folder)
    .filter((file) => path.posix.dirname(file) !== folder || !SEAL.test(path.posix.basename(file)))
    .sort(byBytes)
    .map((file) => sealedFile(file, fs.readFileSync(path.join(content, file))));
}

/** A file as it is sealed. */
export function sealedFile(file: string, bytes: Uint8Array): SealedFile {
  const hex = createHash('sha256').update(bytes).digest('hex');
  return { path: file, digest: `sha256:${hex}`, size: bytes.length };
}

/** Orders files by the bytes of their paths, as `LC_ALL=C sort` does. */
export function byPathBytes(a: SealedFile, b: SealedFile): number {
  return byBytes(a.path, b.path);
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function filesBelow(content: string, folder: string): string[] {
  const place = path.join(content, folder);
  if (!fs.existsSync(place)) return [];
  return fs.readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(content, name);
    if (entry.isFile()) return [name];
    throw new Fault('only files can be sealed, and this is none', {
      place: { file: path.join(content, name) },
      hint: 'Put the file itself in the place of the link.',
    });
  });
}
