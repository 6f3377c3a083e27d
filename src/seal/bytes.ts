import { Fault } from '../records/fault.ts';

/** The bytes of a text in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * The text of a file that must be UTF-8. A byte order mark is kept, since it is signed like every other byte. Throws a
 * Fault where the bytes are no UTF-8.
 */
export function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Fault('the file is not UTF-8', { place: { file }, cause });
  }
}

/** All parts, one behind the other. */
export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** True where both have the same bytes. Of digests and public keys only: its time tells where they differ. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** Orders as `LC_ALL=C sort` does: byte by byte, the shorter one first. */
export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const differs = left.findIndex((byte, index) => byte !== right[index]);
  if (differs < 0) return left.length - right.length;
  return (left[differs] ?? 0) - (right[differs] ?? -1);
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex digits, two a byte. */
export function toHex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += HEX[byte];
  return digits;
}
