import type { APIRoute } from 'astro';
import { productsDocument } from '../../../api/products-document.ts';
import { jsonResponse, schemaOf } from '../../../content/api.ts';
import { readProductPages } from '../../../content/sources.ts';

/** All products. */
export const GET: APIRoute = () => jsonResponse(productsDocument(schemaOf('products'), readProductPages()));
