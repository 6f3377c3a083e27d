import { z } from 'zod';

const Time = z.iso.datetime({ offset: true });
const Address = z.url({ protocol: /^https?$/ });

/** JSON Feed 1.1 as jsonfeed.org/version/1.1 has it: what these feeds use of it, and nothing else. */
export const JsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: Address,
  feed_url: Address,
  icon: Address,
  favicon: Address,
  language: z.literal('en'),
  authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  items: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        url: Address,
        title: z.string().min(1),
        content_html: z.string().min(1),
        date_published: Time,
        date_modified: Time,
        tags: z.array(z.string().min(1)),
      }),
    )
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'ids are not unique'),
});
