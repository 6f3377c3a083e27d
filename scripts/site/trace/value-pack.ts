import { closeSync, openSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { digestOf } from './digest.ts';
import { bytesOfNumbers, numbersOf } from './sections.ts';

/** Where a value stands in a pack, in bytes. */
export interface PackPlace {
  at: number;
  length: number;
}

/** A file of many values: their bytes one after the other, then their digests and lengths, then where these begin. */
export interface ValuePack {
  /** In the order of their places. */
  places: readonly (readonly [digest: string, place: PackPlace])[];
  /** How long its values are together. */
  bytes: number;
  /** A value's bytes, as they were put there unless somebody damaged them. */
  read(place: PackPlace): Buffer;
  close(): void;
}

/** At the very end: where the index begins, and its digest. */
const TRAILER = 20;
const DIGEST = digestOf('').length;
const ENTRY = DIGEST + Int32Array.BYTES_PER_ELEMENT;

/** Writes values by digest into a pack, whole or not at all. */
export function writePack(file: string, values: Iterable<readonly [digest: string, text: string]>): void {
  const parts: Buffer[] = [];
  const digests: string[] = [];
  let at = 0;
  for (const [digest, text] of values) {
    const bytes = Buffer.from(text);
    parts.push(bytes);
    digests.push(digest);
    at += bytes.length;
  }
  const lengths = Int32Array.from(parts, ({ length }) => length);
  const listed = Buffer.concat([Buffer.from(digests.join('')), bytesOfNumbers(lengths)]);
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
    return {
      bytes: begin,
      places: placesIn(listed),
      read: ({ at, length }) => bytesOf(own, at, length),
      close: () => closeSync(own),
    };
  } catch {
    if (handle !== null) closeSync(handle);
    return null;
  }
}

function placesIn(listed: Buffer): ValuePack['places'] {
  const count = listed.length / ENTRY;
  const digests = listed.toString('latin1', 0, count * DIGEST);
  const lengths = numbersOf(Uint8Array.from(listed.subarray(count * DIGEST)));
  let end = 0;
  return Array.from(lengths, (length, place) => {
    const at = end;
    end += length;
    return [digests.slice(place * DIGEST, (place + 1) * DIGEST), { at, length }] as const;
  });
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
