import type { APIRoute, GetStaticPaths } from 'astro';
import { monthDocument, releasesByMonth } from '../../../../../api/month-document.ts';
import { jsonResponse, schemaOf } from '../../../../../content/api.ts';
import { readProducts } from '../../../../../content/products.ts';
import { readPublicReleases } from '../../../../../content/public-releases.ts';
import type { PublicRelease } from '../../../../../notes/public-release.ts';

export const getStaticPaths = (() =>
  readProducts().flatMap(({ id }) =>
    [...releasesByMonth(readPublicReleases(id))].map(([month, releases]) => ({
      params: { product: id, month },
      props: { releases },
    })),
  )) satisfies GetStaticPaths;

/** The releases of one month of a product. */
export const GET: APIRoute<{ releases: PublicRelease[] }> = ({ params, props }) => {
  const { product = '', month = '' } = params;
  return jsonResponse(monthDocument(schemaOf('month'), product, month, props.releases));
};
