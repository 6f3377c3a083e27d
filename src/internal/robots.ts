import type { APIRoute } from 'astro';

/** Asks crawlers to stay away from all of the internal edition; raw evidence has no page that could say so. */
export const GET: APIRoute = () =>
  new Response('User-agent: *\nDisallow: /\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
