import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import * as records from '../../src/records/index.ts';
import { markdownFile, type Yaml } from '../store/yaml-lines.ts';
import { CANARY } from './canaries.ts';

/** Records that everybody may read. All others are internal. */
const PUBLIC = new Set(['NoteSchema', 'ProductSchema']);

/** Every kind of internal record, by the name of its schema: whatever has a version of the record format. */
export function internalSchemas(): Map<string, z.ZodObject> {
  const all = Object.entries(records).flatMap(([name, value]): [string, z.ZodObject][] =>
    value instanceof z.ZodObject && 'schema' in value.shape && !PUBLIC.has(name) ? [[name, value]] : [],
  );
  return new Map(all);
}

/**
 * Writes one record of each kind below a folder, with a canary in every field that its schema has, as markdown and as
 * JSON: a field that is new is covered on the day on which it is added. Returns how many were put. The records hold
 * nothing that could be read: whoever opens one fails.
 */
export async function writeSchemaCanaries(folder: string): Promise<number> {
  let count = 0;
  const next = (): string => {
    count += 1;
    return `${CANARY}-of-schema-${count}`;
  };
  await mkdir(folder, { recursive: true });
  for (const [name, schema] of internalSchemas()) {
    const value = planted(schema, next) as { [key: string]: Yaml };
    await writeFile(path.join(folder, `${name}-${next()}.md`), markdownFile(value, `${next()}\n`));
    await writeFile(path.join(folder, `${name}-${next()}.json`), JSON.stringify(value));
  }
  return count;
}

/** What the parts of a schema are called, whatever kind it is of. */
interface Parts {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: readonly z.ZodType[];
  items?: readonly z.ZodType[];
  valueType?: z.ZodType;
}

/** A value with every field of a schema, and a canary wherever anything could be written. */
function planted(schema: z.ZodType, next: () => string): Yaml {
  const { shape, element, innerType, in: before, options, items, valueType } = schema.def as Parts;
  if (shape !== undefined)
    return Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, planted(inner, next)]));
  if (valueType !== undefined) return { [next()]: planted(valueType, next) };
  const many = options ?? items ?? (element === undefined ? undefined : [element]);
  if (many !== undefined) return many.map((inner) => planted(inner, next));
  const inner = innerType ?? before;
  return inner === undefined ? next() : planted(inner, next);
}
