import matter from 'gray-matter';
import { type Document, isMap, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { asOfToday, isFields, isOlder, refuseNewer } from '../records/as-of-today.ts';
import { Fault } from '../records/fault.ts';
import { FORMAT_FIELD, formatOf, isNewer } from '../records/migrations/bring-forward.ts';
import type { RecordKind } from '../records/migrations/format-step.ts';
import { kindOfSchema } from '../records/record-forms.ts';
import { SCHEMA_VERSION } from '../records/values.ts';
import { readPlainYaml } from './plain-yaml.ts';

/** A markdown file taken apart: its front matter as the schema makes it, and the text below it. */
export interface MarkdownRecord<Data> {
  data: Data;
  body: string;
}

const YAML_OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: true, prettyErrors: true } as const;

/** gray-matter runs JavaScript front matter unless its engines are replaced: records are data. */
function refuse(): never {
  throw new Fault('front matter in JavaScript is refused', { hint: 'Write it as YAML between "---" lines.' });
}

/**
 * Reads a record: YAML 1.2 core front matter, checked by `schema`, and the body as it stands. One of an older format is
 * brought forward first, one of a newer format is refused before anything else of it is looked at.
 * Throws a Fault with file, line and field for front matter that is missing, broken or not as the schema says.
 */
export function readMarkdown<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): MarkdownRecord<z.infer<Schema>> {
  const { yaml, body } = splitFrontMatter(text, file);
  const kind = kindOfSchema(schema);
  const plain = readPlainYaml(yaml);
  // Most records are written plainly, and as they should be.
  if (plain !== null && (kind === null || !isNewer(plain))) {
    const record = forToday({ data: plain, body }, kind, file);
    const known = schema.safeParse(record.data);
    if (known.success) return { data: known.data, body: record.body };
  }
  // Anything of another form, and whatever is wrong, with its line.
  const front = parseFrontMatter(yaml, file);
  if (kind !== null) refuseNewer(front.value, { file, line: front.lineOf([FORMAT_FIELD]) });
  return checked(forToday({ data: front.value, body }, kind, file), schema, file, front);
}

/** A record's fields and its text as they stand in the file. Throws a Fault, also for one of a newer format. */
export function readPlainMarkdown(text: string, file: string): MarkdownRecord<unknown> {
  const { yaml, body } = splitFrontMatter(text, file);
  const plain = readPlainYaml(yaml);
  if (plain !== null && !isNewer(plain)) return { data: plain, body };
  const { value, lineOf } = parseFrontMatter(yaml, file);
  refuseNewer(value, { file, line: lineOf([FORMAT_FIELD]) });
  return { data: value, body };
}

/** The text of a record below its front matter, as the newest format has it; its fields are not looked into. */
export function readBodyOf(text: string, kind: RecordKind, file: string): string {
  if (saysToday(text)) return splitFrontMatter(text, file).body;
  const { data, body } = readPlainMarkdown(text, file);
  return forToday({ data, body }, kind, file).body;
}

const SAYS_TODAY = new RegExp(`^---\\n${FORMAT_FIELD}: ${SCHEMA_VERSION}\\n`);

/** True for the text of a record that begins with the number of the newest format, as commands write it. */
export function saysToday(text: string): boolean {
  return SAYS_TODAY.test(text);
}

/** Front matter without a schema, and where its fields stand. */
interface FrontMatter {
  value: unknown;
  /** The line in the file of the deepest field on a path that is there. */
  lineOf(field: readonly PropertyKey[]): number;
}

function parseFrontMatter(yaml: string, file: string): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { ...YAML_OPTIONS, lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = (broken.linePos?.[0].line ?? 1) + 1;
    const what = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'broken YAML';
    throw new Fault(`front matter is not YAML: ${what}`, { place: { file, line } });
  }
  const lineOf = (field: readonly PropertyKey[]): number => {
    const offset = offsetOf(document.contents, field);
    return offset === undefined ? 1 : lines.linePos(offset).line + 1;
  };
  return { value: plainValue(document, file), lineOf };
}

function forToday(
  { data, body }: MarkdownRecord<unknown>,
  kind: RecordKind | null,
  file: string,
): MarkdownRecord<unknown> {
  if (kind === null || !isFields(data) || !isOlder(data)) return { data, body };
  return asOfToday(kind, { data, body }, file);
}

function checked<Schema extends z.ZodType>(
  { data, body }: MarkdownRecord<unknown>,
  schema: Schema,
  file: string,
  { value, lineOf }: FrontMatter,
): MarkdownRecord<z.infer<Schema>> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return { data: parsed.data, body };
  const issue = parsed.error.issues[0];
  const field = issue === undefined ? [] : [...issue.path, ...unknownKeys(issue)];
  throw new Fault(issue?.message ?? 'not as expected', {
    place: { file, line: lineOf(field), field: field.join('.') },
    ...(data !== value && { hint: olderHint(value) }),
  });
}

function olderHint(value: unknown): string {
  const format = isFields(value) ? formatOf(value) : 0;
  return format === 0
    ? 'The record does not say its format, and was read as one of the first.'
    : `The record is of format ${format}, and was read as one of format ${SCHEMA_VERSION}.`;
}

/** Aliases can make a small text into a huge value: that is refused. */
function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new Fault('front matter has too many YAML aliases', { place: { file, line: 1 }, cause });
  }
}

function unknownKeys(issue: z.core.$ZodIssue): string[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
}

function splitFrontMatter(text: string, file: string): { yaml: string; body: string } {
  const engines = {
    yaml: { parse: () => ({}) },
    javascript: refuse,
    js: refuse,
    json: refuse,
    coffee: refuse,
  };
  let parts: ReturnType<typeof matter>;
  try {
    parts = matter(text, { engines: engines as never, language: 'yaml' });
  } catch (cause) {
    if (cause instanceof Fault)
      throw new Fault(cause.message, { place: { file, line: 1 }, hint: cause.hint ?? '' });
    throw new Fault(`front matter of an unknown kind "${text.split('\n')[0]}"`, {
      place: { file, line: 1 },
      hint: 'Write it as YAML between "---" lines.',
      cause,
    });
  }
  if (!/^\uFEFF?---\r?\n/.test(text))
    throw new Fault('front matter is missing', { place: { file, line: 1 } });
  if (!/\n---[ \t]*(\r?\n|$)/.test(text))
    throw new Fault('front matter has no end', { place: { file, line: 1 } });
  return {
    yaml: parts.matter.replace(/^\r?\n/, '').replace(/\r$/, ''),
    body: parts.content.replace(/^\r?\n/, ''),
  };
}

/** Offset of the deepest node on a field's path, so that an error can name a line. */
function offsetOf(contents: unknown, field: readonly PropertyKey[]): number | undefined {
  let node = contents as { range?: [number, number, number]; items?: unknown[] } | null | undefined;
  let offset = node?.range?.[0];
  for (const key of field) {
    if (node === null || node === undefined || !Array.isArray(node.items)) return offset;
    const next: unknown = isMap(node)
      ? node.items.find(
          (pair) => isPair(pair) && String((pair.key as { value?: unknown }).value) === String(key),
        )
      : node.items[Number(key)];
    if (next === undefined) return offset;
    const value = (isPair(next) ? next.value : next) as typeof node;
    const start = isPair(next)
      ? (next.key as { range?: [number, number, number] }).range?.[0]
      : value?.range?.[0];
    offset = start ?? offset;
    node = value;
  }
  return offset;
}
