import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { RULES } from './rules.ts';

/** A query's text, read and checked. */
export interface Prepared {
  /** The text; a digest of it for a query that came after many others. */
  text: string;
  /** Undefined where it cannot be read. */
  document: DocumentNode | undefined;
  errors: readonly GraphQLError[];
}

const KEPT_TEXTS = 200;
// A document that was read takes fifty times the room of its text.
const KEPT_DOCUMENTS = 20;

/**
 * Reads and checks queries, the first different ones once. Later ones are not kept: a long run with aliases sends
 * another text each time.
 */
export function preparing(schema: GraphQLSchema): (text: string) => Prepared {
  const documents = new Map<string, Prepared>();
  const texts = new Map<string, string>();
  return (text) => {
    const known = documents.get(text);
    if (known !== undefined) return known;
    if (texts.size < KEPT_TEXTS) texts.set(text, text);
    const prepared = { text: texts.get(text) ?? digestOf(text), ...read(schema, text) };
    if (documents.size < KEPT_DOCUMENTS) documents.set(text, prepared);
    return prepared;
  };
}

function read(schema: GraphQLSchema, text: string): Omit<Prepared, 'text'> {
  try {
    const document = parse(text);
    return { document, errors: validate(schema, document, RULES) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { document: undefined, errors: [error] };
  }
}

function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
