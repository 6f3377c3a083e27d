import { createHash } from 'node:crypto';

/** SHA-256 of a text's bytes in UTF-8, as 64 hex digits. */
export function hexDigest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A digest over text that comes in pieces. */
export interface RunningDigest {
  add(text: string): void;
  /** "sha256:…" of all that was added; nothing can be added after it. */
  end(): string;
}

/** Begins a digest over nothing. */
export function runningDigest(): RunningDigest {
  const hash = createHash('sha256');
  return { add: (text) => void hash.update(text, 'utf8'), end: () => `sha256:${hash.digest('hex')}` };
}
