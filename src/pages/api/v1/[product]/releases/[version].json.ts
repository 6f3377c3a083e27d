import type { APIRoute, GetStaticPaths } from 'astro';
import { publicContributors, releaseDocument } from '../../../../../api/release-document.ts';
import { jsonResponse, schemaOf } from '../../../../../content/api.ts';
import { notedVersions } from '../../../../../content/notes.ts';
import { readPublicRelease } from '../../../../../content/public-releases.ts';
import { releasesIn } from '../../../../../content/scope.ts';
import { findProductPages, findRelease } from '../../../../../content/sources.ts';
import type { PublicRelease } from '../../../../../notes/public-release.ts';
import type { Note } from '../../../../../records/note.ts';
import type { Product } from '../../../../../records/product.ts';

interface Props {
  release: PublicRelease;
  note: Note;
  product: Product;
}

export const getStaticPaths = ((options) =>
  releasesIn(options, notedVersions).map((params) => {
    const source = findProductPages(params.product);
    const { note } = findRelease(source, params.version);
    const release = readPublicRelease(params.product, params.version);
    return { params, props: { release, note, product: source.product } };
  })) satisfies GetStaticPaths;

/** One release with all its entries. */
export const GET: APIRoute<Props> = ({ props: { release, note, product } }) =>
  jsonResponse(releaseDocument(schemaOf('release'), release, publicContributors(note, product)));
