import type { z } from 'zod';
import { Fault, type Place } from './fault.ts';
import { bringForward, formatOf, isNewer, newestFormat } from './migrations/bring-forward.ts';
import type { PlainFields, PlainRecord, RecordKind } from './migrations/format-step.ts';
import { NewerRecord } from './newer-record.ts';
import { kindOfSchema } from './record-forms.ts';

/** True for what is written as fields at all. */
export function isFields(value: unknown): value is PlainFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws a Fault for a record of a format that this tool does not know yet: nothing else is said of it. */
export function refuseNewer(value: unknown, place: Place): void {
  if (isFields(value) && isNewer(value)) throw new NewerRecord(formatOf(value) ?? 0, place);
}

/** A record as the newest format has it, whatever format it is of. Throws a Fault for one that has no such form. */
export function asOfToday(kind: RecordKind, record: PlainRecord, file: string): PlainRecord {
  try {
    return bringForward(kind, record);
  } catch (cause) {
    throw new Fault(`the record cannot be read as one of format ${formatOf(record.data)}`, {
      place: { file },
      hint: 'Restore it from where the ledger is kept, or write it anew.',
      cause,
    });
  }
}

/**
 * What JSON holds, as the newest format has it, for the schema that reads it. No person writes it, so that it always
 * has the number of its format. Throws a Fault for a record of a newer format.
 */
export function jsonOfToday(schema: z.ZodType, value: unknown, file: string): unknown {
  const kind = kindOfSchema(schema);
  if (kind === null || !isFields(value) || formatOf(value) === 0) return value;
  // Commands write the number first, below the brace.
  refuseNewer(value, { file, line: 2 });
  return asOfToday(kind, { data: value, body: '' }, file).data;
}

/** True for a record that says an older format, or none. */
export function isOlder(value: unknown): boolean {
  if (!isFields(value)) return false;
  const format = formatOf(value);
  return format !== null && format < newestFormat();
}
