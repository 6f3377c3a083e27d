import type { APIRoute, GetStaticPaths } from 'astro';
import { readControlExceptions } from '../content/control-results.ts';
import { readProducts } from '../content/products.ts';
import { CONTROL_IDS, type ControlId } from '../records/index.ts';
import { exceptionsCsv } from '../views/controls/exceptions-csv.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id: product }) =>
    CONTROL_IDS.map((control) => ({ params: { product, control }, props: { product, control } })),
  )) satisfies GetStaticPaths;

/** All exceptions of a control. */
export const GET: APIRoute<{ product: string; control: ControlId }> = ({ props }) =>
  new Response(exceptionsCsv(readControlExceptions(props.product, props.control)));
