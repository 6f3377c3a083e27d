import { createHash } from 'node:crypto';

/** The space of this site generator's names: all ids of feeds follow from it. It must never change. */
const NAMES = '5f1c3b0e-6a54-4a4e-9d0b-1f4a8f6f2c7d';

/** A name as an id that is the same for ever and everywhere: RFC 9562 §5.5 (version 5), as an URN. */
export function nameUrn(...name: string[]): string {
  return `urn:uuid:${nameUuid(NAMES, JSON.stringify(name))}`;
}

/** The UUID of a name in a space of names. */
export function nameUuid(space: string, name: string): string {
  const digest = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return digest.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
