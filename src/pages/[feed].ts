import type { APIRoute, GetStaticPaths } from 'astro';
import { readFeed } from '../content/announcements.ts';
import { FEED_FORMATS, feedFiles, feedOfName } from '../views/follow/feed-files.ts';

export const getStaticPaths = (() =>
  feedFiles(null).map(({ name }) => ({ params: { feed: name } }))) satisfies GetStaticPaths;

/** The feeds of all products. */
export const GET: APIRoute = ({ params }) => {
  const { choice, format } = feedOfName(null, params['feed'] ?? '');
  const { type } = FEED_FORMATS[format];
  return new Response(readFeed(null, choice, format), {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
};
