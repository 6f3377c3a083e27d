// What was taken out of sealed files. Only the internal edition's routes import this file.
import { jsonOfToday } from '../records/as-of-today.ts';
import { type Redaction, RedactionSchema } from '../records/seal.ts';
import type { StoredRedaction } from '../views/seal/stored-seal.ts';
import { digestOf, plainBytes } from './plain-file.ts';

/** A redaction with the digest of its own bytes: only a sealed one explains anything. */
export interface ReadRedaction extends StoredRedaction {
  digest: string;
}

/** The redactions of a dossier, the first one first, up to the first number that is not there or cannot be read. */
export function redactionsIn(folder: string): ReadRedaction[] {
  const found: ReadRedaction[] = [];
  for (let number = 1; ; number += 1) {
    const path = `${folder}/redactions/${number}.json`;
    const bytes = plainBytes(path);
    const data = bytes && parse(bytes, path);
    if (bytes === null || data === null) return found;
    found.push({ data, path, digest: digestOf(bytes) });
  }
}

function parse(bytes: Uint8Array, file: string): Redaction | null {
  const { data = null } = RedactionSchema.safeParse(jsonOfToday(RedactionSchema, jsonOf(bytes), file));
  return data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
