import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { monthOf } from '../../../src/api/month-of.ts';
import type { PublicRelease } from '../../../src/notes/public-release.ts';
import { Fault } from '../../../src/records/fault.ts';
import { apiPath } from '../../../src/views/paths.ts';

// Only what is needed here: whether documents are as they should be is tested where they are made.
const ProductsSchema = z.object({ products: z.array(z.object({ id: z.string() })) });
const NamedSchema = z.object({ id: z.string(), name: z.string() });
const ReleasesSchema = z.object({
  name: z.string(),
  modules: z.array(NamedSchema),
  releases: z.array(z.object({ version: z.string(), date: z.string() })),
});
const MonthSchema = z.object({
  product: z.string(),
  month: z.string(),
  releases: z.array(z.custom<PublicRelease>((release) => typeof release === 'object' && release !== null)),
});

/** A product as an edition publishes it, without what its releases say. */
export interface PublishedProduct {
  id: string;
  name: string;
  modules: readonly z.infer<typeof NamedSchema>[];
  /** Under which month each release is found, by its version; newest version first. */
  months: ReadonlyMap<string, string>;
}

/** All products of a built edition, by its own API. */
export async function readProducts(edition: string): Promise<PublishedProduct[]> {
  const { products } = ProductsSchema.parse(JSON.parse(String(await read(edition, 'products.json'))));
  return Promise.all(
    products.map(async ({ id }) => {
      const document: unknown = JSON.parse(String(await read(edition, id, 'releases.json')));
      const { name, modules, releases } = ReleasesSchema.parse(document);
      return { id, name, modules, months: new Map(releases.map((one) => [one.version, monthOf(one)])) };
    }),
  );
}

/** Where it stands what a product published in a month. */
export function monthFile(edition: string, product: string, month: string): string {
  return path.join(edition, apiPath(product, 'months', `${month}.json`));
}

/** What a product published in a month, as it stands there. There are hundreds: to wait for each takes longer. */
export function readMonth(edition: string, product: string, month: string): Buffer {
  return readFileSync(monthFile(edition, product, month));
}

/** The releases of some months in the order of their versions. Throws a Fault where one is not among them. */
export async function readReleases(
  edition: string,
  { id, months }: PublishedProduct,
  span: readonly string[],
): Promise<PublicRelease[]> {
  const found = new Map<string, PublicRelease>();
  for (const month of span) {
    const document = MonthSchema.parse(JSON.parse(String(readMonth(edition, id, month))));
    for (const release of document.releases) found.set(release.version, release);
  }
  const wanted = [...months].flatMap(([version, month]) => (span.includes(month) ? [version] : []));
  const releases = wanted.flatMap((version) => found.get(version) ?? []);
  if (releases.length !== wanted.length || found.size !== wanted.length)
    throw new Fault(`the months ${span.join(', ')} of ${id} have other releases than its list`, {
      hint: 'The edition was changed while it was read: build it again.',
    });
  return releases;
}

/** A release by itself. */
export async function readRelease(edition: string, product: string, version: string): Promise<PublicRelease> {
  return JSON.parse(String(await read(edition, product, 'releases', `${version}.json`)));
}

function read(edition: string, ...parts: string[]): Promise<Buffer> {
  return readFile(path.join(edition, apiPath(...parts)));
}
