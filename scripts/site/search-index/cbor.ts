import { Fault } from '../../../src/records/fault.ts';

/** What Pagefind's files are made of: whole numbers, texts, and lists of these. Bytes are a value as it is written. */
export type CborValue = number | string | CborValue[] | Uint8Array;

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

/**
 * Reads the part of CBOR (RFC 8949) that Pagefind writes. Lists within more than `depth` others stay as they are
 * written: most of an index is moved and never looked at. Throws a Fault for anything else.
 */
export function decodeCbor(bytes: Uint8Array, depth = Number.POSITIVE_INFINITY): CborValue {
  const reader = { bytes, at: 0, kind: 0, size: 0 };
  const value = readValue(reader, depth);
  if (reader.at !== bytes.length) throw unknown(reader.at);
  return value;
}

interface Reader {
  bytes: Uint8Array;
  at: number;
  /** Of the head that was read last. */
  kind: number;
  size: number;
}

function readValue(reader: Reader, depth: number): CborValue {
  const start = reader.at;
  readHead(reader);
  const { kind, size } = reader;
  if (kind === NUMBER) return size;
  if (kind === NEGATIVE) return -1 - size;
  if (kind === LIST && depth >= 0) return Array.from({ length: size }, () => readValue(reader, depth - 1));
  pass(reader);
  if (kind === LIST) return reader.bytes.subarray(start, reader.at);
  return new TextDecoder('utf-8', { fatal: true }).decode(reader.bytes.subarray(reader.at - size, reader.at));
}

/** Passes over the rest of a value whose head was read. */
function pass(reader: Reader): void {
  const { kind, size } = reader;
  if (kind === NUMBER || kind === NEGATIVE) return;
  if (kind === TEXT) reader.at += size;
  else if (kind !== LIST) throw unknown(reader.at);
  else
    for (let item = 0; item < size; item++) {
      readHead(reader);
      pass(reader);
    }
  if (reader.at > reader.bytes.length) throw unknown(reader.at);
}

/** Three bits say what it is; five say how much of it, or in how many further bytes that stands. */
function readHead(reader: Reader): void {
  const head = reader.bytes[reader.at++] ?? 0xff;
  reader.kind = head >> 5;
  reader.size = head & 31;
  if (reader.size < 24) return;
  const width = reader.size <= 26 ? 2 ** (reader.size - 24) : 0;
  if (width === 0 || reader.at + width > reader.bytes.length) throw unknown(reader.at);
  reader.size = 0;
  for (let byte = 0; byte < width; byte++) reader.size = reader.size * 256 + (reader.bytes[reader.at++] ?? 0);
}

/** Writes a value in the shortest form. */
export function encodeCbor(value: CborValue): Uint8Array {
  const pieces: Uint8Array[] = [];
  writeValue(value, pieces);
  return Buffer.concat(pieces);
}

function writeValue(value: CborValue, pieces: Uint8Array[]): void {
  if (typeof value === 'number') pieces.push(value < 0 ? head(NEGATIVE, -1 - value) : head(NUMBER, value));
  else if (value instanceof Uint8Array) pieces.push(value);
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
