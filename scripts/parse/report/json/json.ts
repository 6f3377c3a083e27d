import type { z } from 'zod';
import { Fault } from '../../../../src/records/index.ts';
import type { ReportFile } from '../parsed-report.ts';
import { lineAt, reportText } from './json-text.ts';
import { JsonBreak, type Step, walkJson } from './json-walk.ts';

/** A field of a JSON text, as ["Results", 3, "Target"]. */
export type Field = readonly (string | number)[];

/** A report as its schema makes it, and faults that tell where in it something is wrong. */
export interface JsonReport<Data> {
  data: Data;
  fault(what: string, field: Field, hint?: string): Fault;
}

/**
 * Reads a report of JSON (RFC 8259), checked by `schema`. Throws a Fault with file, line and field for a text that is
 * cut off or broken, for a key that stands twice (readers differ in which one they take), and for what the schema does
 * not allow.
 */
export function readJson<Schema extends z.ZodType>(
  file: ReportFile,
  schema: Schema,
): JsonReport<z.infer<Schema>> {
  const text = reportText(file);
  const parsed = schema.safeParse(valueIn(text, file.name));
  const fault = (what: string, field: Field, hint?: string) =>
    new Fault(what, {
      place: { file: file.name, line: lineAt(text, offsetOf(text, field)), field: field.join('.') },
      ...(hint !== undefined && { hint }),
    });
  if (parsed.success) return { data: parsed.data, fault };
  const issue = parsed.error.issues[0];
  const path = issue?.path.filter((key) => typeof key !== 'symbol') ?? [];
  throw fault(issue?.message ?? 'not as expected', path);
}

function valueIn(text: string, file: string): unknown {
  try {
    walkJson(text, refusals());
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof JsonBreak)
      throw new Fault(cause.message, { place: { file, line: lineAt(text, cause.offset) } });
    // What the walk leaves to JSON.parse are strings, and there its message says where.
    const offset = Number(/at position (\d+)/.exec(String(cause))?.[1] ?? 0);
    const what = String(cause instanceof Error ? cause.message : cause).replace(
      / in JSON at position.*$/s,
      '',
    );
    throw new Fault(`the JSON text is broken: ${what}`, {
      place: { file, line: lineAt(text, offset) },
      cause,
    });
  }
}

/** Keeps the keys of every object that is open, one set for each depth. */
function refusals() {
  const sets: Set<string>[] = [];
  return {
    opened(steps: readonly Step[]) {
      const keys = sets[steps.length];
      if (keys === undefined) sets[steps.length] = new Set();
      else if (keys.size > 0) sets[steps.length] = emptied(keys);
    },
    key(steps: readonly Step[], start: number) {
      const key = steps.at(-1)?.key ?? '';
      const keys = sets[steps.length];
      if (keys?.has(key))
        throw new JsonBreak(`the key ${JSON.stringify(key)} stands twice in one object`, start);
      if (key === '__proto__') throw new JsonBreak('the key "__proto__" is refused', start);
      keys?.add(key);
    },
  };
}

/** Emptying a set that was large once costs its largest size again. */
function emptied(keys: Set<string>): Set<string> {
  if (keys.size > 64) return new Set();
  keys.clear();
  return keys;
}

/** The offset of a field; where it is missing, of what should hold it. */
function offsetOf(text: string, field: Field): number {
  let deepest = -1;
  let offset = 0;
  walkJson(text, {
    value(steps, start) {
      if (steps.length <= deepest || steps.length > field.length || !leadsTo(steps, field)) return;
      deepest = steps.length;
      offset = start;
    },
  });
  return offset;
}

function leadsTo(steps: readonly Step[], field: Field): boolean {
  return steps.every((step, depth) => (step.inArray ? step.index : step.key) === field[depth]);
}
