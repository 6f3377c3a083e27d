import type { APIRoute, GetStaticPaths } from 'astro';
import { notedVersions } from '../../../content/notes.ts';
import { cardPng, pngResponse } from '../../../content/previews.ts';
import { readProduct } from '../../../content/products.ts';
import { readPublicRelease } from '../../../content/public-releases.ts';
import { releasesIn } from '../../../content/scope.ts';
import { edition } from '../../../content/settings.ts';
import { siteName } from '../../../content/site.ts';
import type { PublicRelease } from '../../../notes/public-release.ts';
import { releaseCard } from '../../../views/previews/cards.ts';

/** Nobody shows links to the internal edition elsewhere. */
export const getStaticPaths = ((options) =>
  edition() === 'internal'
    ? []
    : releasesIn(options, notedVersions).map((params) => ({
        params,
        props: {
          name: readProduct(params.product).product.name,
          release: readPublicRelease(params.product, params.version),
        },
      }))) satisfies GetStaticPaths;

/** The picture that stands beside links to a release. */
export const GET: APIRoute<{ name: string; release: PublicRelease }> = ({ props: { name, release } }) =>
  pngResponse(cardPng(releaseCard(siteName(), name, release)));
