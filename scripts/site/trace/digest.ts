import { hash } from 'node:crypto';

/** A digest that fits into a file's name. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

/** Of a value that is shorter than a digest, the text stands in its place, behind this sign that no digest has. */
const SELF = '=';
const DIGEST_LENGTH = digestOf('').length;

/** The digest of a value's text: a short text is its own. */
export function digestOfValue(text: string): string {
  return text.length < DIGEST_LENGTH ? `${SELF}${text}` : digestOf(text);
}

/** The text of a value whose digest it is itself; undefined for all others. */
export function textOfDigest(digest: string): string | undefined {
  return digest.startsWith(SELF) ? digest.slice(SELF.length) : undefined;
}

/** True for the digest that is the text of a word, a number, a yes or no, or null: as it was, and not as a map or a set. */
export function isPlainText(digest: string): boolean {
  const text = textOfDigest(digest);
  return text !== undefined && text !== UNDEFINED && !/^[{[]/.test(text);
}

/** How a value that is none is told. */
const UNDEFINED = 'undefined';

/** A value as text: the same value, the same text. Maps and sets are told apart from lists. */
export function textOfValue(value: unknown): string {
  // To look at each part while it is written takes far longer than to look for maps first.
  return JSON.stringify(value, holdsCollections(value) ? named : undefined) ?? UNDEFINED;
}

function holdsCollections(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(holdsCollections);
  if (value instanceof Map || value instanceof Set) return true;
  for (const key in value) if (holdsCollections(value[key as keyof typeof value])) return true;
  return false;
}

function named(_key: string, part: unknown): unknown {
  if (part instanceof Map) return { '@map': [...part] };
  if (part instanceof Set) return { '@set': [...part] };
  return part;
}
