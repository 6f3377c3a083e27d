import { z } from 'zod';
import { LineageReleaseSchema, PublicReleaseSchema } from '../notes/public-release.ts';
import { PublicTermSchema } from '../records/product.ts';
import { SlugSchema, VersionSchema, WebAddressSchema } from '../records/values.ts';

/** Every document names the schema that it follows: an absolute address, or a path from the site's root on. */
const follows = { $schema: z.string() };

/** `/api/v1/products.json`: where everything begins. */
export const ProductsDocumentSchema = z.strictObject({
  ...follows,
  products: z.array(
    z.strictObject({
      id: SlugSchema,
      name: z.string(),
      summary: z.string(),
      website: WebAddressSchema.nullable(),
      latest: VersionSchema.nullable().describe('The newest final release that was not withdrawn.'),
      address: z.string().describe('Its page on the site, from the root on.'),
      releases: z.string().describe('The list of its releases, from the root on.'),
    }),
  ),
});
export type ProductsDocument = z.infer<typeof ProductsDocumentSchema>;

/** `/api/v1/<product>/releases.json`: all releases of a product and how they grew from each other. */
export const ReleasesDocumentSchema = z.strictObject({
  ...follows,
  product: SlugSchema,
  name: z.string(),
  latest: VersionSchema.nullable(),
  modules: z.array(PublicTermSchema),
  features: z.array(PublicTermSchema),
  compatibility: z.array(PublicTermSchema),
  releases: z.array(LineageReleaseSchema).describe('Newest version first.'),
});
export type ReleasesDocument = z.infer<typeof ReleasesDocumentSchema>;

/** `/api/v1/<product>/releases/<version>.json`: one release with all its entries. */
export const ReleaseDocumentSchema = PublicReleaseSchema.extend(follows);
export type ReleaseDocument = z.infer<typeof ReleaseDocumentSchema>;

/** `/api/v1/<product>/months/<year>-<month>.json`: the releases of one month, for who needs a range of them. */
export const MonthDocumentSchema = z.strictObject({
  ...follows,
  product: SlugSchema,
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('The month of their dates, in UTC.'),
  releases: z.array(PublicReleaseSchema),
});
export type MonthDocument = z.infer<typeof MonthDocumentSchema>;

/** The month that a release's entries are found under. */
export function monthOf({ date }: { date: string }): string {
  return date.slice(0, 7);
}
