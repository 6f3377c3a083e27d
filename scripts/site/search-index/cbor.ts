import { Fault } from '../../../src/records/fault.ts';

/** What Pagefind's files are made of: whole numbers, texts, and lists of these. Bytes are a value as it is written. */
export type CborValue = number | string | CborValue[] | Uint8Array;

const NUMBER = 0;
const NEGATIVE = 1;
const TEXT = 3;
const LIST = 4;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the part of CBOR (RFC 8949) that Pagefind writes. Throws a Fault for anything else. */
export function decodeCbor(bytes: Uint8Array): CborValue {
  const reader = { bytes, at: 0, kind: 0, size: 0 };
  const value = readValue(reader);
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

function readValue(reader: Reader): CborValue {
  readHead(reader);
  const { kind, size } = reader;
  if (kind === NUMBER) return size;
  if (kind === NEGATIVE) return -1 - size;
  if (kind === LIST) return readList(reader, size);
  if (kind !== TEXT || reader.at + size > reader.bytes.length) throw unknown(reader.at);
  reader.at += size;
  return UTF8.decode(reader.bytes.subarray(reader.at - size, reader.at));
}

function readList(reader: Reader, size: number): CborValue[] {
  const list: CborValue[] = [];
  while (list.length < size) list.push(readValue(reader));
  return list;
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
  const bytes = Buffer.allocUnsafe(sizeOf(value));
  writeValue(value, bytes, 0);
  return bytes;
}

function sizeOf(value: CborValue): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value === 'number') return sizeOfHead(value < 0 ? -1 - value : value);
  if (typeof value === 'string') {
    const size = Buffer.byteLength(value);
    return sizeOfHead(size) + size;
  }
  return value.reduce<number>((sum, item) => sum + sizeOf(item), sizeOfHead(value.length));
}

function sizeOfHead(size: number): number {
  if (size < 24) return 1;
  if (size < 0x100) return 2;
  return size < 0x10000 ? 3 : 5;
}

/** Tells where the next one begins. */
function writeValue(value: CborValue, bytes: Buffer, at: number): number {
  if (value instanceof Uint8Array) {
    bytes.set(value, at);
    return at + value.length;
  }
  if (typeof value === 'number')
    return value < 0 ? writeHead(NEGATIVE, -1 - value, bytes, at) : writeHead(NUMBER, value, bytes, at);
  if (typeof value === 'string') {
    const start = writeHead(TEXT, Buffer.byteLength(value), bytes, at);
    return start + bytes.write(value, start);
  }
  return value.reduce<number>(
    (next, item) => writeValue(item, bytes, next),
    writeHead(LIST, value.length, bytes, at),
  );
}

function writeHead(kind: number, size: number, bytes: Buffer, at: number): number {
  const head: number[] = [];
  pushHead(kind, size, head);
  bytes.set(head, at);
  return at + head.length;
}

/** Adds a whole number to what is written already. */
export function pushNumber(value: number, bytes: number[]): void {
  if (value < 0) pushHead(NEGATIVE, -1 - value, bytes);
  else pushHead(NUMBER, value, bytes);
}

/** Adds the beginning of a list: so many values follow. */
export function pushList(size: number, bytes: number[]): void {
  pushHead(LIST, size, bytes);
}

function pushHead(kind: number, size: number, bytes: number[]): void {
  const first = kind << 5;
  if (size < 24) bytes.push(first | size);
  else if (size < 0x100) bytes.push(first | 24, size);
  else if (size < 0x10000) bytes.push(first | 25, size >> 8, size & 0xff);
  else bytes.push(first | 26, size >>> 24, (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff);
}

function unknown(at: number): Fault {
  return new Fault(`byte ${at} of a file of the search index is none that we know`, {
    hint: 'The index is read as Pagefind 1.5 writes it: check what is installed.',
  });
}
