import { Fault } from '../records/fault.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { concatBytes, toHex } from './bytes.ts';
import { KEY_NAME } from './key-name.ts';

/** One line below a note's text. Whether it is right is not known before `verifyNote`. */
export interface NoteSignature {
  /** The key's name. */
  name: string;
  /** Four bytes: with the name they say which key signed, and how. */
  keyId: Uint8Array;
  /** 64 bytes for Ed25519; of any length for others. */
  signature: Uint8Array;
}

/** A text and its signatures, c2sp.org/signed-note v1. */
export interface Note {
  /** What is signed, with its last line break. */
  text: string;
  signatures: readonly NoteSignature[];
}

/** More than any note needs: 16 signatures must be read, and one of ML-DSA has 5 kB. */
const LONGEST = 1_000_000;
const MOST_SIGNATURES = 100;
const KEY_ID_BYTES = 4;

/**
 * Reads a signed note, c2sp.org/signed-note "Format". Throws a Fault with the line where it is none. Base64 must be
 * written in the only canonical way, so `formatNote` gives the same bytes again.
 */
export function parseNote(source: string, file: string): Note {
  if (source.length > LONGEST) throw refusal(file, `the note is longer than ${LONGEST} characters`);
  refuseCharacters(source, file);
  const end = source.lastIndexOf('\n\n');
  if (end < 0) throw refusal(file, 'there is no blank line between text and signatures');
  const text = source.slice(0, end + 1);
  return { text, signatures: parseSignatures(source.slice(end + 2), file, text.split('\n').length + 1) };
}

/** Writes a signed note. Throws a Fault where the text cannot be that of a note. */
export function formatNote({ text, signatures }: Note): string {
  checkNoteText(text);
  return `${text}\n${signatures.map(formatSignature).join('')}`;
}

/** Throws a Fault where a text cannot be signed as a note: it ends with a line break and is plain UTF-8. */
export function checkNoteText(text: string): void {
  refuseCharacters(text, 'note');
  if (!text.endsWith('\n')) throw refusal('note', 'the text does not end with a line break');
}

function formatSignature({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${toBase64(concatBytes(keyId, signature))}\n`;
}

function parseSignatures(source: string, file: string, firstLine: number): NoteSignature[] {
  const lines = source.split('\n');
  if (lines.pop() !== '') throw refusal(file, 'the note does not end with a line break');
  if (lines.length === 0) throw refusal(file, 'the note has no signature');
  if (lines.length > MOST_SIGNATURES)
    throw refusal(file, `the note has more than ${MOST_SIGNATURES} signatures`);
  return lines.map((line, index) => parseSignature(line, file, firstLine + index));
}

function parseSignature(source: string, file: string, line: number): NoteSignature {
  const [dash, name = '', base64 = '', ...rest] = source.split(' ');
  if (dash !== '—' || rest.length > 0 || !KEY_NAME.test(name))
    throw refusal(file, 'this is no signature line: "— <key name> <base64>"', line);
  const bytes = fromBase64(base64);
  if (bytes === null || bytes.length <= KEY_ID_BYTES)
    throw refusal(file, 'the signature is not base64 of a key id and a signature', line);
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

function refuseCharacters(source: string, file: string): void {
  if (!source.isWellFormed()) throw refusal(file, 'the text is not Unicode');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const at = source.search(/[\x00-\x09\x0b-\x1f]/);
  if (at < 0) return;
  const code = toHex(Uint8Array.of(source.charCodeAt(at)));
  throw refusal(file, `there is a control character, 0x${code}`, source.slice(0, at).split('\n').length);
}

function refusal(file: string, what: string, line?: number): Fault {
  return new Fault(what, {
    place: { file, ...(line !== undefined && { line }) },
    hint: 'A signed note is copied whole, byte for byte, with its line breaks as they are (no CR).',
  });
}
