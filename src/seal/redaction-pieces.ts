import { sha256Hex } from './node-sha256.ts';

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
  let line = 0;
  for (let at = 0; at < bytes.length; ) {
    // The end of a line is looked for once, however many pieces it has.
    if (at === line) line = endOfLine(bytes, at);
    const end = Math.min(at + LONGEST, line);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** SHA-256 of a piece, as hex digits. */
export function pieceDigest(piece: Uint8Array): string {
  return sha256Hex(piece);
}

/** What a seal says of a file's pieces: "sha256:…" of what `sha256sum` prints for them, "<hex>  -" on a line each. */
export function piecesDigest(digests: readonly string[]): string {
  return `sha256:${sha256Hex(digests.map((digest) => `${digest}  -\n`).join(''))}`;
}

/** The same from a whole file. */
export function piecesDigestOf(bytes: Uint8Array): string {
  return piecesDigest(piecesOf(bytes).map(pieceDigest));
}

function endOfLine(bytes: Uint8Array, at: number): number {
  const feed = bytes.indexOf(LINE_FEED, at);
  return feed === -1 ? bytes.length : feed + 1;
}
