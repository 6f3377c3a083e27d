import type { APIRoute, GetStaticPaths } from 'astro';
import { DOCUMENT_NAMES, type DocumentName } from '../../../../api/catalogue.ts';
import { publishedSchema } from '../../../../api/published-schema.ts';
import { jsonResponse, schemaOf } from '../../../../content/api.ts';

export const getStaticPaths = (() =>
  DOCUMENT_NAMES.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

/** The schema of a kind of documents. */
export const GET: APIRoute<{ name: DocumentName }> = ({ props }) =>
  jsonResponse(publishedSchema(props.name, schemaOf(props.name)));
