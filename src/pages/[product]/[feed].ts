import type { APIRoute, GetStaticPaths } from 'astro';
import { readFeed } from '../../content/announcements.ts';
import { readProductPages } from '../../content/sources.ts';
import { FEED_FORMATS, feedFiles, feedOfName } from '../../views/follow/feed-files.ts';

export const getStaticPaths = (() =>
  readProductPages().flatMap(({ id }) =>
    feedFiles(id).map(({ name }) => ({ params: { product: id, feed: name } })),
  )) satisfies GetStaticPaths;

/** The feeds of a product. */
export const GET: APIRoute = ({ params }) => {
  const { product = '', feed = '' } = params;
  const { choice, format } = feedOfName(product, feed);
  const { type } = FEED_FORMATS[format];
  return new Response(readFeed(product, choice, format), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
};
