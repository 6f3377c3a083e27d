import { z } from 'zod';
import { SchemaVersionSchema, WebAddressSchema } from './values.ts';

/** `content/site.md`: what the public edition says of itself. Everything has a default: the file may be absent. */
export const SiteSchema = z.strictObject({
  schema: SchemaVersionSchema,
  /** The site's name, as "Releases of Example". */
  name: z.string().min(1).optional(),
  /** One sentence under it. */
  lead: z.string().min(1).optional(),
  /**
   * Where the public edition is served, without a path, as "https://releases.example.org". Feeds, announcements, the
   * sitemap and previews need it: they are read away from the site.
   */
  address: WebAddressSchema.refine(
    (address) => /^https?:\/\/[^/]+\/?$/.test(address),
    'expected an address without a path, such as "https://releases.example.org"',
  ).optional(),
});
export type Site = z.infer<typeof SiteSchema>;
