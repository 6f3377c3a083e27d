import type { APIRoute, GetStaticPaths } from 'astro';
import { cardPng, pngResponse } from '../../../content/previews.ts';
import { readProducts } from '../../../content/products.ts';
import { readPublicReleases } from '../../../content/public-releases.ts';
import { edition } from '../../../content/settings.ts';
import { siteName } from '../../../content/site.ts';
import type { PublicRelease } from '../../../notes/public-release.ts';
import { releaseCard } from '../../../views/previews/cards.ts';

/** Nobody shows links to the internal edition elsewhere. */
export const getStaticPaths = (() =>
  edition() === 'internal'
    ? []
    : readProducts().flatMap(({ id, product: { name } }) =>
        readPublicReleases(id).map((release) => ({
          params: { product: id, version: release.version },
          props: { name, release },
        })),
      )) satisfies GetStaticPaths;

/** The picture that stands beside links to a release. */
export const GET: APIRoute<{ name: string; release: PublicRelease }> = ({ props: { name, release } }) =>
  pngResponse(cardPng(releaseCard(siteName(), name, release)));
