import { Fault } from '../../../src/records/index.ts';
import type { Range } from '../../../src/seal/redaction-parts.ts';
import { frontMatterField } from '../../store/front-matter-field.ts';

/** What is to be taken out of a file. */
export type Wanted = { field: string } | { text: string };

/** A value and where it stands. */
export interface FoundValue {
  value: string;
  /** In bytes, in order. */
  ranges: Range[];
}

/** A single character would be found in every word. */
const SHORTEST = 2;

/** Looks for the value in a file. Throws a Fault where it does not hold it, or holds it as no text. */
export function foundValue(bytes: Buffer, wanted: Wanted, file: string): FoundValue {
  return 'field' in wanted ? inField(bytes, wanted.field, file) : everywhere(bytes, wanted.text, file);
}

function inField(bytes: Buffer, field: string, file: string): FoundValue {
  const text = utf8Text(bytes, file);
  const found = frontMatterField(text, field);
  if (found === null)
    throw new Fault('the record does not have this field', {
      place: { file, field },
      hint: 'Name it as it stands in its front matter: --field pullRequests.0.author.login. For anything else: --text TEXT.',
    });
  if (found.place === null || found.place.start === found.place.end)
    throw new Fault('the field is no text: only a text can be redacted', { place: { file, field } });
  const { start, end } = found.place;
  const offset = (at: number): number => Buffer.byteLength(text.slice(0, at));
  return { value: text.slice(start, end), ranges: [{ start: offset(start), end: offset(end) }] };
}

function everywhere(bytes: Buffer, text: string, file: string): FoundValue {
  if (text.length < SHORTEST || 'redacted-sha256-'.includes(text))
    throw new Fault(`--text ${JSON.stringify(text)} is too little to be found for certain`, {
      hint: 'Write all of what has to go.',
    });
  const wanted = Buffer.from(text);
  const ranges: Range[] = [];
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + wanted.length))
    ranges.push({ start: at, end: at + wanted.length });
  if (ranges.length > 0) return { value: text, ranges };
  throw new Fault('the file does not hold this text', {
    place: { file },
    hint: 'Write it as its bytes stand there: escaped, for instance, where the file is JSON.',
  });
}

/** A byte order mark stays, so that places are counted from the first byte. */
function utf8Text(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Fault('the file is not UTF-8, so that it has no fields', { place: { file }, cause });
  }
}
