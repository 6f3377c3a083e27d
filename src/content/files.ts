import path from 'node:path';
import type { z } from 'zod';
import { type MarkdownRecord, readBodyOf, readMarkdown } from '../markdown/front-matter.ts';
import { Fault } from '../records/fault.ts';
import type { RecordKind } from '../records/migrations/format-step.ts';
import { bytesAt, namesAt, shownPath } from './disk.ts';

/** Names in a folder of the ledger, in order; none for a folder that does not exist. */
export function namesIn(...folder: string[]): string[] {
  try {
    return namesAt(...folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new Fault(`the folder cannot be read`, { place: { file: path.join(...folder) }, cause });
  }
}

/** Names of the markdown files in a folder, in order, without their ending. */
export function recordsIn(...folder: string[]): string[] {
  return namesIn(...folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length));
}

/** A record's path as auditors read it: from the content folder on. */
export function recordPath(...parts: string[]): string {
  return `${parts.join('/')}.md`;
}

/** Reads one record. Throws a Fault with file, line and field for one that is not as its schema says. */
export function readRecord<Schema extends z.ZodType>(
  schema: Schema,
  ...parts: string[]
): MarkdownRecord<z.infer<Schema>> {
  const [place, text] = [recordPath(...parts), textOf(...parts)];
  const before = records.get(place);
  if (before?.schema === schema && before.text === text)
    return before.record as MarkdownRecord<z.infer<Schema>>;
  const record = readMarkdown(text, schema, shown(...parts));
  if (records.size >= ROOM) records.clear();
  records.set(place, { schema, text, record });
  return record;
}

/** Records that were read lately: the pages of one release ask for the same ones, which nobody may change. */
const records = new Map<string, { schema: z.ZodType; text: string; record: MarkdownRecord<unknown> }>();
const ROOM = 300;

/** The text of a record below its front matter, whose fields are not looked into. */
export function readBody(kind: RecordKind, ...parts: string[]): string {
  return readBodyOf(textOf(...parts), kind, shown(...parts));
}

/** The record's path as the person who runs the build can open it. */
export function shown(...parts: string[]): string {
  return shownPath(recordPath(...parts));
}

/** A record's bytes as text. */
export function textOf(...parts: string[]): string {
  try {
    return bytesAt(recordPath(...parts)).toString('utf8');
  } catch (cause) {
    throw new Fault('the record cannot be read', { place: { file: shown(...parts) }, cause });
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
}
