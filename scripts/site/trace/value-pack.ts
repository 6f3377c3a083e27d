import { closeSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { digestOf } from './digest.ts';

/** Where a value stands in a pack, in bytes. */
export interface PackPlace {
  at: number;
  length: number;
}

/** A file of many values: their bytes one after the other, then an index of them, then where that begins. */
export interface ValuePack {
  /** By digest. */
  places: ReadonlyMap<string, PackPlace>;
  /** How long its values are together. */
  bytes: number;
  read(place: PackPlace): string;
  close(): void;
}

/** At the very end: where the index begins, how long it is, and its digest. */
const TRAILER = 20;
const DIGEST = digestOf('').length;
const IndexSchema = z.array(z.tuple([z.string(), z.number(), z.number()]));

/** Writes values by digest into a pack, whole or not at all. */
export function writePack(file: string, values: Iterable<readonly [digest: string, text: string]>): void {
  const parts: Buffer[] = [];
  const index: [string, number, number][] = [];
  let at = 0;
  for (const [digest, text] of values) {
    const bytes = Buffer.from(text);
    parts.push(bytes);
    index.push([digest, at, bytes.length]);
    at += bytes.length;
  }
  const listed = Buffer.from(JSON.stringify(index));
  const trailer = `${String(at).padStart(TRAILER)}${digestOf(listed)}`;
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, Buffer.concat([...parts, listed, Buffer.from(trailer)]));
  renameSync(beside, file);
}

/** Opens a pack; null where it is not there, or is broken. Its values are read when they are asked for. */
export function openPack(file: string): ValuePack | null {
  let handle: number | null = null;
  try {
    const { size } = statSync(file);
    handle = openSync(file, 'r');
    const own = handle;
    const trailer = bytesOf(own, size - TRAILER - DIGEST, TRAILER + DIGEST).toString('latin1');
    const begin = Number(trailer.slice(0, TRAILER));
    const listed = bytesOf(own, begin, size - TRAILER - DIGEST - begin);
    if (digestOf(listed) !== trailer.slice(TRAILER)) throw new Error('the index is broken');
    const index = IndexSchema.parse(JSON.parse(listed.toString('utf8')));
    return {
      bytes: begin,
      places: new Map(index.map(([digest, at, length]) => [digest, { at, length }])),
      read: ({ at, length }) => bytesOf(own, at, length).toString('utf8'),
      close: () => closeSync(own),
    };
  } catch {
    if (handle !== null) closeSync(handle);
    return null;
  }
}

function bytesOf(handle: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const count = readSync(handle, bytes, done, length - done, at + done);
    if (count === 0) throw new Error('it ends too early');
    done += count;
  }
  return bytes;
}
