import fs from 'node:fs';
import path from 'node:path';
import { Fault, type SealedFile } from '../../src/records/index.ts';
import { piecesDigestOf } from '../../src/seal/redaction-pieces.ts';
import { isSealName } from '../../src/seal/seal-name.ts';
import { entriesOf } from '../store/folders.ts';
import { PlainFiles } from '../store/plain-files.ts';
import { textDigest } from '../store/sealed-files.ts';
import { isMisnamed } from './evidence-name.ts';
import { asSealed } from './redact/redacted-file.ts';

/** What lies below a folder of the ledger, as paths from the content folder on, by their bytes. */
export interface FolderContents {
  files: string[];
  /** Links, pipes and the like. */
  others: string[];
}

/**
 * Every file below a folder of the ledger with its digest and size, by the bytes of its path. Seals at its top are left
 * out. Throws a Fault for anything that is no file, such as a link: what it leads to may change; and for evidence that is
 * not what its name says.
 */
export function sealableFiles(content: string, folder: string): SealedFile[] {
  const { files, others } = contentsOf(content, folder);
  const [other] = others;
  if (other !== undefined) throw noFile(content, other);
  const plain = new PlainFiles(content);
  const sealable = files.map((file) => {
    const bytes = fs.readFileSync(path.join(content, file));
    return asSealed(plain, sealedFile(file, bytes), bytes);
  });
  const misnamed = sealable.find(isMisnamed);
  if (misnamed !== undefined) throw changedEvidence(content, misnamed);
  return sealable;
}

/** What can be sealed below a folder, and what cannot. Seals at its top are left out. */
export function contentsOf(content: string, folder: string): FolderContents {
  const all = entriesBelow(content, folder)
    .filter(({ file }) => path.posix.dirname(file) !== folder || !isSealName(path.posix.basename(file)))
    .sort((a, b) => byBytes(a.file, b.file));
  return {
    files: all.filter(({ isFile }) => isFile).map(({ file }) => file),
    others: all.filter(({ isFile }) => !isFile).map(({ file }) => file),
  };
}

/** A file as it is sealed. */
export function sealedFile(file: string, bytes: Uint8Array): SealedFile {
  return { path: file, digest: textDigest(bytes), size: bytes.length, pieces: piecesDigestOf(bytes) };
}

/** Orders files by the bytes of their paths, as `LC_ALL=C sort` does. */
export function byPathBytes(a: SealedFile, b: SealedFile): number {
  return byBytes(a.path, b.path);
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function entriesBelow(content: string, folder: string): { file: string; isFile: boolean }[] {
  return entriesOf(path.join(content, folder)).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    return entry.isDirectory() ? entriesBelow(content, file) : [{ file, isFile: entry.isFile() }];
  });
}

function noFile(content: string, file: string): Fault {
  return new Fault('only files can be sealed, and this is none', {
    place: { file: path.join(content, file) },
    hint: 'Put the file itself in the place of the link.',
  });
}

function changedEvidence(content: string, { path: file, digest }: SealedFile): Fault {
  return new Fault(`evidence is named by its digest, and its bytes have ${digest}`, {
    place: { file: path.join(content, file) },
    hint: 'Put it back as it was, from where the ledger is kept: a seal is not made over an alarm.',
  });
}
