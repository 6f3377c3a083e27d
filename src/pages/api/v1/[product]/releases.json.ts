import type { APIRoute, GetStaticPaths } from 'astro';
import { releasesDocument } from '../../../../api/releases-document.ts';
import { jsonResponse, schemaOf } from '../../../../content/api.ts';
import { readLineage } from '../../../../content/public-releases.ts';
import { findProductPages, readProductPages } from '../../../../content/sources.ts';

export const getStaticPaths = (() =>
  readProductPages().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** All releases of a product, and how they grew from each other. */
export const GET: APIRoute = ({ params }) => {
  const source = findProductPages(params['product'] ?? '');
  return jsonResponse(releasesDocument(schemaOf('releases'), source, readLineage(source.id).releases));
};
