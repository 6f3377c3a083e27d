import type { APIRoute, GetStaticPaths } from 'astro';
import { publicContributors, releaseDocument } from '../../../../../api/release-document.ts';
import { jsonResponse, schemaOf } from '../../../../../content/api.ts';
import { readPublicReleases } from '../../../../../content/public-releases.ts';
import { readProductPages } from '../../../../../content/sources.ts';
import type { PublicRelease } from '../../../../../notes/public-release.ts';
import type { Note } from '../../../../../records/note.ts';
import type { Product } from '../../../../../records/product.ts';

interface Props {
  release: PublicRelease;
  note: Note;
  product: Product;
}

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id, product, notes }) => {
    const releases = new Map(readPublicReleases(id).map((release) => [release.version, release]));
    return notes.flatMap(({ note }) => {
      const release = releases.get(note.version);
      const params = { product: id, version: note.version };
      return release === undefined ? [] : [{ params, props: { release, note, product } }];
    });
  })) satisfies GetStaticPaths;

/** One release with all its entries. */
export const GET: APIRoute<Props> = ({ props: { release, note, product } }) =>
  jsonResponse(releaseDocument(schemaOf('release'), release, publicContributors(note, product)));
