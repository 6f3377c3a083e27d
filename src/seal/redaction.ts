import type { Redaction, SealedFile } from '../records/seal.ts';
import { concatBytes, toHex, utf8 } from './bytes.ts';
import { sha256 } from './node-sha256.ts';
import { partsOf } from './redaction-parts.ts';
import { piecesDigest } from './redaction-pieces.ts';

/** What the redactions of a file show of it. */
export type RedactedState =
  | {
      ok: true;
      /** The seal itself shows that every byte that is not hidden is as it was sealed; else only the redaction says so. */
      isProved: boolean;
      /** The last one, which tells of those before it. */
      last: Redaction;
      /** Bytes of the file that the seal does not show. */
      hiddenBytes: number;
    }
  | { ok: false; reason: string };

/** Random bytes in front of a value, so that its commitment alone does not give it away. */
export const SALT_BYTES = 32;

/** "sha256:…" of a salt and a value: whoever has both can show later what stood there. */
export function commitmentOf(salt: Uint8Array, value: string): string {
  return `sha256:${toHex(sha256(concatBytes(salt, utf8(value))))}`;
}

/** What stands in the value's place: a plain word in YAML, JSON, XML and markdown alike. */
export function placeholderOf(commitment: string): string {
  return `redacted-sha256-${commitment.slice('sha256:'.length)}`;
}

/**
 * Holds a redacted file against its seal, without the value. `redactions` are all of the file, the first one first.
 *
 * A seal has the digest of a file's bytes, and the digest of the digests of its pieces (lines, long ones cut). A
 * redaction keeps the sealed digests of the pieces that held the value. From them and from the pieces that are still
 * there the sealed digest of all pieces is computed again.
 *
 * - Proved: every byte outside of the hidden pieces is as it was sealed, in its place, with nothing added or left out.
 *   So nobody changes anything else under the pretext of a redaction, not even whoever redacts.
 * - Taken at the redaction's word: that of a hidden piece nothing else than the value was changed. With the value and
 *   its salt, which are kept outside of the ledger, this is proved too: the file has its sealed digest again
 *   (`withValue`).
 * - Not hidden: the value's approximate length, and its name where that is part of a path. Whoever guesses the value can
 *   confirm the guess by the sealed digests, as by any digest of a text of which the rest is known: the salt protects the
 *   commitment, not those. Clones of the ledger, its history in git and packs that were handed out keep the value.
 *
 * A file whose seal has no digest of pieces is vouched for by the redaction alone, which is sealed.
 */
export function checkRedactions(
  sealed: SealedFile,
  bytes: Uint8Array,
  redactions: readonly Redaction[],
): RedactedState {
  const last = redactions.at(-1);
  if (last === undefined) return refused('nothing says that it was redacted');
  if (!isChain(sealed, redactions)) return refused('its redactions do not lead on from what was sealed');
  if (last.after !== `sha256:${toHex(sha256(bytes))}`)
    return refused('it is not what its last redaction left of it');
  const parts = partsOf(bytes, last.hidden);
  if (parts === null) return refused('its redaction hides bytes that it does not have');
  const hidden = parts.filter(({ isHidden }) => isHidden);
  if (!hidden.every((part) => hasPlaceholder(part.bytes, redactions)))
    return refused('its redaction hides bytes in which nothing was redacted');
  if (sealed.pieces !== undefined && piecesDigest(parts.flatMap((part) => part.sealed)) !== sealed.pieces)
    return refused('more of it was changed than its redaction says');
  const hiddenBytes = hidden.reduce((sum, part) => sum + part.bytes.length, 0);
  return { ok: true, isProved: sealed.pieces !== undefined, last, hiddenBytes };
}

/** The file with a value back in its places. */
export function withValue(bytes: Uint8Array, commitment: string, value: string): Uint8Array {
  const marked = Buffer.from(bytes).toString('latin1');
  const back = Buffer.from(value).toString('latin1');
  return new Uint8Array(
    Buffer.from(
      marked.replaceAll(placeholderOf(commitment), () => back),
      'latin1',
    ),
  );
}

function isChain({ digest }: SealedFile, redactions: readonly Redaction[]): boolean {
  return redactions.every(
    ({ sealed, before }, index) => sealed === digest && before === (redactions[index - 1]?.after ?? digest),
  );
}

function hasPlaceholder(bytes: Uint8Array, redactions: readonly Redaction[]): boolean {
  const text = Buffer.from(bytes).toString('latin1');
  return redactions.some(({ commitment }) => text.includes(placeholderOf(commitment)));
}

function refused(reason: string): RedactedState {
  return { ok: false, reason };
}
