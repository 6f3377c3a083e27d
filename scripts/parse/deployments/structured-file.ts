import { type Document, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { Fault, type Place } from '../../../src/records/index.ts';
import { readJson } from '../report/json/json.ts';
import { reportText } from '../report/json/json-text.ts';
import type { ReportFile } from '../report/parsed-report.ts';

/**
 * Reads what a tool wrote with `-o json` or `-o yaml`, checked by `schema`. In YAML every value comes as the text that
 * stands there: as a number, the version 1.10 would be 1.1. Throws a Fault with file, line and field, and with `hint`,
 * for a text that is broken or cut off, or that is neither.
 */
export function readStructured<Schema extends z.ZodType>(
  file: ReportFile,
  schema: Schema,
  hint: string,
): z.infer<Schema> {
  try {
    const text = reportText(file).replace(/^\uFEFF/, '');
    return /^\s*[[{]/.test(text) ? readJson(file, schema).data : readYaml(text, file.name, schema);
  } catch (cause) {
    if (!(cause instanceof Fault) || cause.hint !== undefined) throw cause;
    throw new Fault(cause.message, { ...(cause.place !== undefined && { place: cause.place }), hint, cause });
  }
}

function readYaml<Schema extends z.ZodType>(text: string, file: string, schema: Schema): z.infer<Schema> {
  const lines = new LineCounter();
  const document = documentOf(text, lines, file);
  // Tools end their last line: a cut within one would leave a shorter number or name, and nobody would see it.
  if (!text.endsWith('\n'))
    throw new Fault('the last line has no end: the text may be cut off', {
      place: { file, line: lines.lineStarts.length },
    });
  const parsed = schema.safeParse(plainValue(document, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Fault(issue?.message ?? 'not as expected', {
    place: placeOf(issue?.path ?? [], document, lines, file),
  });
}

/** Its warnings would go to standard error. */
const STRICT = { version: '1.2', schema: 'failsafe', uniqueKeys: true, logLevel: 'error' } as const;

function documentOf(text: string, lineCounter: LineCounter, file: string): Document {
  let document: Document;
  try {
    document = parseDocument(text, { ...STRICT, lineCounter });
  } catch (cause) {
    // Its parser calls itself for each level.
    throw new Fault('the YAML nests too deep', { place: { file }, cause });
  }
  const broken = document.errors[0];
  if (broken === undefined) return document;
  throw new Fault(brokenWords(broken), {
    place: { file, line: broken.linePos?.[0].line ?? 1 },
    cause: broken,
  });
}

function brokenWords({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'several documents stand in one file: give each a file of its own';
  const what = message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'it is broken';
  return `neither JSON nor YAML: ${what}`;
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new Fault('the YAML has too many aliases', { place: { file, line: 1 }, cause });
  }
}

/** Where a field stands; where it is missing, what should hold it. */
function placeOf(path: readonly PropertyKey[], document: Document, lines: LineCounter, file: string): Place {
  const field = path.join('.');
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isRanged(node)) return { file, line: lines.linePos(node.range[0]).line, field };
  }
  return { file, line: 1, field };
}

function isRanged(node: unknown): node is { range: [number, number, number] } {
  if (isScalar(node)) return node.range != null;
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
