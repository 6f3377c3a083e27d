import fs from 'node:fs';
import path from 'node:path';
import { parseCommitTable } from '../../../src/markdown/commit-table.ts';
import { readMarkdown, readPlainMarkdown, saysToday } from '../../../src/markdown/front-matter.ts';
import { Fault, isOlder, jsonOfToday, NewerRecord, type RecordForm } from '../../../src/records/index.ts';

/** A record as it was read. */
export interface FoundRecord {
  is: 'read';
  /** From the content folder on. */
  file: string;
  kind: RecordForm['kind'];
  /** As its schema made it, of the newest format. */
  data: object;
  body: string;
  text: string;
  /** It is of an older format, and somebody may write it anew. */
  older: boolean;
}

/** A record that cannot be read, or that this tool is too old for. */
export interface UnreadRecord {
  is: 'newer' | 'broken';
  file: string;
  fault: Fault;
}

export type ReadRecord = FoundRecord | UnreadRecord;

/** Reads a record of a ledger, whatever is in it. `file` is its path from the content folder on. */
export function readRecord(content: string, file: string, form: RecordForm): ReadRecord {
  const place = path.join(content, file);
  try {
    const text = fs.readFileSync(place, 'utf8');
    const read = file.endsWith('.json') ? readJson(text, form, place) : readFrontMatter(text, form, place);
    return { is: 'read', file, kind: form.kind, text, ...read };
  } catch (error) {
    if (error instanceof NewerRecord) return { is: 'newer', file, fault: error };
    return { is: 'broken', file, fault: error instanceof Fault ? error : asFault(error, place) };
  }
}

type Read = Pick<FoundRecord, 'data' | 'body' | 'older'>;

function readFrontMatter(text: string, { kind, schema }: RecordForm, place: string): Read {
  const { data, body } = readMarkdown(text, schema, place);
  if (kind === 'release')
    parseCommitTable(body, place, text.slice(0, text.length - body.length).split('\n').length);
  return { data: data as object, body, older: !saysToday(text) && saysLess(text, place) };
}

function saysLess(text: string, place: string): boolean {
  return isOlder(readPlainMarkdown(text, place).data);
}

/** Seals and what is sealed with them are the chain: nobody writes them anew. */
function readJson(text: string, { schema }: RecordForm, place: string): Read {
  const parsed = schema.safeParse(jsonOfToday(schema, jsonOf(text, place), place));
  if (parsed.success) return { data: parsed.data as object, body: '', older: false };
  const [issue] = parsed.error.issues;
  throw new Fault(issue?.message ?? 'not as expected', {
    place: { file: place, field: issue?.path.join('.') ?? '' },
  });
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('it is no JSON', { place: { file: place }, cause });
  }
}

function asFault(error: unknown, place: string): Fault {
  const what = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new Fault(`it cannot be read: ${what}`, { place: { file: place }, cause: error });
}
