import { z } from 'zod';

/** A schema without what is wrapped around it, and what the wrappers say. */
export interface Unwrapped {
  schema: z.core.$ZodType;
  needed: boolean;
  nullable: boolean;
  default?: string;
}

/** Takes "optional", "nullable" and defaults off a schema. */
export function unwrapped(schema: z.core.$ZodType): Unwrapped {
  if (schema instanceof z.ZodOptional) return { ...unwrapped(schema.def.innerType), needed: false };
  if (schema instanceof z.ZodNullable) return { ...unwrapped(schema.def.innerType), nullable: true };
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return {
      ...unwrapped(schema.def.innerType),
      needed: false,
      ...defaultWords(schema.def.defaultValue),
    };
  if (schema instanceof z.ZodPipe) return unwrapped(schema.def.in);
  return { schema, needed: true, nullable: false };
}

/** What is taken where nothing is written; an empty object says nothing by itself. */
function defaultWords(value: unknown): { default?: string } {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
    return Array.isArray(value) ? { default: 'none' } : {};
  if (Array.isArray(value)) return { default: value.join(', ') };
  return { default: typeof value === 'boolean' ? String(value) : `${value}` };
}

/** What may stand in a field, in words; the messages of its checks say it where there are some. */
export function wordsOf(schema: z.core.$ZodType): string {
  const { schema: inner, nullable } = unwrapped(schema);
  return nullable ? `${plainWords(inner)}, or null` : plainWords(inner);
}

function plainWords(schema: z.core.$ZodType): string {
  if (schema instanceof z.ZodArray) return listWords(schema.def.element);
  if (schema instanceof z.ZodRecord) return `names, each with: ${wordsOf(schema.def.valueType)}`;
  if (schema instanceof z.ZodObject) return 'the fields below';
  if (schema instanceof z.ZodUnion) return [...new Set(schema.def.options.map(wordsOf))].join(', or ');
  if (schema instanceof z.ZodEnum) return choiceWords(Object.values(schema.def.entries));
  if (schema instanceof z.ZodLiteral) return choiceWords(schema.def.values);
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodURL) return 'an address, as "https://example.org/"';
  return expectedWords(schema) ?? (schema instanceof z.ZodNumber ? 'a number' : 'text');
}

function listWords(element: z.core.$ZodType): string {
  const words = wordsOf(element);
  return words === 'the fields below' ? 'a list, each with the fields below' : `a list of: ${words}`;
}

function choiceWords(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? `"${value}"` : String(value))).join(', ');
}

/** "expected a day such as …" says what to write. */
function expectedWords(schema: z.core.$ZodType): string | null {
  const { checks = [], error } = schema._zod.def;
  const errors = [...checks.map((check) => check._zod.def.error), error];
  const said = errors.map((each) => each?.({ input: '' } as never)).map(messageOf);
  return said.find((message) => message.startsWith('expected '))?.slice('expected '.length) ?? null;
}

function messageOf(said: unknown): string {
  if (typeof said === 'string') return said;
  return said !== null && typeof said === 'object' && 'message' in said ? String(said.message) : '';
}
