import { z } from 'zod';
import type { ReportFile } from '../parsed-report.ts';
import { type JsonReport, readJson } from './json.ts';
import { outlineOf } from './json-outline.ts';

/**
 * Reads a report of JSON that is a list of values or one value alone, and gives a list. Fields of its faults begin
 * with the index in the list.
 */
export function readJsonList<Schema extends z.ZodType>(
  file: ReportFile,
  schema: Schema,
): JsonReport<z.infer<Schema>[]> {
  if (outlineOf(file)?.source('') === '[') return readJson(file, z.array(schema));
  const { data, fault } = readJson(file, schema);
  return { data: [data], fault: (what, field, hint) => fault(what, field.slice(1), hint) };
}
