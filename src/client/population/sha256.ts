import { toHex } from '../../seal/bytes.ts';
import { SAMPLE } from '../../views/population-texts.ts';

/** SHA-256 of a text's bytes in UTF-8, as 64 hex digits. Throws where a browser gives none. */
export async function sha256(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) throw new Error(SAMPLE.noCrypto);
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
