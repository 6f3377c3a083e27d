import type { APIRoute, GetStaticPaths } from 'astro';
import { readPolicy } from '../content/ledger.ts';
import { readPeople } from '../content/people.ts';
import { readProducts } from '../content/products.ts';
import { actsCsv } from '../views/people/acts-csv.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id }) =>
    readPolicy(id) === null ? [] : [{ params: { product: id } }],
  )) satisfies GetStaticPaths;

/** Everything that everybody did for a product. */
export const GET: APIRoute = ({ params }) =>
  new Response(actsCsv(readPeople(params['product'] ?? '')?.acts ?? []));
