import { FEEDS, type FeedChoice, feedPath } from '../paths.ts';

/** The formats of feeds, with what a server and a page call them. */
export const FEED_FORMATS = {
  atom: { type: 'application/atom+xml' },
  json: { type: 'application/feed+json' },
} as const;
export type FeedFormat = keyof typeof FEED_FORMATS;

/** A feed's file. */
export interface FeedFile {
  choice: FeedChoice;
  format: FeedFormat;
  /** Its name in its folder, as "feed.xml". */
  name: string;
  href: string;
}

/** All feeds of a product, or of all products where none is named. */
export function feedFiles(product: string | null): FeedFile[] {
  return FEEDS.flatMap((choice) =>
    (Object.keys(FEED_FORMATS) as FeedFormat[]).map((format) => {
      const href = feedPath(product, choice, format);
      return { choice, format, href, name: href.slice(href.lastIndexOf('/') + 1) };
    }),
  );
}

/** The feed of a name. Throws for a name that is none. */
export function feedOfName(product: string | null, name: string): FeedFile {
  const found = feedFiles(product).find((file) => file.name === name);
  if (found === undefined) throw new Error(`there is no feed "${name}"`);
  return found;
}
