import { Fault } from '../../../src/records/fault.ts';

/** What Pagefind's files are made of: numbers from 0 on, texts, and lists of these. */
export type CborValue = number | string | CborValue[];

const NUMBER = 0;
const TEXT = 3;
const LIST = 4;

/** Reads the part of CBOR (RFC 8949) that Pagefind writes. Throws a Fault for anything else. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader = { bytes, at: 0 };
  const value = readValue(reader);
  if (reader.at !== bytes.length) throw unknown(reader.at);
  return value;
}

interface Reader {
  bytes: Uint8Array;
  at: number;
}

function readValue(reader: Reader): CborValue {
  const { kind, size } = readHead(reader);
  if (kind === NUMBER) return size;
  if (kind === LIST) return Array.from({ length: size }, () => readValue(reader));
  if (kind !== TEXT) throw unknown(reader.at);
  reader.at += size;
  return new TextDecoder('utf-8', { fatal: true }).decode(reader.bytes.subarray(reader.at - size, reader.at));
}

/** Three bits say what it is; five say how much of it, or in how many further bytes that stands. */
function readHead(reader: Reader): { kind: number; size: number } {
  const head = reader.bytes[reader.at++] ?? 0xff;
  const [kind, short] = [head >> 5, head & 31];
  if (short < 24) return { kind, size: short };
  const width = short <= 26 ? 2 ** (short - 24) : 0;
  const more = reader.bytes.subarray(reader.at, reader.at + width);
  if (width === 0 || more.length < width) throw unknown(reader.at);
  reader.at += width;
  return { kind, size: more.reduce((sum, byte) => sum * 256 + byte, 0) };
}

/** Writes a value in the shortest form. */
export function encodeCbor(value: CborValue): Uint8Array {
  const pieces: Uint8Array[] = [];
  writeValue(value, pieces);
  return Buffer.concat(pieces);
}

function writeValue(value: CborValue, pieces: Uint8Array[]): void {
  if (typeof value === 'number') pieces.push(head(NUMBER, value));
  else if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    pieces.push(head(TEXT, text.length), text);
  } else {
    pieces.push(head(LIST, value.length));
    for (const item of value) writeValue(item, pieces);
  }
}

function head(kind: number, size: number): Uint8Array {
  if (size < 24) return Uint8Array.of((kind << 5) | size);
  const bytes = size < 0x100 ? 1 : size < 0x10000 ? 2 : 4;
  const made = Buffer.alloc(1 + bytes, (kind << 5) | (24 + Math.log2(bytes)));
  made.writeUIntBE(size, 1, bytes);
  return made;
}

function unknown(at: number): Fault {
  return new Fault(`byte ${at} of a file of the search index is none that we know`, {
    hint: 'The index is read as Pagefind 1.5 writes it: check what is installed.',
  });
}
