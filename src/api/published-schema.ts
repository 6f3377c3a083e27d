import { z } from 'zod';
import { type DocumentName, documentKinds } from './catalogue.ts';

/** A JSON Schema as it is published. */
export type PublishedSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema (https://json-schema.org/draft/2020-12) of a kind of documents, made from what the site itself
 * checks and builds by: it can never say anything else.
 */
export function publishedSchema(name: DocumentName, $id: string): PublishedSchema {
  const kind = documentKinds().find((other) => other.name === name);
  if (kind === undefined) throw new Error(`no kind of documents is called "${name}"`);
  const { $schema, title, description, ...rest } = z.toJSONSchema(kind.schema, { target: 'draft-2020-12' });
  return { $schema, $id, title, description, ...rest } as PublishedSchema;
}
