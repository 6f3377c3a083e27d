import { isDeepStrictEqual } from 'node:util';
import { type MarkdownRecord, readPlainMarkdown } from '../../src/markdown/front-matter.ts';
import {
  asOfToday,
  Fault,
  formatOf,
  formOfFile,
  isFields,
  isOlder,
  type PlainFields,
  stepsSince,
} from '../../src/records/index.ts';

/** The fields and the text of a markdown record as the newest format has them. Throws a Fault. */
export function plainOfToday(text: string, file: string): MarkdownRecord<PlainFields> {
  const { data, body } = readPlainMarkdown(text, file);
  if (!isFields(data)) throw new Fault('front matter without fields', { place: { file, line: 1 } });
  const kind = formOfFile(file)?.kind;
  return kind === undefined || !isOlder(data) ? { data, body } : asOfToday(kind, { data, body }, file);
}

/** Fields that a record does not have only because its format had none of them. */
export function notKnownThen(text: string, file: string): string[] {
  const { data } = readPlainMarkdown(text, file);
  const kind = formOfFile(file)?.kind;
  if (kind === undefined || !isFields(data) || !isOlder(data)) return [];
  return stepsSince(formatOf(data) ?? 0, kind)
    .flatMap(({ adds = [] }) => adds)
    .filter((field) => !Object.hasOwn(data, field));
}

/**
 * True where a record of an older format says what the text of the newest one says. False for a record of the newest
 * format, whose bytes tell that. `ignored` fields may differ.
 */
export function isSameInOlderFormat(
  older: string,
  text: string,
  file: string,
  ignored: readonly string[] = [],
): boolean {
  try {
    if (!isOlder(readPlainMarkdown(older, file).data)) return false;
    const left = [...ignored, ...notKnownThen(older, file)];
    return isDeepStrictEqual(
      without(plainOfToday(older, file), left),
      without(plainOfToday(text, file), left),
    );
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

function without(
  { data, body }: MarkdownRecord<PlainFields>,
  left: readonly string[],
): MarkdownRecord<PlainFields> {
  return { data: Object.fromEntries(Object.entries(data).filter(([field]) => !left.includes(field))), body };
}
