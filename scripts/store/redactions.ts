import path from 'node:path';
import { Fault, jsonOfToday, type Redaction, RedactionSchema } from '../../src/records/index.ts';
import { isWrittenByCommand } from './json-record.ts';
import { PlainFiles } from './plain-files.ts';

const DOSSIER = /^ledger\/[^/]+\/releases\/[^/]+(?=\/)/;

/** A redaction as it lies on disk. */
export interface StoredRedaction {
  redaction: Redaction;
  /** From the content folder on. */
  file: string;
  bytes: Buffer;
}

/** The dossier that a file stands in; null for one that is in none. */
export function dossierOf(file: string): string | null {
  return DOSSIER.exec(file)?.[0] ?? null;
}

/** Where the redaction of a number stands. */
export function redactionPath(dossier: string, number: number): string {
  return `${dossier}/redactions/${number}.json`;
}

/** A redaction's bytes: JSON with two blanks for each step, fields in the schema's order, and an end of line. */
export function redactionText(redaction: Redaction): string {
  return `${JSON.stringify(RedactionSchema.parse(redaction), null, 2)}\n`;
}

/** The redactions of a dossier, the first one first. Throws a Fault for one that is none. */
export function readRedactions(plain: PlainFiles, dossier: string): StoredRedaction[] {
  const stored: StoredRedaction[] = [];
  for (let number = 1; ; number += 1) {
    const file = redactionPath(dossier, number);
    const bytes = plain.read(file);
    if (bytes === null) return stored;
    stored.push({ redaction: parseRedaction(bytes, file), file, bytes });
  }
}

/** The redactions of one file, the first one first. */
export function redactionsOf(plain: PlainFiles, file: string): StoredRedaction[] {
  const dossier = dossierOf(file);
  if (dossier === null) return [];
  return readRedactions(plain, dossier).filter(({ redaction }) => redaction.path === file);
}

/** The last redaction of a file; null for a file that is whole. */
export function lastRedaction(content: string, file: string): Redaction | null {
  return redactionsOf(new PlainFiles(content), file).at(-1)?.redaction ?? null;
}

function parseRedaction(bytes: Buffer, file: string): Redaction {
  const parsed = RedactionSchema.safeParse(jsonOfToday(RedactionSchema, jsonOf(bytes), file));
  if (parsed.success && isWrittenByCommand(bytes, redactionText(parsed.data))) return parsed.data;
  const field = parsed.success ? '' : (parsed.error.issues[0]?.path.join('.') ?? '');
  throw new Fault('it is no redaction as the ledger writes them', {
    place: { file, ...(field !== '' && { field }) },
    hint: `Restore ${path.posix.basename(file)} from where the ledger is kept: nobody writes redactions by hand.`,
  });
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
