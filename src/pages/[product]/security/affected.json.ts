import type { APIRoute, GetStaticPaths } from 'astro';
import { readProductPages } from '../../../content/sources.ts';
import { readSecurity, readVersionOrder } from '../../../content/tables.ts';
import { affectedData } from '../../../views/tables/affected-data.ts';

export const getStaticPaths = (() =>
  readProductPages().map(({ id }) => ({ params: { product: id } }))) satisfies GetStaticPaths;

/** Which releases have which vulnerabilities: what the page of security asks when a version is chosen. */
export const GET: APIRoute<Record<string, unknown>, { product: string }> = ({ params: { product } }) =>
  Response.json(affectedData(product, readSecurity(product), readVersionOrder(product)));
