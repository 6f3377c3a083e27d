/** Base64 of bytes, RFC 4648 §4. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * The bytes of a text in base64, RFC 4648 §4. Null where the text is not exactly how these bytes are written: with
 * padding, without white space, unused bits zero (§3.5). So nobody can change a signed line and keep its meaning.
 */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
