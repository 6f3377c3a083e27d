import { type DocumentName, schemaPath } from '../api/catalogue.ts';
import { absolute } from './site.ts';

/** What a document of a kind writes into `$schema`. */
export function schemaOf(name: DocumentName): string {
  return absolute(schemaPath(name));
}

/** A document as it is served: in one line, and UTF-8 as JSON always is. */
export function jsonResponse(document: object): Response {
  return new Response(`${JSON.stringify(document)}\n`, { headers: { 'Content-Type': 'application/json' } });
}
