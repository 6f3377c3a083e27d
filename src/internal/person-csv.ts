import type { APIRoute, GetStaticPaths } from 'astro';
import { readActs, readPeople } from '../content/people.ts';
import { readProducts } from '../content/products.ts';
import { actsCsv } from '../views/people/acts-csv.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id: product }) =>
    (readPeople(product)?.roster ?? []).map(({ entry: { person } }) => ({
      params: { product, person },
      props: { product, person },
    })),
  )) satisfies GetStaticPaths;

/** Everything that one person did for a product. */
export const GET: APIRoute<{ product: string; person: string }> = ({ props }) =>
  new Response(actsCsv(readActs(props.product, props.person)));
