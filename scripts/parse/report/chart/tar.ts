import { Fault } from '../../../../src/records/index.ts';

/** A regular file of an archive. */
export interface ArchivedFile {
  /** As the archive has it, with "/" and without "./" before it. */
  path: string;
  bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * The regular files of a tar archive (POSIX.1-2017 pax, with GNU's long names), read at once and in their order. Throws
 * a Fault for an archive that is cut off, damaged, or names a file outside of itself. Links and folders are left out.
 */
export function readTar(bytes: Uint8Array, file: string): ArchivedFile[] {
  const files: ArchivedFile[] = [];
  let longName: string | undefined;
  let at = 0;
  for (;;) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.length < BLOCK) throw damaged(file, 'it has no end: it is cut off');
    if (header.every((byte) => byte === 0)) return files;
    const size = checkedSize(header, file);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw damaged(file, 'it is cut off within a file');
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    const kind = String.fromCharCode(header[156] ?? 0);
    if (kind === 'x') longName = paxPath(content) ?? longName;
    else if (kind === 'L') longName = textOf(content);
    else if (kind !== 'g') {
      const path = safePath(longName ?? nameOf(header), file);
      if (kind === '0' || kind === '\0' || kind === '7') files.push({ path, bytes: content });
      longName = undefined;
    }
  }
}

function checkedSize(header: Uint8Array, file: string): number {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  const size = octal(header.subarray(124, 136));
  if (sum !== octal(header.subarray(148, 156))) throw damaged(file, 'a header does not match its checksum');
  if (size === undefined) throw damaged(file, 'a file in it has no readable size');
  return size;
}

function octal(field: Uint8Array): number | undefined {
  const text = textOf(field).trim();
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;
}

/** Up to the first NUL. */
function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const isPosix = textOf(header.subarray(257, 262)) === 'ustar';
  const prefix = isPosix ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** A pax header's records are "<length> <key>=<value>\n". */
function paxPath(content: Uint8Array): string | undefined {
  return /^\d+ path=(.*)$/m.exec(new TextDecoder().decode(content))?.[1];
}

function safePath(path: string, file: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  if (path.startsWith('/') || parts.includes('..') || /^[A-Za-z]:/.test(path))
    throw damaged(file, `it names a file outside of itself: ${JSON.stringify(path)}`);
  return parts.filter((part) => part !== '.').join('/');
}

function damaged(file: string, why: string): Fault {
  return new Fault(`the archive is damaged: ${why}`, { place: { file } });
}
