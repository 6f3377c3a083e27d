import type { FormatStep, PlainFields, PlainRecord, RecordKind } from './format-step.ts';
import { STEPS } from './steps.ts';

/** The field in which a record says its format. */
export const FORMAT_FIELD = 'schema';

/** The newest format of a history. */
export function newestFormat(steps: readonly FormatStep[] = STEPS): number {
  return Math.max(...steps.map(({ to }) => to));
}

/** The format that a record says; 0 where it says none, null where it is no number of a format. */
export function formatOf(data: PlainFields): number | null {
  const said = data[FORMAT_FIELD];
  if (said === undefined) return 0;
  return typeof said === 'number' && Number.isInteger(said) && said > 0 ? said : null;
}

/** True for a record of a format that this history does not reach. */
export function isNewer(data: PlainFields, steps: readonly FormatStep[] = STEPS): boolean {
  return (formatOf(data) ?? 0) > newestFormat(steps);
}

/**
 * A record as the newest format has it. One that is of that format, or of none that is known, is given as it is:
 * its schema says what is wrong with it.
 */
export function bringForward(
  kind: RecordKind,
  record: PlainRecord,
  steps: readonly FormatStep[] = STEPS,
): PlainRecord {
  const [from, newest] = [formatOf(record.data), newestFormat(steps)];
  if (from === null || from >= newest) return record;
  const { [FORMAT_FIELD]: _, ...fields } = record.data;
  const { data, body } = stepsSince(from, kind, steps).reduce<PlainRecord>(
    (before, { change }) => change(before),
    { data: fields, body: record.body },
  );
  return { data: { [FORMAT_FIELD]: newest, ...data }, body };
}

/** What was changed since a format in records of a kind, in order. */
export function stepsSince(
  format: number,
  kind: RecordKind,
  steps: readonly FormatStep[] = STEPS,
): FormatStep[] {
  return steps
    .filter((step) => step.from >= format && (step.kind === 'every' || step.kind === kind))
    .sort((a, b) => a.from - b.from);
}
