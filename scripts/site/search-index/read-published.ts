import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  MonthDocumentSchema,
  monthOf,
  ProductsDocumentSchema,
  type ReleasesDocument,
  ReleasesDocumentSchema,
} from '../../../src/api/documents.ts';
import type { PublicRelease } from '../../../src/notes/public-release.ts';
import { apiPath } from '../../../src/views/paths.ts';

/** A product as an edition publishes it. */
export interface PublishedProduct {
  id: string;
  name: string;
  modules: ReleasesDocument['modules'];
  /** Newest version first. */
  releases: PublicRelease[];
}

/** All products of a built edition, by its own API. */
export async function readPublished(edition: string): Promise<PublishedProduct[]> {
  const read = async (...parts: string[]): Promise<unknown> =>
    JSON.parse(await readFile(path.join(edition, apiPath(...parts)), 'utf8'));
  const { products } = ProductsDocumentSchema.parse(await read('products.json'));
  return Promise.all(
    products.map(async ({ id }) => {
      const { name, modules, releases } = ReleasesDocumentSchema.parse(await read(id, 'releases.json'));
      const places = new Map(releases.map(({ version }, place) => [version, place]));
      const inOrder: PublicRelease[] = [];
      for (const month of new Set(releases.map(monthOf))) {
        const document = MonthDocumentSchema.parse(await read(id, 'months', `${month}.json`));
        for (const release of document.releases) inOrder[places.get(release.version) ?? 0] = release;
      }
      return { id, name, modules, releases: inOrder };
    }),
  );
}
