import matter from 'gray-matter';
import { type Document, isMap, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Fault } from '../records/fault.ts';
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
 * Reads a record: YAML 1.2 core front matter, checked by `schema`, and the body as it stands.
 * Throws a Fault with file, line and field for front matter that is missing, broken or not as the schema says.
 */
export function readMarkdown<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  file: string,
): MarkdownRecord<z.infer<Schema>> {
  const { yaml, body } = splitFrontMatter(text, file);
  const plain = readPlainYaml(yaml);
  const known = plain === null ? null : schema.safeParse(plain);
  if (known?.success === true) return { data: known.data, body };
  // Anything of another form, and whatever is wrong, with its line.
  const lines = new LineCounter();
  const document = parseDocument(yaml, { ...YAML_OPTIONS, lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = (broken.linePos?.[0].line ?? 1) + 1;
    const what = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'broken YAML';
    throw new Fault(`front matter is not YAML: ${what}`, { place: { file, line } });
  }
  const parsed = schema.safeParse(plainValue(document, file));
  if (parsed.success) return { data: parsed.data, body };
  const issue = parsed.error.issues[0];
  const field = issue === undefined ? [] : [...issue.path, ...unknownKeys(issue)];
  const offset = offsetOf(document.contents, field);
  const line = offset === undefined ? 1 : lines.linePos(offset).line + 1;
  throw new Fault(issue?.message ?? 'not as expected', { place: { file, line, field: field.join('.') } });
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

/** The text below a record's front matter, which is not looked into. Throws a Fault where there is none. */
export function bodyBelow(text: string, file: string): string {
  return splitFrontMatter(text, file).body;
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
