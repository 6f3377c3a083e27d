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
  const lines = signatures.map((signature) => ({ signature, known: knownTo(verifiers, signature) }));
  const wrong = lines.find(({ signature, known }) => !known.every((each) => isRight(text, signature, each)));
  if (wrong !== undefined)
    return refused(`the signature of ${wrong.signature.name} is wrong: text or signature was changed`);
  const verified = lines.flatMap(({ known }) => known).filter(isFirst);
  if (verified.length === 0)
    return refused(`no known key signed: ${namesOf(signatures)} did, wanted ${namesOf(verifiers)}`);
  const unverified = lines.filter(({ known }) => known.length === 0).map(({ signature }) => signature);
  return { ok: true, text, verified, unverified };
}

function refused(reason: string): NoteVerdict {
  return { ok: false, reason };
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

function knownTo(verifiers: readonly Verifier[], signature: NoteSignature): Verifier[] {
  return verifiers.filter((verifier) => isBy(verifier, signature));
}

function isFirst(verifier: Verifier, index: number, all: readonly Verifier[]): boolean {
  return all.findIndex((each) => isSameKey(each, verifier)) === index;
}

function namesOf(all: readonly { name: string }[]): string {
  return all.length === 0 ? 'nobody' : [...new Set(all.map(({ name }) => name))].join(', ');
}
