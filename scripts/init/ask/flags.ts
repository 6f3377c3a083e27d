import { Fault } from '../../../src/records/index.ts';
import { type Field, listText, type Question } from './question.ts';

/** What flags say: by field, each as often as it was given, as "[NAME=]VALUE". */
export type Flags = Readonly<Partial<Record<Field, readonly string[]>>>;

/** Fields whose words may hold a "=" of their own. */
const FREE: ReadonlySet<Field> = new Set([
  'name',
  'summary',
  'website',
  'site-name',
  'site-lead',
  'site-address',
]);

/**
 * What a flag answers to a question; null where none does. A flag with a name before "=" is for that product or module,
 * one without is for all. Throws a Fault for a name that nothing has.
 */
export function flagFor(question: Question, flags: Flags, known: ReadonlySet<string>): string | null {
  const given = (flags[question.field] ?? []).map((text) => scoped(text, question.field, known));
  const named = given.filter(({ name }) => name === question.subject);
  const values = (named.length > 0 ? named : given.filter(({ name }) => name === null)).map(
    ({ value }) => value,
  );
  if (values.length === 0) return null;
  return checked(values.length === 1 ? (values[0] ?? '') : listText(values), question);
}

function scoped(
  text: string,
  field: Field,
  known: ReadonlySet<string>,
): { name: string | null; value: string } {
  const [, name, value = ''] = /^([A-Za-z0-9][\w.-]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || field === 'role') return { name: null, value: text };
  if (known.has(name)) return { name, value };
  if (FREE.has(field)) return { name: null, value: text };
  throw new Fault(`--${field} ${text}: nothing here is called "${name}"`, {
    hint: `There are ${[...known].join(', ')}.`,
  });
}

/** Throws a Fault for an answer that the question does not take. */
function checked(value: string, question: Question): string {
  // A role may be one of a company's own, and says who holds it: it was checked as it was read.
  if (question.field === 'role') return value;
  const wrong = wrongWith(value, question);
  if (wrong === null) return question.form.kind === 'yes' ? yesOrNo(value) : value;
  throw new Fault(`--${question.field} ${value}: ${wrong}`);
}

function yesOrNo(value: string): string {
  return /^(?:yes|true|y)$/i.test(value) ? 'yes' : 'no';
}

/** What is wrong with an answer; null where nothing is. */
export function wrongWith(value: string, { form }: Question): string | null {
  if (form.kind === 'text') return form.check?.(value) ?? null;
  if (form.kind === 'yes')
    return /^(?:yes|true|y|no|false|n)$/i.test(value) ? null : 'expected "yes" or "no"';
  const given = form.kind === 'choice' ? [value] : value.split(',').map((item) => item.trim());
  const unknown = given.filter((item) => item !== 'none' && item !== '' && !form.options.includes(item));
  return unknown.length === 0 ? null : `expected ${form.options.join(', ')}`;
}
