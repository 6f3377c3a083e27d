import type { z } from 'zod';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import { Fault, type Vote } from '../../../src/records/index.ts';
import { voteKey } from '../../dossier/votes/same-vote.ts';
import { frontMatterField } from '../../store/front-matter-field.ts';
import type { Wanted } from './found-value.ts';
import { recordSchema } from './record-schema.ts';

/** A file before and after a redaction. */
export interface Rewritten {
  file: string;
  before: Buffer;
  after: Uint8Array;
}

/**
 * A redacted record is read by every command and page. Throws a Fault where it could not be read any more, or where it
 * would not be known again and be collected anew with the value.
 */
export function requireReadable(
  { file, before, after }: Rewritten,
  wanted: Wanted,
  placeholder: string,
): void {
  const [was, is] = [before.toString('utf8'), Buffer.from(after).toString('utf8')];
  if (file.endsWith('.json') && isJson(was) && !isJson(is))
    throw refusal(file, 'the file would not be JSON any more', 'Take out the text between the quotes.');
  const schema = recordSchema(file);
  if (schema === null) return;
  const now = readableOrFault(is, file, schema);
  if ('field' in wanted) requireField(is, file, wanted.field, placeholder);
  if (file.includes('/votes/')) requireKnown(readMarkdown(was, schema, file).data as Vote, now as Vote, file);
}

function readableOrFault(text: string, file: string, schema: z.ZodType): unknown {
  try {
    return readMarkdown(text, schema, file).data;
  } catch (cause) {
    if (!(cause instanceof Fault)) throw cause;
    const hint = 'Times, digests, ids and the like hold the record together and cannot be redacted.';
    throw refusal(file, `the record could not be read any more: ${cause.message}`, hint);
  }
}

/** A value in a form that this does not know, as an anchor, would be read otherwise than it is written. */
function requireField(text: string, file: string, field: string, placeholder: string): void {
  if (frontMatterField(text, field)?.value === placeholder) return;
  throw refusal(file, 'the placeholder would not be read as the field’s text', 'Write --text TEXT.');
}

function requireKnown(then: Vote, now: Vote, file: string): void {
  if (voteKey(then) === voteKey(now)) return;
  throw refusal(
    file,
    'the vote would not be known again, and ledger votes would file it anew with the value',
    'Redact "person" and the vote’s text; the account is what its platform shows.',
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refusal(file: string, what: string, hint: string): Fault {
  return new Fault(what, { place: { file }, hint });
}
