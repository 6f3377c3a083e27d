import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { GitObject, ObjectType } from './objects.ts';

const TYPE_NUMBERS: Record<ObjectType, number> = { commit: 1, tree: 2, blob: 3, tag: 4 };

/** Bytes that are handed on at once: a chunk for each object would cost more than the objects. */
const CHUNK = 1 << 18;

/** A pack (gitformat-pack, version 2) of whole objects, in chunks. `count` is how many there are. */
export function* packChunks(objects: Iterable<GitObject>, count: number): Generator<Buffer> {
  const hash = createHash('sha1');
  for (const chunk of joined(packParts(objects, count))) {
    hash.update(chunk);
    yield chunk;
  }
  yield hash.digest();
}

function* packParts(objects: Iterable<GitObject>, count: number): Generator<Buffer> {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(count, 8);
  yield header;
  for (const object of objects) {
    yield entryHeader(object);
    yield deflateSync(object.body, { level: 1 });
  }
}

function* joined(parts: Iterable<Buffer>): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for (const part of parts) {
    waiting.push(part);
    size += part.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(waiting);
    [waiting, size] = [[], 0];
  }
  yield Buffer.concat(waiting);
}

/** Four bits of the size stand beside the type, seven in each byte after that. */
function entryHeader({ type, body }: GitObject): Buffer {
  const bytes = [(TYPE_NUMBERS[type] << 4) | (body.length & 15)];
  for (let rest = body.length >>> 4; rest > 0; rest >>>= 7) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
    bytes.push(rest & 0x7f);
  }
  return Buffer.from(bytes);
}
