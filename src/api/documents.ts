import { z } from 'zod';
import { LineageReleaseSchema, PublicReleaseSchema } from '../notes/public-release.ts';
import { SlugSchema, VersionSchema, WebAddressSchema } from '../records/values.ts';
import { follows, productId } from './fields.ts';

const latest = VersionSchema.nullable().describe(
  'The newest final release that was not withdrawn; null: none.',
);

/** `/api/v1/products.json`: where everything begins. */
export const ProductsDocumentSchema = z
  .strictObject({
    ...follows,
    products: z
      .array(
        z.strictObject({
          id: SlugSchema.describe('Its id, as addresses have it.'),
          name: z.string().describe('Its name for customers.'),
          summary: z.string().describe('One sentence: what it is. Empty where nobody wrote one.'),
          description: z.string().describe('What it is, as markdown. Empty where nobody wrote it.'),
          website: WebAddressSchema.nullable().describe('Where it lives on the web.'),
          latest,
          address: z.string().describe('Its page on the site, from the root on.'),
          releases: z.string().describe('The list of its releases, from the root on.'),
        }),
      )
      .describe('In the order of their names.'),
  })
  .meta({ title: 'Products', description: 'All products with their latest releases.' });
export type ProductsDocument = z.infer<typeof ProductsDocumentSchema>;

/** `/api/v1/<product>/releases.json`: all releases of a product and how they grew from each other. */
export const ReleasesDocumentSchema = z
  .strictObject({
    ...follows,
    product: productId,
    name: z.string().describe('The name of the product.'),
    latest,
    modules: termsOf('The modules of the product.'),
    features: termsOf('Features whose maturity is told.'),
    compatibility: termsOf('What it has to work with.'),
    releases: z.array(LineageReleaseSchema).describe('Newest version first.'),
  })
  .meta({ title: 'Releases', description: 'All releases of a product, and how they grew from each other.' });
export type ReleasesDocument = z.infer<typeof ReleasesDocumentSchema>;

/** `/api/v1/<product>/releases/<version>.json`: one release with all its entries. */
export const ReleaseDocumentSchema = PublicReleaseSchema.extend({
  ...follows,
  contributors: z
    .array(
      z.strictObject({
        login: z.string().describe('The handle on the platform.'),
        first: z.boolean().describe('It was the first contribution.'),
      }),
    )
    .describe('Who worked on it; empty where the product does not name them.'),
}).meta({
  title: 'Release',
  description: 'One release with all its entries, as its page tells of it.',
});
export type ReleaseDocument = z.infer<typeof ReleaseDocumentSchema>;

/** `/api/v1/<product>/months/<year>-<month>.json`: the releases of one month, for who needs a range of them. */
export const MonthDocumentSchema = z
  .strictObject({
    ...follows,
    product: productId,
    month: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe('The month of their dates, in UTC.'),
    releases: z.array(PublicReleaseSchema).describe('Newest version first.'),
  })
  .meta({
    title: 'Month',
    description: 'The releases of one month of a product, for who needs a range of them.',
  });
export type MonthDocument = z.infer<typeof MonthDocumentSchema>;

function termsOf(description: string) {
  return z
    .array(
      z.strictObject({
        id: SlugSchema.describe('Its id.'),
        name: z.string().describe('Its name for customers.'),
      }),
    )
    .describe(description);
}
