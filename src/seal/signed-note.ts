import { sign as signBytes, verify as verifyBytes } from 'node:crypto';
import { equalBytes, utf8 } from './bytes.ts';
import { isSameKey, publicKeyOf, type Signer, type Verifier } from './keys.ts';
import { checkNoteText, type Note, type NoteSignature } from './note.ts';

/** Whether a note may be believed. Only then its text is handed on. */
export type NoteVerdict =
  | {
      ok: true;
      text: string;
      /** The known keys that signed, each once. */
      verified: Verifier[];
      /** Signatures of keys that are not known: they say nothing, for or against. */
      unverified: NoteSignature[];
    }
  | { ok: false; reason: string };

/** Signs a text, RFC 8032 over its bytes. Throws a Fault where the text cannot be a note's. */
export function sign(text: string, signer: Signer): Note {
  checkNoteText(text);
  return { text, signatures: [signatureOf(text, signer)] };
}

/** The note with one more signature, in place of an earlier one by the same key. */
export function addSignature({ text, signatures }: Note, signer: Signer): Note {
  const others = signatures.filter((each) => !isBy(signer, each));
  return { text, signatures: [...others, signatureOf(text, signer)] };
}

/**
 * Checks a note, c2sp.org/signed-note "Signatures": lines of unknown keys are ignored, one wrong signature of a known
 * key refuses the whole note, and so does the lack of any known one.
 */
export function verifyNote({ text, signatures }: Note, verifiers: readonly Verifier[]): NoteVerdict {
  const verified: Verifier[] = [];
  const unverified: NoteSignature[] = [];
  for (const signature of signatures) {
    const known = verifiers.filter((verifier) => isBy(verifier, signature));
    if (!known.every((verifier) => isRight(text, signature, verifier)))
      return {
        ok: false,
        reason: `the signature of ${signature.name} is wrong: text or signature was changed`,
      };
    if (known.length === 0) unverified.push(signature);
    verified.push(
      ...known.filter((verifier, index) => isFirst(verifier, [...verified, ...known.slice(0, index)])),
    );
  }
  if (verified.length > 0) return { ok: true, text, verified, unverified };
  return {
    ok: false,
    reason: `no known key signed: ${namesOf(signatures)} did, wanted ${namesOf(verifiers)}`,
  };
}

function signatureOf(text: string, { name, keyId, privateKey }: Signer): NoteSignature {
  return { name, keyId, signature: new Uint8Array(signBytes(null, utf8(text), privateKey)) };
}

function isRight(text: string, { signature }: NoteSignature, verifier: Verifier): boolean {
  return verifyBytes(null, utf8(text), publicKeyOf(verifier), signature);
}

function isBy(verifier: Verifier, { name, keyId }: NoteSignature): boolean {
  return verifier.name === name && equalBytes(verifier.keyId, keyId);
}

function isFirst(verifier: Verifier, earlier: readonly Verifier[]): boolean {
  return !earlier.some((each) => isSameKey(each, verifier));
}

function namesOf(all: readonly { name: string }[]): string {
  return all.length === 0 ? 'nobody' : [...new Set(all.map(({ name }) => name))].join(', ');
}
