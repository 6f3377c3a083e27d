import { toHex, utf8 } from './bytes.ts';
import { sha256 } from './node-sha256.ts';

/** Longer lines are cut after so many bytes, so that a file of a single line has pieces as well. */
const LONGEST = 256;
const LINE_FEED = 0x0a;

/**
 * The pieces of a file: its lines with their line feeds, each cut into pieces of at most 256 bytes. In the shell:
 *
 *     split -l 1 --filter='split -b 256 --filter=sha256sum' FILE
 *
 * prints the digest of each.
 */
export function piecesOf(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = endOfPiece(bytes, at);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** SHA-256 of a piece, as hex digits. */
export function pieceDigest(piece: Uint8Array): string {
  return toHex(sha256(piece));
}

/** What a seal says of a file's pieces: "sha256:…" of what `sha256sum` prints for them, "<hex>  -" on a line each. */
export function piecesDigest(digests: readonly string[]): string {
  return `sha256:${toHex(sha256(utf8(digests.map((digest) => `${digest}  -\n`).join(''))))}`;
}

/** The same from a whole file. */
export function piecesDigestOf(bytes: Uint8Array): string {
  return piecesDigest(piecesOf(bytes).map(pieceDigest));
}

function endOfPiece(bytes: Uint8Array, at: number): number {
  const limit = Math.min(at + LONGEST, bytes.length);
  const feed = bytes.subarray(at, limit).indexOf(LINE_FEED);
  return feed === -1 ? limit : at + feed + 1;
}
