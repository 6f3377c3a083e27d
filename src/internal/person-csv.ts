import type { APIRoute, GetStaticPaths } from 'astro';
import { readActs, readRoster } from '../content/people.ts';
import { readProducts } from '../content/products.ts';
import { actsCsv } from '../views/people/acts-csv.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id: product }) =>
    readRoster(product).map(({ person }) => ({
      params: { product, person },
      props: { product, person },
    })),
  )) satisfies GetStaticPaths;

/** Everything that one person did for a product. */
export const GET: APIRoute<{ product: string; person: string }> = ({ props }) =>
  new Response(actsCsv(readActs(props.product, props.person)));
